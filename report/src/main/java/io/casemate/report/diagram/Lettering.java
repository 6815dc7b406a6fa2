package io.casemate.report.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * Measures and breaks text without a font at hand: widths of the metric family of Helvetica, Arial and Liberation Sans, rounded up,
 * so that what is measured here never overflows there.
 *
 * @param size font size in the drawing's units
 * @param bold whether it is set in bold, a little wider
 */
record Lettering(double size, boolean bold) {
    private static final double NARROW = 0.29;
    private static final double SLIM = 0.36;
    private static final double REGULAR = 0.57;
    private static final double CAPITAL = 0.73;
    private static final double WIDE = 0.9;
    private static final double FULL = 1.05;

    /** Height of one line. */
    double lineHeight() {
        return Math.ceil(size * 1.25);
    }

    double width(String text) {
        double ems = text.codePoints().mapToDouble(Lettering::ems).sum();
        return ems * size * (bold ? 1.08 : 1.0);
    }

    double width(List<String> lines) {
        return lines.stream().mapToDouble(this::width).max().orElse(0);
    }

    /** Lines no wider than the given width, at most so many; what does not fit ends in an ellipsis. */
    List<String> wrap(String text, double widthMax, int linesMax) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words(text, widthMax)) {
            String gap = line.isEmpty() ? "" : " ";
            if (!line.isEmpty() && width(line + gap + word) > widthMax) {
                lines.add(line.toString());
                line.setLength(0);
                gap = "";
            }
            line.append(gap).append(word);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        if (lines.size() <= linesMax) {
            return List.copyOf(lines);
        }
        List<String> kept = new ArrayList<>(lines.subList(0, linesMax));
        kept.set(linesMax - 1, shortened(kept.getLast(), widthMax));
        return List.copyOf(kept);
    }

    private String shortened(String line, double widthMax) {
        String cut = line;
        while (!cut.isEmpty() && width(cut + "…") > widthMax) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut.strip() + "…";
    }

    /** Words, those that are too wide broken into pieces. */
    private List<String> words(String text, double widthMax) {
        List<String> words = new ArrayList<>();
        for (String word : text.strip().split("\\s+", -1)) {
            StringBuilder piece = new StringBuilder();
            for (int point : word.codePoints().toArray()) {
                String next = Character.toString(point);
                if (!piece.isEmpty() && width(piece + next) > widthMax) {
                    words.add(piece.toString());
                    piece.setLength(0);
                }
                piece.append(next);
            }
            if (!piece.isEmpty()) {
                words.add(piece.toString());
            }
        }
        return words;
    }

    private static double ems(int point) {
        if (point == 0x200b || Character.getType(point) == Character.NON_SPACING_MARK) {
            return 0;
        }
        if (point < 128) {
            char c = (char) point;
            if ("ijl.,:;'|! ".indexOf(c) >= 0) {
                return NARROW;
            }
            if ("frt()[]{}-/\\\"*".indexOf(c) >= 0) {
                return SLIM;
            }
            if ("mwMW@%".indexOf(c) >= 0) {
                return WIDE;
            }
            boolean capital = (c >= 'A' && c <= 'Z') || c == '&';
            return capital ? CAPITAL : REGULAR;
        }
        return point < 0x1100 ? CAPITAL : FULL;
    }
}
