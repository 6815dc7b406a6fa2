package io.casemate.cli.plan;

import io.casemate.cli.arguments.AsOf;
import io.casemate.cli.arguments.Output;
import io.casemate.cli.arguments.Verb;
import io.casemate.cli.system.OutputFile;
import io.casemate.cli.system.SystemFiles;
import io.casemate.cli.system.SystemFolder;
import io.casemate.cli.terminal.ExitCode;
import io.casemate.cli.terminal.ProgressBar;
import io.casemate.cli.terminal.Style;
import io.casemate.cli.terminal.Terminal;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.plan.Aim;
import io.casemate.core.plan.Plan;
import io.casemate.core.plan.Proposal;
import io.casemate.core.plan.outcome.Choice;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Band;
import io.casemate.core.risk.Supposition;
import io.casemate.report.html.HtmlDocument;
import io.casemate.report.markdown.MarkdownDocument;
import io.casemate.report.plan.PlanJson;
import io.casemate.report.plan.PlanPage;
import io.casemate.report.wording.Figures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plans mitigations. */
@Command(
        name = "plan",
        description = {
            "Find the mitigations to put in place.",
            "The cheapest set with which no risk is above the appetite; with --budget also the set that lowers the risk"
                    + " most for that money. Each is proven optimal, or the gap to the best possible is printed. Costs"
                    + " are a year's, from the knowledge base or from 'costs' in casemate.yaml."
        },
        footer = {
            "  casemate plan .",
            "  casemate plan . --budget 100000",
            "  casemate plan . --appetite low --format md > plan.md",
            "  casemate plan . --budget 50000 --write",
            "",
            "What is written is a promise. A gate opens when tests show it:",
            "  casemate attest . --junit REPORT.xml"
        })
public final class PlanVerb implements Verb {
    private static final int ROUNDS_USUAL = 8;

    /** What may be written. */
    enum Answer {
        TEXT,
        MD,
        HTML,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Bands that no risk may exceed. */
    enum Appetite {
        LOW,
        MEDIUM;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Terminal terminal;

    @Parameters(paramLabel = "SYSTEM", description = "A system's folder, or its casemate.yaml.")
    private Path system = Path.of("");

    @Option(
            names = "--budget",
            paramLabel = "AMOUNT",
            description = "What may be spent in a year, in the currency of the model's losses.")
    private long budget = -1;

    @Option(
            names = "--appetite",
            paramLabel = "BAND",
            description = "No risk may be above it: ${COMPLETION-CANDIDATES}. Default: medium.")
    private Appetite appetite = Appetite.MEDIUM;

    @Option(
            names = "--write",
            description = "Write treatments into casemate.yaml: of the budget's plan where one is named.")
    private boolean write;

    @Option(names = "--top", paramLabel = "N", description = "How many lines of each list to print. Default: 20.")
    private int top = 20;

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of: ${COMPLETION-CANDIDATES}. Default: text.")
    private Answer answer = Answer.TEXT;

    @Mixin
    private AsOf asOf = new AsOf();

    @Mixin
    private Output output = new Output();

    public PlanVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitCode run() {
        check();
        Knowledge knowledge = Knowledge.builtIn();
        SystemFiles files = SystemFiles.read(system, knowledge);
        Instant moment = asOf.moment(terminal.clock());
        Assessment assessment = files.assess(knowledge, moment);
        var supposition = Supposition.of(knowledge, files.model(), files.evidence(), files.digests(), moment);
        var bar = new ProgressBar(terminal, "planning");
        Plan plan = Plan.of(
                knowledge,
                supposition,
                assessment,
                aims(),
                round -> bar.show(Math.min(round, ROUNDS_USUAL), ROUNDS_USUAL));
        bar.end();
        output.give(document(plan, knowledge), terminal);
        if (write) {
            Proposal chosen = plan.proposals().getFirst();
            int treated = WrittenPlan.write(files, chosen, knowledge);
            terminal.err()
                    .printf(
                            "wrote %s into %s%n",
                            Figures.count(treated, "treatment"), files.folder().model());
            next(chosen);
        }
        return ExitCode.DONE;
    }

    /** From words to a gate that opens: what a plan leaves to do. */
    private void next(Proposal chosen) {
        if (chosen.steps().isEmpty()) {
            return;
        }
        String name = SystemFolder.inCommand(system);
        Choice first = chosen.steps().getFirst().choice();
        terminal.err()
                .println("next: put them in place, and show each by a test that has its name in brackets, as in "
                        + "[%s@%s]".formatted(first.mitigation(), first.part()));
        terminal.err().println("      casemate attest %s --junit REPORT.xml".formatted(name));
        terminal.err().println("      casemate check %s  # says what is missing then".formatted(name));
    }

    private void check() {
        List<Problem> problems = new ArrayList<>();
        if (budget < -1) {
            problems.add(new Problem("--budget", "'%d' is below 0".formatted(budget), "write what may be spent"));
        }
        if (top < 0) {
            problems.add(new Problem("--top", "'%d' is below 0".formatted(top), "write how many to print"));
        }
        output.check(problems, SystemFolder.inputs(system));
        Path model = SystemFolder.inputs(system).getFirst();
        String obstacle = write && Files.exists(model) ? OutputFile.obstacle(model) : "";
        if (!obstacle.isEmpty()) {
            problems.add(new Problem("--write", "'%s' %s".formatted(model, obstacle), "make it writable"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    private List<Aim> aims() {
        List<Aim> aims = new ArrayList<>();
        if (budget >= 0) {
            aims.add(new Aim.Budget(budget));
        }
        aims.add(new Aim.Appetite(
                switch (appetite) {
                    case LOW -> Band.LOW;
                    case MEDIUM -> Band.MEDIUM;
                }));
        return aims;
    }

    private String document(Plan plan, Knowledge knowledge) {
        return switch (answer) {
            case TEXT -> PlanText.of(plan, output.toFile() ? Style.PLAIN : terminal.style(), terminal.columns(), top);
            case MD -> MarkdownDocument.of(PlanPage.of(plan, knowledge));
            case HTML -> HtmlDocument.of(PlanPage.of(plan, knowledge));
            case JSON -> PlanJson.of(plan).pretty();
        };
    }
}
