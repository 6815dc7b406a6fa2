package io.casemate.cli.check;

import io.casemate.cli.arguments.AsOf;
import io.casemate.cli.arguments.Output;
import io.casemate.cli.arguments.Verb;
import io.casemate.cli.system.SystemFiles;
import io.casemate.cli.system.SystemFolder;
import io.casemate.cli.terminal.ExitCode;
import io.casemate.cli.terminal.Style;
import io.casemate.cli.terminal.Terminal;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.ModelLines;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import io.casemate.core.verdict.Outcome;
import io.casemate.core.verdict.Verdict;
import io.casemate.gate.Gate;
import io.casemate.gate.subject.Situation;
import io.casemate.report.verdict.VerdictDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks a policy whether a system may go on. */
@Command(
        name = "check",
        description = {
            "Ask a policy whether a system may go on: the gate of a pipeline.",
            "Rules are asked of every risk, ended scenario, element, question and gap. Without a policy the built-in rules"
                    + " hold: nothing has happened, nothing is high, and what keeps it so is verified by evidence and"
                    + " not only claimed. What was not looked at is undecided, never passed."
        },
        footer = {
            "  casemate check examples/fraud-detection",
            "  casemate check . --policy policy.yaml --format sarif --output gate.sarif",
            "  casemate check . --format md >> \"$GITHUB_STEP_SUMMARY\"",
            "  casemate check --print-policy > policy.yaml",
            "  casemate check --fields",
            "",
            "Exit codes: 0 passed, 1 failed, 2 undecided, 3 bad arguments, a broken model",
            "or a broken policy."
        })
public final class CheckVerb implements Verb {
    private static final Path UNSTATED = Path.of("");

    /** What may be printed. */
    enum Answer {
        TEXT,
        JSON,
        SARIF,
        JUNIT,
        MD;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Terminal terminal;

    @Parameters(paramLabel = "SYSTEM", arity = "0..1", description = "A system's folder, or its casemate.yaml.")
    private Path system = UNSTATED;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description =
                    "The rules and waivers. Default: policy.yaml beside the model; without one the built-in rules.")
    private Path policy = UNSTATED;

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of: ${COMPLETION-CANDIDATES}. Default: text.")
    private Answer answer = Answer.TEXT;

    @Mixin
    private Output output = new Output();

    @Mixin
    private AsOf asOf = new AsOf();

    @Option(names = "--all", description = "Tell of every subject of every rule, of those that pass too.")
    private boolean all;

    @Option(names = "--print-policy", description = "Print the built-in policy and end.")
    private boolean printPolicy;

    @Option(names = "--fields", description = "Print what conditions can ask for and end.")
    private boolean fields;

    public CheckVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitCode run() {
        if (printPolicy || fields) {
            output.give(printPolicy ? Gate.defaultPolicy() : Gate.fields(Knowledge.builtIn()), terminal);
            return ExitCode.DONE;
        }
        checkArguments();
        Knowledge knowledge = Knowledge.builtIn();
        List<Problem> problems = new ArrayList<>();
        Optional<Gate> gate = collecting(problems, () -> gate(knowledge));
        Optional<SystemFiles> files = collecting(problems, () -> SystemFiles.read(system, knowledge));
        if (gate.isEmpty() || files.isEmpty()) {
            throw new InvalidInputException(problems.stream().distinct().toList());
        }
        Verdict verdict = gate.get().check(situation(files.get(), knowledge));
        output.give(document(verdict), terminal);
        return exitCode(verdict.outcome());
    }

    private Situation situation(SystemFiles files, Knowledge knowledge) {
        return new Situation(
                SystemFolder.inCommand(system),
                knowledge,
                files.assess(knowledge, asOf.moment(terminal.clock())),
                files.evidence(),
                files.digests(),
                files.modelSha256(),
                ModelLines.read(files.folder().model()));
    }

    /** What can be read, or its problems: a broken policy and a broken model are told together. */
    private static <T> Optional<T> collecting(List<Problem> problems, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private void checkArguments() {
        List<Problem> problems = new ArrayList<>();
        if (system.equals(UNSTATED)) {
            problems.add(new Problem(
                    "SYSTEM", "is absent", "name a folder that has a casemate.yaml, or that file; '.' is this folder"));
        }
        List<Path> inputs = new ArrayList<>(SystemFolder.inputs(system));
        inputs.add(policy);
        output.check(problems, inputs);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    private Gate gate(Knowledge knowledge) {
        if (!policy.equals(UNSTATED)) {
            return Gate.read(policy, knowledge);
        }
        Path beside = SystemFolder.of(system).policy();
        return Files.exists(beside) ? Gate.read(beside, knowledge) : Gate.builtIn(knowledge);
    }

    private String document(Verdict verdict) {
        return switch (answer) {
            case TEXT ->
                new VerdictText(verdict, output.toFile() ? Style.PLAIN : terminal.style(), terminal.columns(), all)
                        .text();
            case JSON -> VerdictDocument.JSON.of(verdict);
            case SARIF -> VerdictDocument.SARIF.of(verdict);
            case JUNIT -> VerdictDocument.JUNIT.of(verdict);
            case MD -> VerdictDocument.MD.of(verdict);
        };
    }

    private static ExitCode exitCode(Outcome outcome) {
        return switch (outcome) {
            case PASS, WAIVED -> ExitCode.DONE;
            case UNDECIDED -> ExitCode.UNDECIDED;
            case FAIL -> ExitCode.FAILED;
        };
    }
}
