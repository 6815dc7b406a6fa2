package io.casemate.cli.attest;

import io.casemate.cli.arguments.AsOf;
import io.casemate.cli.arguments.Verb;
import io.casemate.cli.system.SystemFiles;
import io.casemate.cli.terminal.ExitCode;
import io.casemate.cli.terminal.Terminal;
import io.casemate.core.evidence.ledger.AppendReport;
import io.casemate.core.evidence.ledger.Ledger;
import io.casemate.core.evidence.ledger.LedgerDraft;
import io.casemate.core.evidence.ledger.LedgerEntry;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records what a person, a test suite or another tool states. */
@Command(
        name = "attest",
        description = {
            "Record what a person, a test suite or another tool found out.",
            "A person's word makes a control claimed, a test makes it verified. Tests name their control in a"
                    + " property 'casemate:control' or in their name: '[rate-limited@decision-api]'."
                    + " Nothing is ever altered: a mistake is withdrawn."
        },
        footer = {
            "  casemate attest . --control rate-limited --target api --by Ann",
            "  casemate attest . --control scanned --target model --holds no --by Ann",
            "  casemate attest . --junit target/surefire-reports/TEST-ApiTest.xml",
            "  casemate attest . --junit r.xml --map 'ApiTest.refuses*=rate-limited@api'",
            "  casemate attest . --evidence findings.json",
            "  casemate attest . --withdraw 7 --reason 'wrong target' --by Ann"
        })
public final class AttestVerb implements Verb {
    /** Whether a control is in place. */
    enum Holds {
        YES,
        NO;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Path UNSTATED = Path.of("");

    private final Terminal terminal;

    @Parameters(paramLabel = "SYSTEM", description = "A system's folder, or its casemate.yaml.")
    private Path system = UNSTATED;

    @Option(names = "--control", paramLabel = "C", description = "A mitigation, or a fact that is a control.")
    private String control = "";

    @Option(names = "--target", paramLabel = "T", description = "The element or flow that has it.")
    private String target = "";

    @Option(names = "--holds", paramLabel = "yes|no", description = "Whether it is in place. Default: yes.")
    private Holds holds = Holds.YES;

    @Option(names = "--by", paramLabel = "NAME", description = "Who says so.")
    private String by = "";

    @Option(names = "--statement", paramLabel = "TEXT", description = "What they say.")
    private String statement = "";

    @Option(names = "--junit", paramLabel = "FILE", description = "A test report in JUnit's XML. May be repeated.")
    private List<Path> junit = List.of();

    @Option(
            names = "--map",
            paramLabel = "RULE",
            description = "TEST=control@target, for tests that name no control; * in TEST stands for any letters."
                    + " May be repeated.")
    private List<String> rules = List.of();

    @Option(
            names = "--evidence",
            paramLabel = "FILE",
            description = "A JSON array of {kind, body}; kinds: finding, attack, alert, attestation, watch.")
    private Path evidence = UNSTATED;

    @Option(names = "--withdraw", paramLabel = "SEQ", description = "Take back the ledger line of that number.")
    private long withdraw;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why it is taken back.")
    private String reason = "";

    @Mixin
    private AsOf asOf = new AsOf();

    public AttestVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitCode run() {
        Way way = way();
        Knowledge knowledge = Knowledge.builtIn();
        SystemFiles files = SystemFiles.read(system, knowledge);
        Path ledger = files.folder().ledger();
        Instant now = asOf.moment(terminal.clock());
        var known = new KnownIds(knowledge, files.model());
        List<LedgerDraft> drafts = switch (way) {
            case STATEMENT -> new Statement(control, target, holds == Holds.YES, by, statement).drafts(known, now);
            case JUNIT -> new TestReports(junit, rules, terminal).drafts(known, now);
            case EVIDENCE -> EvidenceFile.read(evidence, known);
            case WITHDRAWAL -> List.of(new Withdrawal(withdraw, reason, by).draft(ledger));
        };
        if (drafts.isEmpty()) {
            terminal.out().println("nothing to record");
            return ExitCode.DONE;
        }
        say(Ledger.append(ledger, drafts, now));
        return ExitCode.DONE;
    }

    /** What is to be recorded. */
    private enum Way {
        STATEMENT("--control"),
        JUNIT("--junit"),
        EVIDENCE("--evidence"),
        WITHDRAWAL("--withdraw");

        private final String option;

        Way(String option) {
            this.option = option;
        }
    }

    private Way way() {
        List<Way> given = List.of(Way.values()).stream().filter(this::isGiven).toList();
        if (given.size() == 1) {
            return given.getFirst();
        }
        String what = given.isEmpty()
                ? "nothing says what to record"
                : "more than one says what to record: "
                        + String.join(", ", given.stream().map(w -> w.option).toList());
        throw new InvalidInputException(List.of(new Problem(
                "casemate attest",
                what,
                "give --control with --target and --by, or --junit, --evidence or --withdraw")));
    }

    private boolean isGiven(Way way) {
        return switch (way) {
            case STATEMENT -> !control.isEmpty() || !target.isEmpty();
            case JUNIT -> !junit.isEmpty();
            case EVIDENCE -> !evidence.equals(UNSTATED);
            case WITHDRAWAL -> withdraw != 0;
        };
    }

    private void say(AppendReport report) {
        report.repairs().forEach(r -> terminal.err().println("repaired: " + r));
        for (LedgerEntry entry : report.appended()) {
            terminal.out().printf("recorded line %d: %s%n", entry.seq(), LedgerWords.of(entry));
        }
        terminal.out().printf("head %s%n", report.appended().getLast().hash());
    }
}
