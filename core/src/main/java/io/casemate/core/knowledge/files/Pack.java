package io.casemate.core.knowledge.files;

import io.casemate.core.yaml.Yaml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what {@link PackWriter} wrote. A document becomes a tree when it is asked for, a text when a tree holds it. */
final class Pack {
    private static final Yaml NOTHING = new Yaml.Scalar("", true, 0);

    private final byte[] bytes;
    private final int[] ends;
    private final @Nullable String[] texts;
    private final int firstText;
    private final Map<String, Integer> documents = new LinkedHashMap<>();
    private int at;

    Pack(byte[] bytes) {
        this.bytes = bytes;
        ends = new int[number()];
        texts = new String[ends.length];
        int end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += number();
            ends[i] = end;
        }
        firstText = at;
        at += end;
        for (int left = number(); left > 0; left--) {
            String name = text(number());
            int length = number();
            documents.put(name, at);
            at += length;
        }
    }

    /** The names of the documents, in the order of the pack. */
    Set<String> names() {
        return documents.keySet();
    }

    /** What the file of that name says. One at a time: a place in the bytes is where a document is read from. */
    synchronized Optional<Yaml> document(String name) {
        Integer start = documents.get(name);
        if (start == null) {
            return Optional.empty();
        }
        at = start;
        return Optional.of(value());
    }

    private Yaml value() {
        int head = number();
        int count = head >>> 2;
        return switch (head & 3) {
            case PackWriter.TEXT -> new Yaml.Scalar(text(count), false, 0);
            case PackWriter.LIST -> {
                List<Yaml> items = new ArrayList<>(count);
                for (int i = 0; i < count; i++) {
                    items.add(value());
                }
                yield new Yaml.Sequence(items, 0);
            }
            case PackWriter.MAPPING -> {
                Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
                for (int i = 0; i < count; i++) {
                    String key = text(number());
                    entries.put(key, new Yaml.Entry(0, value()));
                }
                yield new Yaml.Mapping(entries, 0);
            }
            default -> NOTHING; // PackWriter.NOTHING
        };
    }

    private String text(int number) {
        String text = texts[number];
        if (text == null) {
            int start = number == 0 ? 0 : ends[number - 1];
            text = new String(bytes, firstText + start, ends[number] - start, StandardCharsets.UTF_8);
            texts[number] = text;
        }
        return text;
    }

    private int number() {
        int number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            number |= (next & 0x7F) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }
}
