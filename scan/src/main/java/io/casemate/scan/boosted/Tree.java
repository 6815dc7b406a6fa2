package io.casemate.scan.boosted;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Inspection;

/** What is told of any tree and any text. */
final class Tree {
    private Tree() {}

    /** Tells a child that is no node of its tree: loaders that do not check read foreign memory with it. */
    static void child(long child, long nodes, long offset, Inspection inspection) {
        if (child >= nodes || child < -1) {
            inspection.found(
                    "boosted/out-of-bounds", offset, "a tree of %d nodes points to node %d".formatted(nodes, child));
        }
    }

    static void text(String text, long offset, Inspection inspection) {
        Snippet.codeIn(text)
                .ifPresent(code -> inspection.found(
                        "boosted/code", offset, "a text of the model holds code: %s".formatted(Snippet.quoted(code))));
    }
}
