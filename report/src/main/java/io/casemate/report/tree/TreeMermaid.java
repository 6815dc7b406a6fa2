package io.casemate.report.tree;

import io.casemate.report.tree.Sketch.Item;
import java.util.List;

/** A sketch as a Mermaid flow chart. */
final class TreeMermaid {
    private TreeMermaid() {}

    static String of(Sketch sketch) {
        var text = new StringBuilder("flowchart TD\n");
        List<Item> nodes = sketch.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            text.append("  n%d%s%n".formatted(i, shape(nodes.get(i))));
        }
        sketch.links().forEach(l -> text.append("  n%d --- n%d%n".formatted(l.from(), l.to())));
        text.append("  classDef high stroke:#b3261e,stroke-width:2px\n");
        text.append("  classDef medium stroke:#985c00,stroke-width:2px\n");
        for (int i = 0; i < nodes.size(); i++) {
            switch (nodes.get(i).mark()) {
                case HIGH -> text.append("  class n%d high%n".formatted(i));
                case MEDIUM -> text.append("  class n%d medium%n".formatted(i));
                case LOW -> {}
            }
        }
        return text.toString();
    }

    private static String shape(Item item) {
        String label = '"' + escape(item.title()) + "<br/>" + escape(item.note()) + '"';
        return switch (item.form()) {
            case GOAL -> "[[" + label + "]]";
            case ALL, ANY -> "(" + label + ")";
            case ATTEMPT, SUCCESS -> "[" + label + "]";
            case REST -> "([" + label + "])";
        };
    }

    /** Entities as Mermaid writes them: what comes from a model is never markup. */
    private static String escape(String text) {
        var safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c < 0x20) {
                safe.append(' ');
            } else if ("\"#<>&;`[]{}()|\\".indexOf(c) >= 0) {
                safe.append('#').append(c).append(';');
            } else {
                safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }
}
