package io.casemate.cli.diff;

import io.casemate.cli.arguments.AsOf;
import io.casemate.cli.arguments.Output;
import io.casemate.cli.arguments.Verb;
import io.casemate.cli.diff.Sources.Source;
import io.casemate.cli.system.SystemFolder;
import io.casemate.cli.terminal.ExitCode;
import io.casemate.cli.terminal.Style;
import io.casemate.cli.terminal.Terminal;
import io.casemate.core.diff.Difference;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import io.casemate.core.threat.Weights;
import io.casemate.report.json.DifferenceJson;
import io.casemate.report.markdown.DifferenceMarkdown;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two systems. */
@Command(
        name = "diff",
        description = {
            "Say what changed between two systems, and which risks follow from each change.",
            "Compares by meaning: words moved about in a file are no change, and a rename has no consequences."
                    + " A and B are each a system's folder or casemate.yaml; REV:PATH for the same in a git revision;"
                    + " either with @INSTANT behind it, to look from that moment. One system alone is compared with"
                    + " itself: with its revisions (--git) or at two moments (--as-of)."
        },
        footer = {
            "  casemate diff examples/genai-platform ../branch/genai-platform",
            "  casemate diff main:shop shop  # the branch main against the files here",
            "  casemate diff --git main shop  # the same",
            "  casemate diff --git v1..v2 shop --format md > comment.md",
            "  casemate diff --as-of 2026-08-01 --as-of 2026-11-01 shop",
            "  casemate diff shop@2026-08-01 shop  # from then to now",
            "",
            "Exit code: 0 done, whatever changed ('casemate check' judges); 3 bad input."
        })
public final class DiffVerb implements Verb {
    /** What may be printed. */
    enum Answer {
        TEXT,
        JSON,
        MD;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Terminal terminal;

    @Parameters(
            paramLabel = "A [B]",
            arity = "1..2",
            description = "A folder, a file, REV:PATH, or one of these with @INSTANT.")
    private List<String> operands = new ArrayList<>();

    @Option(
            names = "--git",
            paramLabel = "REV",
            description = "REV1..REV2, or REV1 against the files as they lie here. May be given twice.")
    private List<String> revisions = new ArrayList<>();

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description = "A day or a moment. Twice for two moments. Default: now.")
    private List<String> moments = new ArrayList<>();

    @Option(
            names = "--knowledge-a",
            paramLabel = "DIR",
            description = "The catalogue to assess A with. Default: the one of this program.")
    private Path catalogueA = Path.of("");

    @Option(names = "--all", description = "Show scenarios of low band without evidence too.")
    private boolean all;

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of: ${COMPLETION-CANDIDATES}. Default: text.")
    private Answer answer = Answer.TEXT;

    @Mixin
    private Output output = new Output();

    public DiffVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitCode run() {
        Pair pair = Pair.of(operands, revisions, moments, AsOf.now(terminal.clock()));
        Knowledge now = Knowledge.builtIn();
        Knowledge before = catalogueA.equals(Path.of("")) ? now : Knowledge.read(catalogueA);
        List<Problem> problems = new ArrayList<>();
        output.check(problems, inputs(pair));
        Optional<Source> first = new Sources(before).read(pair.a(), pair.from(), problems);
        Optional<Source> second = new Sources(now).read(pair.b(), pair.to(), problems);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems.stream().distinct().toList());
        }
        Source a = first.orElseThrow();
        Source b = second.orElseThrow();
        var difference = Difference.of(a.side(before, b, pair.from()), b.side(now, a, pair.to()));
        output.give(document(difference, now.weights().bands()), terminal);
        return ExitCode.DONE;
    }

    /** What of the two lies here as files. */
    private static List<Path> inputs(Pair pair) {
        return Stream.of(pair.a(), pair.b())
                .filter(operand -> operand.revision().isEmpty())
                .flatMap(operand -> SystemFolder.inputs(operand.path()).stream())
                .toList();
    }

    private String document(Difference difference, Weights.Bands bands) {
        Style style = output.toFile() ? Style.PLAIN : terminal.style();
        return switch (answer) {
            case TEXT -> DifferenceText.of(difference, bands, style, terminal.columns(), all);
            case JSON -> DifferenceJson.of(difference, bands).pretty();
            case MD -> DifferenceMarkdown.of(difference, bands);
        };
    }
}
