package io.casemate.report.document;

import java.util.Locale;

/**
 * A few words of one tone.
 *
 * @param link where they lead, relative to the document or https; empty for nowhere
 */
public record Span(String text, Tone tone, String link) {
    /** The tone in small letters, as the templates name it. */
    public String mood() {
        return tone.name().toLowerCase(Locale.ROOT);
    }
}
