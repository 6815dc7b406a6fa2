package io.casemate.cli.review;

import io.casemate.cli.arguments.AsOf;
import io.casemate.cli.arguments.FormatOption;
import io.casemate.cli.arguments.Verb;
import io.casemate.cli.system.SystemFiles;
import io.casemate.cli.system.SystemFolder;
import io.casemate.cli.terminal.ExitCode;
import io.casemate.cli.terminal.Terminal;
import io.casemate.core.evidence.Reviewed;
import io.casemate.core.evidence.ledger.AppendReport;
import io.casemate.core.evidence.ledger.Ledger;
import io.casemate.core.evidence.ledger.LedgerDraft;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.KnowledgeEdition;
import io.casemate.core.model.Part;
import io.casemate.core.model.Topology;
import io.casemate.core.policy.PolicyFile;
import io.casemate.core.policy.PolicyReader;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import io.casemate.core.problem.Spelling;
import io.casemate.core.review.ReviewInput;
import io.casemate.core.review.ReviewStatus;
import io.casemate.report.review.ReviewJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what calls for a review, and records one. */
@Command(
        name = "review",
        description = {
            "Say what calls for a review and what is due; with --by, record who reviewed what.",
            "A recorded review is bound to the model file, the artifacts, the catalogue and the ledger as they were: when"
                    + " one of them changes, another look is called for. policy.yaml says how often:"
                    + " 'review: {every-months: 3}'."
        },
        footer = {
            "  casemate review .",
            "  casemate review . --format json | jq '.triggers[].what'",
            "  casemate review . --by 'Payments risk team' --note 'no new flows'",
            "  casemate review . --by Ann --note 'new tool' --scope mail-tool,claims-agent"
        })
public final class ReviewVerb implements Verb {
    private static final Path UNSTATED = Path.of("");

    private final Terminal terminal;

    @Parameters(paramLabel = "SYSTEM", description = "A system's folder, or its casemate.yaml.")
    private Path system = UNSTATED;

    @Option(names = "--by", paramLabel = "NAME", description = "Who looked. Records the review.")
    private String by = "";

    @Option(names = "--note", paramLabel = "TEXT", description = "What they concluded.")
    private String note = "";

    @Option(
            names = "--scope",
            paramLabel = "ID",
            split = ",",
            description = "Elements and flows they looked at. Default: all; only that ends a term.")
    private List<String> scope = List.of();

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "How often, and what is waived until when. Default: policy.yaml beside the model.")
    private Path policy = UNSTATED;

    @Mixin
    private AsOf asOf = new AsOf();

    @Mixin
    private FormatOption format = new FormatOption();

    public ReviewVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitCode run() {
        Knowledge knowledge = Knowledge.builtIn();
        SystemFiles files = SystemFiles.read(system, knowledge);
        Instant now = asOf.moment(terminal.clock());
        PolicyFile stated = policy(files);
        if (!by.isEmpty() || !note.isEmpty() || !scope.isEmpty()) {
            String recorded = record(files, knowledge, now);
            format.give(
                    terminal,
                    () -> recorded,
                    () -> ReviewJson.of(status(SystemFiles.read(system, knowledge), knowledge, now, stated), now));
            return ExitCode.DONE;
        }
        files.gaps().stream()
                .filter(gap -> gap.where().startsWith(".casemate"))
                .forEach(gap ->
                        terminal.err().println("not seen: %s %s; %s".formatted(gap.where(), gap.what(), gap.remedy())));
        ReviewStatus status = status(files, knowledge, now, stated);
        String name = files.model().scope().name();
        String command = SystemFolder.inCommand(system);
        format.give(
                terminal,
                () -> new ReviewText(name, command, status, terminal.style(), terminal.columns()).text(),
                () -> ReviewJson.of(status, now));
        return ExitCode.DONE;
    }

    private static ReviewStatus status(SystemFiles files, Knowledge knowledge, Instant now, PolicyFile stated) {
        return ReviewStatus.of(new ReviewInput(
                files.assess(knowledge, now),
                files.evidence(),
                files.digests(),
                files.modelSha256(),
                () -> KnowledgeEdition.of(knowledge).sha256(),
                stated));
    }

    private PolicyFile policy(SystemFiles files) {
        if (!policy.equals(UNSTATED)) {
            return PolicyReader.read(policy);
        }
        Path beside = files.folder().policy();
        return Files.exists(beside) ? PolicyReader.read(beside) : PolicyFile.NONE;
    }

    /** Appends the review to the ledger and says which line it is. */
    private String record(SystemFiles files, Knowledge knowledge, Instant now) {
        check(files);
        Path ledger = files.folder().ledger();
        var review = new Reviewed(
                by,
                note,
                scope,
                files.modelSha256(),
                Ledger.read(ledger).head(),
                KnowledgeEdition.of(knowledge).sha256(),
                new TreeMap<>(files.digests()));
        AppendReport report = Ledger.append(ledger, List.of(LedgerDraft.of(review)), now);
        report.repairs().forEach(r -> terminal.err().println("repaired: " + r));
        return "recorded line %d: %s reviewed %s%nhead %s%n"
                .formatted(
                        report.appended().getLast().seq(),
                        by,
                        scope.isEmpty() ? "the whole system" : String.join(", ", scope),
                        report.appended().getLast().hash());
    }

    private void check(SystemFiles files) {
        List<Problem> problems = new ArrayList<>();
        format.check(problems, SystemFolder.inputs(system));
        if (by.isBlank()) {
            problems.add(new Problem("--by", "is absent", "say who looked"));
        }
        if (note.isBlank()) {
            problems.add(new Problem("--note", "is absent", "say in a sentence what they concluded"));
        }
        Topology topology = Topology.of(files.model());
        List<String> parts = topology.parts().stream().map(Part::id).toList();
        for (String id : scope) {
            if (!parts.contains(topology.currentId(id))) {
                problems.add(new Problem(
                        "--scope", "unknown element or flow '%s'".formatted(id), Spelling.remedy(id, parts)));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }
}
