package io.casemate.report.document;

import io.casemate.report.document.Block.Bullets;
import io.casemate.report.document.Block.Cell;
import io.casemate.report.document.Block.Heading;
import io.casemate.report.document.Block.Paragraph;
import io.casemate.report.document.Block.Picture;
import io.casemate.report.document.Block.Table;
import io.casemate.report.wording.Moments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A document that several formats can write.
 *
 * @param eyebrow what kind of document it is, in a few words
 */
public record Document(String title, String eyebrow, List<Block> blocks) {
    public Document {
        blocks = List.copyOf(blocks);
    }

    /** What kind of document it is, without its moment: the eyebrow up to its first middle dot. */
    public String kind() {
        int dot = eyebrow.indexOf(" · ");
        return dot < 0 ? eyebrow : eyebrow.substring(0, dot);
    }

    /** The sections, for a list of contents. */
    public List<Heading> sections() {
        return blocks.stream()
                .filter(Heading.class::isInstance)
                .map(Heading.class::cast)
                .filter(h -> h.level() == 2)
                .toList();
    }

    /** Puts a document together from top to bottom; what is empty is left out. */
    public static final class Builder {
        private final List<Block> blocks = new ArrayList<>();

        public Builder section(String id, String title) {
            return heading(2, id, title);
        }

        public Builder heading(int level, String id, String title) {
            blocks.add(new Heading(level, id, title));
            return this;
        }

        public Builder paragraph(String text) {
            return paragraph(Line.of(text));
        }

        public Builder paragraph(Line line) {
            if (!line.spans().isEmpty()) {
                blocks.add(new Paragraph(line));
            }
            return this;
        }

        public Builder bullets(List<Line> items) {
            if (!items.isEmpty()) {
                blocks.add(new Bullets(items));
            }
            return this;
        }

        public Builder table(String label, List<String> header, List<List<Cell>> rows) {
            if (!rows.isEmpty()) {
                blocks.add(new Table(label, header, rows));
            }
            return this;
        }

        /** An empty picture is left out. */
        public Builder picture(String svg, String caption) {
            if (!svg.isEmpty()) {
                blocks.add(new Picture(svg, caption));
            }
            return this;
        }

        /**
         * A drawing.
         *
         * @param svg a whole {@code <svg>} element, safe as it is
         */
        public Builder diagram(String label, String svg, String mermaid) {
            blocks.add(new Block.Diagram(label, svg, mermaid));
            return this;
        }

        /** A document that tells of one moment. */
        public Document build(String title, String kind, Instant asOf) {
            return build(title, "%s · %s".formatted(kind, Moments.of(asOf)));
        }

        public Document build(String title, String eyebrow) {
            return new Document(title, eyebrow, blocks);
        }
    }
}
