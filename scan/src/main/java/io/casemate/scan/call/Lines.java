package io.casemate.scan.call;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/**
 * A list as people write it: {@code head: item item}, more items on lines that begin with a blank, {@code #} begins a
 * comment. Parsed by hand, since it is read at the start of each run.
 */
final class Lines {
    private Lines() {}

    /** Gives each item of a list of this package with the head it stands under. */
    static void read(String file, BiConsumer<String, String> each) {
        String text = text(file);
        String head = "";
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            int hash = text.indexOf('#', start);
            int stop = hash >= 0 && hash < end ? hash : end;
            int from = start;
            if (stop > start && text.charAt(start) != ' ') {
                int colon = text.indexOf(':', start);
                if (colon < 0 || colon >= stop) {
                    throw new IllegalStateException(
                            "%s: need 'head: item item', got '%s'".formatted(file, text.substring(start, stop)));
                }
                head = text.substring(start, colon);
                from = colon + 1;
            }
            items(text, from, stop, head, each);
            start = end + 1;
        }
    }

    /** The words of a head: the modules that share their names. */
    static String[] words(String head) {
        return head.split(" ", -1);
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
