package io.casemate.scan.template;

import io.casemate.scan.spi.Inspection;

/** Tells what a Jinja template could reach beyond the messages it formats. */
public final class TemplateCheck {
    private static final int CHARACTERS_MAX = 4 << 20;

    private TemplateCheck() {}

    /**
     * Checks one template and tells findings and gaps.
     *
     * @param template the text of the template, unescaped
     * @param offset where in the content the template lies; all is told there
     * @return whether the template could be parsed whole
     */
    public static boolean check(String template, long offset, Inspection inspection) {
        if (template.length() > CHARACTERS_MAX) {
            inspection.gap(offset, "a template of %d characters, too long to parse".formatted(template.length()));
            return false;
        }
        TemplateParser.Parsed parsed = TemplateParser.parse(template, inspection);
        tell(parsed, offset, inspection);
        if (!parsed.whole()) {
            inspection.found(
                    "template/unreadable",
                    offset,
                    "the template has %s at character %d".formatted(parsed.failure(), parsed.failureOffset()));
        }
        return parsed.whole();
    }

    /** Tells the findings of what was parsed; says how many there were. */
    static int tell(TemplateParser.Parsed parsed, long offset, Inspection inspection) {
        return new TreeCheck(offset, inspection).check(parsed.root());
    }
}
