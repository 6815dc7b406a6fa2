package io.casemate.scan.call;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/**
 * A list as people write it: {@code head: item item}, going on in lines that begin with a blank; a line that begins
 * with {@code #} is a comment. Parsed by hand, since it is read at the start of each run.
 */
final class Lines {
    private Lines() {}

    /** Gives each item of a list of this package with the head it stands under. */
    static void read(String file, BiConsumer<String, String> each) {
        String text = text(file);
        String head = "";
        int open = -1; // where a head began that has not ended yet
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (end > start && text.charAt(start) != '#') {
                int from = start;
                if (open >= 0 || text.charAt(start) != ' ') {
                    open = open < 0 ? start : open;
                    int colon = text.indexOf(':', start);
                    from = colon >= 0 && colon < end ? colon + 1 : end;
                    if (from < end) {
                        head = text.substring(open, from - 1).replace('\n', ' ');
                        open = -1;
                    }
                }
                items(text, from, end, head, each);
            }
            start = end + 1;
        }
        if (open >= 0) {
            throw new IllegalStateException(
                    "%s: need 'head: item item', got '%s'".formatted(file, text.substring(open)));
        }
    }

    private static void items(String text, int from, int stop, String head, BiConsumer<String, String> each) {
        int start = from;
        while (start < stop) {
            if (text.charAt(start) == ' ') {
                start++;
                continue;
            }
            int end = start;
            while (end < stop && text.charAt(end) != ' ') {
                end++;
            }
            each.accept(head, text.substring(start, end));
            start = end;
        }
    }

    private static String text(String file) {
        try (InputStream in = Lines.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the list %s is missing from the program".formatted(file));
            }
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the list " + file, e);
        }
    }
}
