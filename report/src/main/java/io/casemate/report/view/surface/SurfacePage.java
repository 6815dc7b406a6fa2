package io.casemate.report.view.surface;

import io.casemate.core.model.Element;
import io.casemate.core.risk.Risk;
import io.casemate.report.document.Block.Cell;
import io.casemate.report.document.Document;
import io.casemate.report.document.Line;
import io.casemate.report.view.Heads;
import io.casemate.report.view.surface.EntryPoint.Door;
import io.casemate.report.wording.Figures;
import io.casemate.report.wording.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The attack surface for people: an overview, then each entry point. */
final class SurfacePage {
    private static final int RISKS_MAX = 5;

    private final AttackSurface surface;
    private final Document.Builder document = new Document.Builder();

    private SurfacePage(AttackSurface surface) {
        this.surface = surface;
    }

    static Document of(AttackSurface surface) {
        var page = new SurfacePage(surface);
        page.overview();
        surface.entries().forEach(page::entry);
        page.apart();
        return page.document.build(
                Heads.system(surface.assessment()),
                "Attack surface",
                surface.assessment().asOf());
    }

    private void overview() {
        document.paragraph(
                "%s where somebody of lower trust gets in, and the files that stand behind each. A file is as"
                                .formatted(Figures.count(surface.entries().size(), "element"))
                        + " exposed as its format lets it be, until a scan of the very bytes says otherwise.");
        if (surface.entries().isEmpty()) {
            document.paragraph(
                    "No flow leads from lower to higher trust and nothing faces the internet: check the zones.");
            return;
        }
        document.section("overview", "Entry points");
        document.table(
                "Entry points",
                List.of("Entry point", "Comes in from", "Worst scenario", "Scenarios", "Files behind it", "Exposure"),
                surface.entries().stream().map(this::row).toList());
    }

    private List<Cell> row(EntryPoint entry) {
        List<Line> from = new ArrayList<>();
        entry.doors().stream()
                .map(d -> surface.glossary().name(d.from().id()))
                .distinct()
                .forEach(name -> from.add(Line.of(name)));
        if (entry.internet()) {
            from.add(Line.EMPTY.muted("faces the internet"));
        }
        Line worst = entry.risks().isEmpty()
                ? Line.EMPTY.muted("none")
                : Heads.band(entry.risks().getFirst())
                        .plain(" " + entry.risks().getFirst().threat().title());
        Line exposure = entry.exposure().map(Line.EMPTY::level).orElse(Line.EMPTY.muted("no file"));
        return List.of(
                name(entry.element()),
                new Cell(from),
                Cell.of(worst),
                Cell.of(Integer.toString(entry.risks().size())),
                Cell.of(Integer.toString(entry.artifacts().size())),
                Cell.of(exposure));
    }

    private Cell name(Element element) {
        return new Cell(List.of(
                Line.EMPTY.link(surface.glossary().name(element.id()), "#entry-" + element.id()),
                Line.EMPTY.muted(Words.plain(element.kind().id()))));
    }

    private void entry(EntryPoint entry) {
        String id = entry.element().id();
        document.section("entry-" + id, surface.glossary().name(id));
        document.paragraph(Line.of("%s in %s, trust %d. "
                        .formatted(
                                Words.title(entry.element().kind().id()),
                                surface.glossary().name(entry.element().zone()),
                                entry.trust()))
                .plain(entry.internet() ? "The model states that the internet reaches it. " : "")
                .code(id));
        document.bullets(entry.doors().stream().map(this::door).toList());
        List<String> names =
                entry.adversaries().stream().map(surface.glossary()::name).toList();
        document.paragraph(
                names.isEmpty()
                        ? Line.EMPTY.muted("No stated adversary stands there.")
                        : Line.EMPTY.strong("Adversaries: ").plain(Words.list(names) + "."));
        document.paragraph(controls(entry.element()));
        artifacts(entry.artifacts());
        risks(entry.risks());
    }

    private Line door(Door door) {
        List<String> carried =
                door.flow().carries().stream().map(surface.glossary()::name).toList();
        return Line.of("From %s (trust %d)"
                        .formatted(surface.glossary().name(door.from().id()), door.trust()))
                .plain(carried.isEmpty() ? "" : ", carrying " + Words.list(carried))
                .plain(" ")
                .code(door.flow().id());
    }

    private static Line controls(Element element) {
        List<String> stated = element.facts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> "%s: %s".formatted(Words.plain(e.getKey()), e.getValue() ? "yes" : "no"))
                .toList();
        return stated.isEmpty()
                ? Line.EMPTY.muted("Nothing is stated about it.")
                : Line.EMPTY.strong("Stated: ").plain(String.join(", ", stated) + ".");
    }

    private void artifacts(List<SurfaceArtifact> artifacts) {
        document.table(
                "Files behind the entry point",
                List.of("File", "At", "Format", "Exposure", "Because"),
                artifacts.stream().map(this::artifact).toList());
    }

    private List<Cell> artifact(SurfaceArtifact artifact) {
        Line exposure = Line.EMPTY.level(artifact.exposure());
        return List.of(
                Cell.of(artifact.path().isEmpty() ? Line.EMPTY.muted("none named") : Line.EMPTY.code(artifact.path())),
                Cell.of(surface.glossary().name(artifact.element().id())),
                Cell.of(artifact.format()),
                Cell.of(
                        artifact.exposure() == artifact.usual()
                                ? exposure
                                : exposure.muted(" usually " + artifact.usual().id())),
                Cell.of(Words.capital(artifact.because()) + (artifact.scanned() ? "" : "; no scan of it counts now")));
    }

    private void risks(List<Risk> risks) {
        document.bullets(risks.stream()
                .limit(RISKS_MAX)
                .map(r -> Heads.band(r)
                        .plain(" %s at %s "
                                .formatted(
                                        r.threat().title(),
                                        surface.glossary().target(r.part().id())))
                        .code(r.id()))
                .toList());
        if (risks.size() > RISKS_MAX) {
            document.paragraph(
                    Line.EMPTY.muted(Figures.count(risks.size() - RISKS_MAX, "more scenario") + " in this way."));
        }
    }

    private void apart() {
        if (!surface.apart().isEmpty()) {
            document.section("apart", "Files that no entry point leads to");
            artifacts(surface.apart());
        }
    }
}
