package io.casemate.scan.plaintext;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.HashMap;
import java.util.Map;

/**
 * Aliases of YAML whose anchors hold aliases, again and again: how many nodes they are when written out. Of what lies
 * between an anchor and the next one it counts everything, which is near enough: an honest document shares, it does not
 * multiply.
 */
final class YamlAliases {
    private static final long NODES_MAX = 100_000;
    private static final int NAME_MAX = 128;
    private static final int ANCHORS_MAX = 10_000;

    private final Content content;
    private final Inspection inspection;
    private final Map<String, Long> weights = new HashMap<>();
    private String anchor = "";
    private long weight;

    private YamlAliases(Content content, Inspection inspection) {
        this.content = content;
        this.inspection = inspection;
    }

    static void tell(Content content, Inspection inspection) {
        new YamlAliases(content, inspection).walk();
    }

    private void walk() {
        int previous = '\n';
        for (long at = 0; at < content.size(); at++) {
            if ((at & 0xffff) == 0) {
                inspection.step();
            }
            int c = content.u8(at);
            if ((c == '&' || c == '*') && " \t\r\n,[{:-".indexOf(previous) >= 0) {
                String name = name(at + 1);
                if (!name.isEmpty() && c == '&') {
                    open(name);
                } else if (!name.isEmpty() && follow(name, at)) {
                    return;
                }
            }
            previous = c;
        }
    }

    private void open(String name) {
        close();
        anchor = name;
        weight = 1;
    }

    private void close() {
        if (!anchor.isEmpty() && weights.size() < ANCHORS_MAX) {
            weights.put(anchor, weight);
        }
    }

    private boolean follow(String name, long at) {
        if (name.equals(anchor)) { // what it stands for ended before
            close();
            anchor = "";
        }
        long aliased = weights.getOrDefault(name, 0L);
        weight += aliased;
        if (weight < NODES_MAX || aliased < 2) {
            return false;
        }
        inspection.found(
                "plaintext/yaml-expansion",
                at,
                "aliases are more than %,d nodes when written out".formatted(NODES_MAX));
        return true;
    }

    /** The name of an anchor that ends where a token ends, "" where there is none. */
    private String name(long from) {
        var name = new StringBuilder();
        for (long at = from; at < content.size() && name.length() <= NAME_MAX; at++) {
            char c = (char) content.u8(at);
            if (" \t\r\n,]}".indexOf(c) >= 0) {
                return name.toString();
            }
            if (!Character.isLetterOrDigit(c) && c != '_' && c != '-' && c != '.') {
                return "";
            }
            name.append(c);
        }
        return name.length() <= NAME_MAX ? name.toString() : "";
    }
}
