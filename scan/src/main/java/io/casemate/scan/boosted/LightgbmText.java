package io.casemate.scan.boosted;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;

/** LightGBM's text: names and values line by line, a block for each tree (src/io/tree.cpp). */
final class LightgbmText {
    private static final int LINE_MAX = 8 << 20;

    private final Content content;
    private final Inspection inspection;
    private long leaves = 1;

    private LightgbmText(Content content, Inspection inspection) {
        this.content = content;
        this.inspection = inspection;
    }

    static void read(Content content, Inspection inspection) {
        var reading = new LightgbmText(content, inspection);
        long start = 0;
        while (start < content.size()) {
            inspection.step();
            long end = start;
            while (end < content.size() && content.u8(end) != '\n') {
                end++;
            }
            if (end - start > LINE_MAX) {
                inspection.gap(start, "a line of more than 8 MB was not read");
            } else if (!reading.line(start, (int) (end - start))) {
                inspection.gap(start, "a line is no text");
                return;
            } else {
                inspection.read(start, end - start + (end < content.size() ? 1 : 0));
            }
            start = end + 1;
        }
    }

    private boolean line(long start, int length) {
        String line = content.text(start, length);
        if (line.indexOf('\0') >= 0) {
            return false;
        }
        int equals = line.indexOf('=');
        String name = equals < 0 ? "" : line.substring(0, equals);
        switch (name) {
            case "Tree" -> leaves = 1;
            case "num_leaves" -> leaves = number(line.substring(equals + 1));
            case "left_child", "right_child" -> children(line.substring(equals + 1), start);
            case "split_feature", "threshold", "decision_type", "leaf_value" -> {} // numbers
            default -> Tree.text(line, start, inspection);
        }
        return true;
    }

    /** Inner nodes are numbered from 0, leaves from -1 downwards. */
    private void children(String numbers, long start) {
        String[] children = numbers.isBlank() ? new String[0] : numbers.strip().split(" ", -1);
        boolean outside = children.length != Math.max(0, leaves - 1);
        for (String child : children) {
            long node = number(child);
            outside |= node >= leaves - 1 || node < -leaves;
        }
        if (outside && leaves > 1) {
            inspection.found(
                    "boosted/out-of-bounds", start, "a tree of %d leaves points outside itself".formatted(leaves));
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
