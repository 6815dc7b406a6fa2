package io.casemate.cli;

import io.casemate.cli.arguments.Failures;
import io.casemate.cli.arguments.VerbTree;
import io.casemate.cli.assess.AssessVerb;
import io.casemate.cli.attest.AttestVerb;
import io.casemate.cli.audit.AuditVerb;
import io.casemate.cli.audit.LedgerVerb;
import io.casemate.cli.check.CheckVerb;
import io.casemate.cli.completion.CompletionVerb;
import io.casemate.cli.diff.DiffVerb;
import io.casemate.cli.diff.MergeVerb;
import io.casemate.cli.explain.ExplainVerb;
import io.casemate.cli.explain.QuestionsVerb;
import io.casemate.cli.init.InitVerb;
import io.casemate.cli.knowledge.KnowledgeVerb;
import io.casemate.cli.plan.PlanVerb;
import io.casemate.cli.playbook.PlaybookVerb;
import io.casemate.cli.report.ReportVerb;
import io.casemate.cli.review.ReviewVerb;
import io.casemate.cli.scan.ScanVerb;
import io.casemate.cli.terminal.ExitCode;
import io.casemate.cli.terminal.SystemTerminal;
import io.casemate.cli.terminal.Terminal;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code casemate}: parses the arguments, runs one verb and ends with its exit code. */
@Command(
        name = "casemate",
        version = "casemate 0.1.0",
        customSynopsis = "casemate VERB [ARGUMENTS]",
        description = "Keeps an ML system's threat model true.",
        footer = {
            "  casemate init shop --template image-classifier",
            "  casemate assess shop",
            "  casemate VERB --help  # what a verb does, with examples",
            "",
            "Exit codes: 0 done, 1 something bad found, 2 undecided, 3 bad arguments or",
            "input. Colours only on a terminal, and not where NO_COLOR is set."
        })
public final class Main {
    private static final String COMPLETION = "completion";

    private Main() {}

    /** The whole command line: every verb with its options, on the terminal of this process. */
    static CommandLine commandLine() {
        return commandLine(new SystemTerminal().terminal());
    }

    /** The whole command line on the given terminal. */
    static CommandLine commandLine(Terminal terminal) {
        return verbs().on(terminal);
    }

    /** Runs one verb on the given terminal; the exit code. */
    static int run(Terminal terminal, String... arguments) {
        return verbs().run(terminal, only(arguments), arguments);
    }

    private static VerbTree verbs() {
        return new VerbTree(new Main())
                .verb("Model", "init", InitVerb::new)
                .verb("Model", "merge", MergeVerb::new)
                .verb("Risk", "assess", AssessVerb::new)
                .verb("Risk", "explain", ExplainVerb::new)
                .verb("Risk", "questions", QuestionsVerb::new)
                .verb("Risk", "check", CheckVerb::new)
                .verb("Risk", "plan", PlanVerb::new)
                .verb("Risk", "review", ReviewVerb::new)
                .verb("Risk", "report", ReportVerb::new)
                .verb("Risk", "playbook", PlaybookVerb::new)
                .verb("Risk", "diff", DiffVerb::new)
                .verb("Evidence", "scan", ScanVerb::new)
                .plain("scan", ScanVerb::new)
                .verb("Evidence", "attest", AttestVerb::new)
                .verb("Evidence", "audit", AuditVerb::new)
                .verb("Evidence", "ledger", LedgerVerb::new)
                .verb("Catalogue", "knowledge", KnowledgeVerb::new)
                .verb("Help", COMPLETION, CompletionVerb::new);
    }

    /** The verb that is asked for, where the others need not be known to run it. */
    private static String only(String[] arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        return first.equals(COMPLETION) ? "" : first;
    }

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT); // the same words and numbers everywhere
        var system = new SystemTerminal();
        int code;
        try {
            code = run(system.terminal(), arguments);
        } catch (OutOfMemoryError | StackOverflowError e) {
            code = new Failures(system.terminal())
                    .report(e, Arrays.asList(arguments).contains("--debug"));
        }
        var failure = system.flush();
        if (failure.isPresent()) {
            system.terminal().err().println("cannot write to standard output: " + failure.get());
            code = ExitCode.UNUSABLE.number();
        }
        System.exit(code);
    }
}
