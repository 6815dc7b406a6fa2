package io.casemate.cli.diff;

import io.casemate.cli.arguments.FormatOption;
import io.casemate.cli.arguments.Refusal;
import io.casemate.cli.arguments.Verb;
import io.casemate.cli.system.SystemFolder;
import io.casemate.cli.terminal.ExitCode;
import io.casemate.cli.terminal.Terminal;
import io.casemate.core.diff.merge.Conflict;
import io.casemate.core.diff.merge.Merged;
import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.SystemModelReader;
import io.casemate.core.model.Vocabulary;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import io.casemate.core.yaml.edit.YamlSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Joins two versions of a model. */
@Command(
        name = "merge",
        description = {
            "Join two versions of a casemate.yaml that came from one.",
            "Entries are matched by their ids, not by their lines. OURS keeps its comments and its order and gets what"
                    + " THEIRS changed. Where both changed one thing, OURS stays and the conflict is named."
        },
        footer = {
            "  casemate merge base.yaml ours.yaml theirs.yaml --output merged.yaml",
            "  casemate merge base.yaml ours.yaml theirs.yaml --format json",
            "",
            "Let git use it, once for a repository:",
            "  git config merge.casemate.driver \\",
            "    'casemate merge %%O %%A %%B --output %%A'",
            "  echo 'casemate.yaml merge=casemate' >> .gitattributes",
            "",
            "Exit code: 0 clean, 1 conflicts, 3 bad input."
        })
public final class MergeVerb implements Verb {
    private static final String MODEL = "A casemate.yaml, or the folder that has it.";

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "BASE", description = "What both came from; may be an empty file.")
    private Path base = Path.of("");

    @Parameters(index = "1", paramLabel = "OURS", description = MODEL)
    private Path ours = Path.of("");

    @Parameters(index = "2", paramLabel = "THEIRS", description = MODEL)
    private Path theirs = Path.of("");

    @Mixin
    private FormatOption format = new FormatOption();

    public MergeVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitCode run() {
        Vocabulary known = Knowledge.builtIn().vocabulary();
        List<Problem> problems = new ArrayList<>();
        format.check(problems, List.of());
        YamlSource old = read(base, true, known, problems);
        YamlSource mine = read(ours, false, known, problems);
        YamlSource other = read(theirs, false, known, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        Merged merged = Merged.of(old, mine, other, ours.toString(), known);
        merged.conflicts().forEach(conflict -> terminal.err().println("conflict: " + conflict));
        format.give(terminal, merged::text, () -> json(merged));
        return merged.clean() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static YamlSource read(Path path, boolean mayBeEmpty, Vocabulary known, List<Problem> problems) {
        try {
            Path file = SystemFolder.of(path).model();
            byte[] bytes = Files.readAllBytes(file);
            if (mayBeEmpty && new String(bytes, StandardCharsets.UTF_8).isBlank()) {
                return Merged.NONE;
            }
            SystemModelReader.read(file.toString(), bytes, known);
            return YamlSource.read(file.toString(), bytes);
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
        } catch (IOException e) {
            problems.add(new Problem(
                    path.toString(),
                    "cannot be read: " + Refusal.words(new UncheckedIOException(e)),
                    "name a casemate.yaml"));
        }
        return Merged.NONE;
    }

    private static JsonObject json(Merged merged) {
        return Json.object()
                .put("casemate", 1)
                .put("clean", merged.clean())
                .put("conflicts", Json.array(merged.conflicts(), MergeVerb::json))
                .put("text", merged.text());
    }

    private static JsonObject json(Conflict conflict) {
        return Json.object()
                .put("where", conflict.where())
                .put("what", conflict.what())
                .put("ours", conflict.ours())
                .put("theirs", conflict.theirs())
                .put("remedy", conflict.remedy());
    }
}
