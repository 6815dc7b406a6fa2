package io.casemate.cli.knowledge;

import io.casemate.cli.arguments.FormatOption;
import io.casemate.cli.system.OutputFile;
import io.casemate.cli.system.SystemFiles;
import io.casemate.cli.terminal.ExitCode;
import io.casemate.cli.terminal.Terminal;
import io.casemate.core.json.Json;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.atlas.AtlasDifference;
import io.casemate.core.knowledge.atlas.AtlasEdition;
import io.casemate.core.knowledge.atlas.AtlasReader;
import io.casemate.core.knowledge.atlas.AtlasWriter;
import io.casemate.core.knowledge.atlas.CatalogueEffect;
import io.casemate.core.knowledge.framework.Framework;
import io.casemate.core.model.Named;
import io.casemate.core.model.Treatment;
import io.casemate.report.catalogue.Catalogue;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists and explains the catalogue. */
@Command(
        name = "knowledge",
        description = "List, search and explain threats, mitigations and facts.",
        footer = {
            "  casemate knowledge list",
            "  casemate knowledge show model-extraction",
            "  casemate knowledge search prompt",
            "  casemate knowledge coverage",
            "  casemate knowledge update ATLAS.yaml",
            "  casemate knowledge export docs/catalogue"
        })
public final class KnowledgeVerb {
    /** What there are lists of. */
    enum Shelf implements Named {
        THREATS,
        MITIGATIONS,
        FACTS,
        ADVERSARIES;

        @Override
        public String toString() {
            return id();
        }
    }

    private static final Path NONE = Path.of("");

    private final Terminal terminal;

    public KnowledgeVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(
            name = "list",
            description = "List threats, mitigations, facts or adversaries.",
            footer = {
                "  casemate knowledge list",
                "  casemate knowledge list mitigations",
                "  casemate knowledge list facts --format json"
            })
    int list(
            @Parameters(
                            paramLabel = "WHAT",
                            arity = "0..1",
                            defaultValue = "threats",
                            description = "One of: ${COMPLETION-CANDIDATES}. Default: threats.")
                    Shelf shelf,
            @Mixin FormatOption format) {
        var lists = new Lists(Knowledge.builtIn(), terminal.style(), terminal.columns());
        format.give(terminal, () -> lists.text(shelf), () -> lists.json(shelf));
        return ExitCode.DONE.number();
    }

    @Command(
            name = "show",
            description = "Explain one threat, mitigation, fact or named condition.",
            footer = {
                "  casemate knowledge show model-extraction",
                "  casemate knowledge show rate-limit-queries",
                "  casemate knowledge show rate-limited --format json"
            })
    int show(
            @Parameters(paramLabel = "ID", description = "Its id, or the beginning of it.") String id,
            @Mixin FormatOption format) {
        Knowledge knowledge = Knowledge.builtIn();
        Entry entry = new Entries(knowledge).named(id);
        var sheet = new Sheet(knowledge, terminal.style(), terminal.columns());
        format.give(terminal, () -> sheet.text(entry), () -> sheet.json(entry));
        return ExitCode.DONE.number();
    }

    @Command(
            name = "search",
            description = "Find entries that have all the words, in their texts or references.",
            footer = {
                "  casemate knowledge search prompt injection",
                "  casemate knowledge search CWE-502",
                "  casemate knowledge search AML.T0020 --format json"
            })
    int search(
            @Parameters(paramLabel = "TEXT", arity = "1..*", description = "Words, in any order and case.")
                    List<String> words,
            @Mixin FormatOption format) {
        Knowledge knowledge = Knowledge.builtIn();
        List<Entry> found = new Entries(knowledge).withWords(words);
        var lists = new Lists(knowledge, terminal.style(), terminal.columns());
        format.give(terminal, () -> lists.text(found), () -> lists.json(found));
        return ExitCode.DONE.number();
    }

    @Command(
            name = "coverage",
            description = "Show how much of the published lists the catalogue covers.",
            footer = {"  casemate knowledge coverage", "  casemate knowledge coverage --format json"})
    int coverage(@Mixin FormatOption format) {
        var coverage = CoverageTable.of(Knowledge.builtIn());
        format.give(terminal, () -> coverage.text(terminal.style(), terminal.columns()), coverage::json);
        return ExitCode.DONE.number();
    }

    @Command(
            name = "update",
            description = "Show what a published file of ATLAS changes.",
            footer = {
                "  casemate knowledge update ATLAS-2026.10.yaml",
                "  casemate knowledge update ATLAS.yaml --system shop --format json",
                "  casemate knowledge update ATLAS-2026.10.yaml --write knowledge"
            })
    int update(
            @Parameters(paramLabel = "FILE", description = "dist/ATLAS.yaml of 5.x, or a file of dist/v6.") Path file,
            @Option(
                            names = "--system",
                            paramLabel = "SYSTEM",
                            defaultValue = "",
                            description = "A system whose treatments to look through.")
                    Path system,
            @Option(
                            names = "--write",
                            paramLabel = "FOLDER",
                            defaultValue = "",
                            description = "Write frameworks/atlas.yaml of that edition there.")
                    Path write,
            @Mixin FormatOption format) {
        Knowledge knowledge = Knowledge.builtIn();
        Framework packed =
                Optional.ofNullable(knowledge.frameworks().get("atlas")).orElseThrow();
        AtlasEdition edition = AtlasReader.read(file);
        var difference = AtlasDifference.of(packed, edition);
        var effect = CatalogueEffect.of(knowledge, packed.id(), difference.changed());
        Map<String, List<Treatment>> treatments = new LinkedHashMap<>();
        if (!system.equals(NONE)) {
            treatments.put(
                    system.toString(),
                    effect.treatments(SystemFiles.read(system, knowledge).model()));
        }
        Path target = write.resolve("frameworks/atlas.yaml");
        if (!write.equals(NONE)) {
            OutputFile.write(target, AtlasWriter.of(packed, edition));
        }
        String written = write.equals(NONE) ? "" : target.toString();
        var update = new AtlasUpdate(packed, edition, difference, effect, treatments, written);
        format.give(terminal, () -> update.text(terminal.style(), terminal.columns()), update::json);
        return ExitCode.DONE.number();
    }

    @Command(
            name = "export",
            description = "Write the whole catalogue as Markdown pages and one HTML page with a search.",
            footer = {
                "  casemate knowledge export docs/catalogue",
                "  casemate knowledge export /tmp/catalogue --format json"
            })
    int export(
            @Parameters(paramLabel = "DIR", description = "A folder; files of the same names are replaced.")
                    Path folder,
            @Mixin FormatOption format) {
        Map<String, String> files = Catalogue.files(Knowledge.builtIn());
        files.forEach((name, text) -> OutputFile.write(folder.resolve(name), text));
        format.give(
                terminal,
                () -> "wrote %d files to %s%n".formatted(files.size(), folder),
                () -> Json.object()
                        .put("casemate", 1)
                        .put("folder", folder.toString())
                        .put("files", Json.texts(List.copyOf(files.keySet()))));
        return ExitCode.DONE.number();
    }
}
