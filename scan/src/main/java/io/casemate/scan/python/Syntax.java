package io.casemate.scan.python;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A node of a syntax tree, with the named children only. Types and fields as in the grammar of tree-sitter-python. */
final class Syntax {
    final String type;
    /** What it is to its parent: "name", "body"; "" where the grammar does not say. */
    final String field;

    /** Where it begins and ends, in bytes of the source. */
    final int start;

    final int end;
    final List<Syntax> children = new ArrayList<>(2);
    private final byte[] source;

    Syntax(String type, String field, int start, int end, byte[] source) {
        this.type = type;
        this.field = field;
        this.start = start;
        this.end = end;
        this.source = source;
    }

    String text() {
        return new String(source, start, end - start, StandardCharsets.UTF_8);
    }

    /** The source between two of its parts. */
    String between(Syntax left, Syntax right) {
        return left.end <= right.start
                ? new String(source, left.end, right.start - left.end, StandardCharsets.UTF_8)
                : "";
    }

    boolean is(String expected) {
        return type.equals(expected);
    }

    Optional<Syntax> child(String name) {
        for (Syntax child : children) {
            if (child.field.equals(name)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    List<Syntax> all(String name) {
        return children.stream().filter(child -> child.field.equals(name)).toList();
    }
}
