package io.casemate.report.html;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes the catalogue as one self-contained HTML file with a search. */
public final class HtmlCatalogue {
    private HtmlCatalogue() {}

    /**
     * The file.
     *
     * @param shelves what the template {@code catalogue.peb} shows
     */
    public static String of(List<? extends Record> shelves) {
        var out = new StringWriter();
        try {
            Templates.Catalogue.TEMPLATE.write("shelves", shelves, out);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be written", e);
        }
        return out.toString();
    }
}
