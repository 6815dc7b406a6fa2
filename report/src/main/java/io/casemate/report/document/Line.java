package io.casemate.report.document;

import io.casemate.core.model.Level;
import io.casemate.core.risk.Band;
import java.util.ArrayList;
import java.util.List;

/** Words of several tones, one after the other; blanks between them are theirs. */
public record Line(List<Span> spans) {
    public static final Line EMPTY = new Line(List.of());

    public Line {
        spans = List.copyOf(spans);
    }

    public static Line of(String text) {
        return EMPTY.plain(text);
    }

    public Line plain(String text) {
        return and(text, Tone.PLAIN, "");
    }

    public Line strong(String text) {
        return and(text, Tone.STRONG, "");
    }

    public Line muted(String text) {
        return and(text, Tone.MUTED, "");
    }

    public Line code(String text) {
        return and(text, Tone.CODE, "");
    }

    public Line link(String text, String to) {
        return and(text, Tone.PLAIN, to);
    }

    public Line band(String text, Band band) {
        return and(
                text,
                switch (band) {
                    case HIGH -> Tone.HIGH;
                    case MEDIUM -> Tone.MEDIUM;
                    case LOW -> Tone.LOW;
                },
                "");
    }

    public Line level(Level level) {
        return and(
                level.id(),
                switch (level) {
                    case HIGH -> Tone.HIGH;
                    case MEDIUM -> Tone.MEDIUM;
                    case LOW -> Tone.LOW;
                },
                "");
    }

    /** This line and more words; words that are empty add nothing. */
    public Line and(String text, Tone tone, String link) {
        if (text.isEmpty()) {
            return this;
        }
        List<Span> more = new ArrayList<>(spans);
        more.add(new Span(text, tone, link));
        return new Line(more);
    }

    /** This line, then another. */
    public Line and(Line next) {
        List<Span> all = new ArrayList<>(spans);
        all.addAll(next.spans());
        return new Line(all);
    }

    /** The words without their tones. */
    public String words() {
        return String.join("", spans.stream().map(Span::text).toList());
    }
}
