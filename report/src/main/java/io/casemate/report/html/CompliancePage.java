package io.casemate.report.html;

import io.casemate.core.compliance.ComplianceView;
import io.casemate.core.compliance.ComplianceView.Result;
import io.casemate.core.compliance.Fulfilment;
import io.casemate.report.markdown.ComplianceMarkdown;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What satisfies the requirements of a list, as one self-contained HTML file.
 *
 * @param share requirements met by fresh evidence, in percent of the applicable ones
 */
public record CompliancePage(ComplianceView view, String share, List<Count> counts, List<Row> rows) {
    /** How many requirements are in one state. */
    public record Count(String words, long number) {}

    /** One requirement; the state also in words. */
    public record Row(Result result, String words) {}

    private static final Templates TEMPLATE = new Templates("compliance");

    /** The whole page as text. */
    public static String of(ComplianceView view) {
        List<Count> counts = Arrays.stream(Fulfilment.values())
                .map(f -> new Count(ComplianceMarkdown.words(f), view.count(f)))
                .toList();
        List<Row> rows = view.results().stream()
                .map(r -> new Row(r, ComplianceMarkdown.words(r.fulfilment())))
                .toList();
        String share = String.format(Locale.ROOT, "%.0f", 100 * view.coverage());
        var out = new StringWriter();
        try {
            TEMPLATE.write("page", new CompliancePage(view, share, counts, rows), out);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be written", e);
        }
        return out.toString();
    }
}
