package io.casemate.scan.gguf;

import io.casemate.scan.cursor.Cursor;
import io.casemate.scan.cursor.OutOfFile;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.template.TemplateCheck;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Reads the keys and values before the tensors: facts, chat templates, and what is odd. */
final class Metadata {
    private static final int KEY_MAX = 65_535;
    private static final int TEXT_MAX = 1 << 20;
    private static final int FACT_MAX = 200;
    private static final int DEPTH_MAX = 8;
    private static final int TEXT = 8;
    private static final int ARRAY = 9;
    /** Bytes of one value of each type; 0 for text and arrays. */
    private static final int[] WIDTHS = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};

    private static final Map<String, String> FACTS = Map.of(
            "general.architecture", "architecture",
            "general.name", "name",
            "general.license", "license",
            "general.basename", "base model",
            "general.quantized_by", "quantised by");

    private final Cursor cursor;
    private final Inspection inspection;
    private final Set<String> keys = new HashSet<>();
    private long alignment = 32;

    Metadata(Cursor cursor, Inspection inspection) {
        this.cursor = cursor;
        this.inspection = inspection;
    }

    /** Reads that many keys with their values. */
    void read(long count) {
        for (long i = 0; i < count; i++) {
            inspection.step();
            entry();
        }
    }

    /** Tensors begin at multiples of this: a power of two. */
    long alignment() {
        return alignment;
    }

    private void entry() {
        long at = cursor.position();
        String key = cursor.text(KEY_MAX);
        if (!keys.add(key)) {
            inspection.found(
                    "gguf/duplicate-key",
                    at,
                    "the key %s stands twice, and loaders differ in which one they take"
                            .formatted(Snippet.quoted(key)));
        }
        long place = cursor.position();
        int type = type();
        switch (type) {
            case TEXT -> text(key, cursor.text(TEXT_MAX), place);
            case ARRAY -> array(0);
            case 4, 5 -> whole(key, cursor.u32(), place);
            default -> cursor.skip(WIDTHS[type]);
        }
    }

    private int type() {
        long at = cursor.position();
        long type = cursor.u32();
        if (type >= WIDTHS.length) {
            throw new OutOfFile(at, "a value is of type %d, which is none".formatted(type));
        }
        return (int) type;
    }

    private void whole(String key, long value, long place) {
        if (!key.equals("general.alignment")) {
            return;
        }
        if (Long.bitCount(value) == 1 && value >= 8 && value <= 1 << 20) {
            alignment = value;
        } else {
            inspection.found(
                    "gguf/bad-alignment",
                    place,
                    "tensors are to be aligned to %d bytes, no power of two".formatted(value));
        }
    }

    private void text(String key, String text, long place) {
        if (FACTS.containsKey(key) && text.length() <= FACT_MAX) {
            inspection.fact(FACTS.getOrDefault(key, key), text);
        }
        if (key.equals("tokenizer.chat_template") || key.startsWith("tokenizer.chat_template.")) {
            if (text.length() >= TEXT_MAX) {
                inspection.gap(place, "a chat template of more than 1 MB was not read to its end");
            }
            TemplateCheck.check(text, place, inspection);
        } else {
            Snippet.codeIn(text)
                    .ifPresent(code -> inspection.found(
                            "gguf/suspicious-metadata",
                            place,
                            "the value of %s holds code: %s".formatted(Snippet.quoted(key), Snippet.quoted(code))));
        }
    }

    /** Tokens of a vocabulary are words of all kinds, code among them: not judged. */
    private void array(int depth) {
        long at = cursor.position();
        int type = type();
        if (depth > DEPTH_MAX) {
            throw new OutOfFile(at, "arrays are nested deeper than %d levels".formatted(DEPTH_MAX));
        }
        int width = WIDTHS[type];
        if (width > 0) {
            cursor.skip(cursor.count(width, "numbers of an array") * width);
            return;
        }
        long count = cursor.count(4, "items of an array");
        for (long i = 0; i < count; i++) {
            if ((i & 0xfff) == 0) {
                inspection.step();
            }
            if (type == TEXT) {
                cursor.text(0);
            } else {
                array(depth + 1);
            }
        }
    }
}
