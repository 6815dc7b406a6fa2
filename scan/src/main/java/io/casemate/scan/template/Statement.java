package io.casemate.scan.template;

import java.util.ArrayList;
import java.util.List;

/** A statement or output of a template, with what stands inside it. Built while parsing, read afterwards. */
final class Statement {
    /** "output", or the name of the tag: "for", "set", "if". */
    final String kind;

    final int offset;
    /** Names that it assigns. */
    final List<String> targets = new ArrayList<>();

    final List<Expression> expressions = new ArrayList<>();
    final List<Statement> body = new ArrayList<>();

    Statement(String kind, int offset) {
        this.kind = kind;
        this.offset = offset;
    }
}
