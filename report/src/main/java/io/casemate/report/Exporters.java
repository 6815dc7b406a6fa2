package io.casemate.report;

import io.casemate.report.html.HtmlExporter;
import io.casemate.report.json.JsonExporter;
import io.casemate.report.markdown.MarkdownExporter;
import io.casemate.report.sarif.SarifExporter;
import io.casemate.report.spi.Exporter;
import java.util.List;
import java.util.Optional;

/** Every document format there is. */
public final class Exporters {
    public static final List<Exporter> ALL =
            List.of(new HtmlExporter(), new MarkdownExporter(), new JsonExporter(), new SarifExporter());

    private Exporters() {}

    public static Optional<Exporter> find(String id) {
        return ALL.stream().filter(e -> e.id().equals(id)).findFirst();
    }

    public static List<String> ids() {
        return ALL.stream().map(Exporter::id).toList();
    }
}
