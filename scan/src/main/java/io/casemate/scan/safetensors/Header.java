package io.casemate.scan.safetensors;

import io.casemate.scan.json.BrokenJson;
import io.casemate.scan.json.JsonTokens;
import io.casemate.scan.json.JsonTokens.Token;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the JSON header and tells what is odd about it. */
final class Header {
    private static final int TENSORS_MAX = 200_000;
    private static final int TEXT_MAX = 1 << 20;
    private static final int FACT_MAX = 200;

    private final Inspection inspection;
    private final JsonTokens json;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private Header(Content content, long length, Inspection inspection) {
        this.inspection = inspection;
        this.json = new JsonTokens(content, 8, 8 + length, TEXT_MAX, inspection);
    }

    /** The tensors in the order of the header; what precedes a malformed place still counts. */
    static List<Entry> read(Content content, long length, Inspection inspection) {
        var header = new Header(content, length, inspection);
        try {
            header.fields();
            header.rest(content, 8 + length);
        } catch (BrokenJson e) {
            inspection.gap(e.offset(), "the header is not JSON: " + e.what());
        }
        return header.entries;
    }

    private void fields() {
        if (json.next() != Token.BEGIN_OBJECT) {
            throw brokenAt("it is not an object");
        }
        while (json.next() == Token.NAME) {
            String name = json.text();
            long at = json.offset();
            once(names, name, at);
            if (name.equals("__metadata__")) {
                metadata();
            } else if (entries.size() == TENSORS_MAX) {
                throw brokenAt("it names more than %d tensors".formatted(TENSORS_MAX));
            } else {
                entries.add(tensor(name, at));
            }
        }
    }

    /** Writers pad the header with blanks, to align what follows. */
    private void rest(Content content, long to) {
        for (long i = json.position(); i < to; i++) {
            if (" \n\r\t".indexOf(content.u8(i)) < 0) {
                inspection.found("safetensors/hole", i, "after the JSON of the header stand other bytes");
                return;
            }
        }
    }

    private void metadata() {
        if (json.next() != Token.BEGIN_OBJECT) {
            throw brokenAt("__metadata__ is not an object");
        }
        var keys = new HashSet<String>();
        while (json.next() == Token.NAME) {
            String key = json.text();
            once(keys, key, json.offset());
            Token value = json.next();
            if (value == Token.TEXT) {
                text(key, json.text(), json.offset());
            } else {
                json.skip(value);
            }
        }
    }

    private void text(String key, String text, long at) {
        Snippet.codeIn(text)
                .or(() -> Snippet.codeIn(key))
                .ifPresent(code -> inspection.found(
                        "safetensors/suspicious-metadata",
                        at,
                        "the metadata %s holds code: %s".formatted(Snippet.quoted(key), Snippet.quoted(code))));
        if (text.length() <= FACT_MAX
                && Set.of("format", "framework", "license", "modelspec.architecture")
                        .contains(key)) {
            inspection.fact(key.equals("format") ? "framework" : key, text);
        }
    }

    private Entry tensor(String name, long at) {
        String dtype = "";
        List<Long> shape = List.of();
        List<Long> offsets = List.of();
        var fields = new HashSet<String>();
        if (json.next() != Token.BEGIN_OBJECT) {
            throw brokenAt("tensor %s is not an object".formatted(Snippet.quoted(name)));
        }
        while (json.next() == Token.NAME) {
            String field = json.text();
            once(fields, field, json.offset());
            switch (field) {
                case "dtype" -> dtype = dtype();
                case "shape" -> shape = numbers();
                case "data_offsets" -> offsets = numbers();
                default -> other(name, field);
            }
        }
        if (offsets.size() != 2 || !fields.contains("shape")) {
            throw brokenAt("tensor %s lacks shape or offsets".formatted(Snippet.quoted(name)));
        }
        return new Entry(name, dtype, shape, offsets.getFirst(), offsets.getLast(), at);
    }

    private void other(String name, String field) {
        inspection.found(
                "safetensors/unknown-field",
                json.offset(),
                "tensor %s has a field %s that the format does not know"
                        .formatted(Snippet.quoted(name), Snippet.quoted(field)));
        json.skip(json.next());
    }

    private String dtype() {
        if (json.next() != Token.TEXT) {
            throw brokenAt("a dtype is not text");
        }
        return json.text();
    }

    private List<Long> numbers() {
        if (json.next() != Token.BEGIN_ARRAY) {
            throw brokenAt("a list of numbers is missing");
        }
        var numbers = new ArrayList<Long>();
        for (Token token = json.next(); token != Token.END_ARRAY; token = json.next()) {
            if (token != Token.NUMBER || !json.text().matches("[0-9]{1,18}") || numbers.size() == 64) {
                throw brokenAt("a length or an offset is no whole number of this world");
            }
            numbers.add(Long.parseLong(json.text()));
        }
        return numbers;
    }

    private void once(Set<String> seen, String name, long at) {
        if (!seen.add(name)) {
            inspection.found(
                    "safetensors/duplicate-key",
                    at,
                    "the header names %s twice, and readers differ in which one they take"
                            .formatted(Snippet.quoted(name)));
        }
    }

    private BrokenJson brokenAt(String what) {
        return json.broken(what);
    }
}
