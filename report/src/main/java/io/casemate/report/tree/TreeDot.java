package io.casemate.report.tree;

import io.casemate.report.tree.Sketch.Item;
import java.util.List;

/** A sketch in the DOT language of Graphviz. */
final class TreeDot {
    private TreeDot() {}

    static String of(String name, Sketch sketch) {
        var text = new StringBuilder("digraph %s {%n".formatted(quoted(name)));
        text.append("  graph [rankdir=TB]\n  node [fontname=\"Helvetica\", fontsize=11]\n  edge [dir=none]\n");
        List<Item> nodes = sketch.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            Item item = nodes.get(i);
            text.append("  n%d [label=%s, %s%s]%n"
                    .formatted(i, quoted(item.title() + "\n" + item.note()), shape(item), colour(item)));
        }
        sketch.links().forEach(l -> text.append("  n%d -> n%d%n".formatted(l.from(), l.to())));
        return text.append("}\n").toString();
    }

    private static String shape(Item item) {
        return switch (item.form()) {
            case GOAL -> "shape=doubleoctagon";
            case ALL, ANY -> "shape=box, style=rounded";
            case ATTEMPT, SUCCESS -> "shape=box";
            case REST -> "shape=plaintext";
        };
    }

    private static String colour(Item item) {
        return switch (item.mark()) {
            case HIGH -> ", color=\"#b3261e\"";
            case MEDIUM -> ", color=\"#985c00\"";
            case LOW -> "";
        };
    }

    private static String quoted(String text) {
        String safe = text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\r", " ")
                .replace("\n", "\\n");
        return '"' + safe + '"';
    }
}
