package io.casemate.cli.scan;

import io.casemate.cli.arguments.AsOf;
import io.casemate.cli.arguments.Output;
import io.casemate.cli.arguments.Verb;
import io.casemate.cli.system.SystemFolder;
import io.casemate.cli.terminal.ExitCode;
import io.casemate.cli.terminal.Style;
import io.casemate.cli.terminal.Terminal;
import io.casemate.core.policy.PolicyReader;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import io.casemate.report.scan.ScanExporters;
import io.casemate.scan.Scan;
import io.casemate.scan.ScanOptions;
import io.casemate.scan.cache.KeptResults;
import io.casemate.scan.call.Judges;
import io.casemate.scan.policy.ScanPolicy;
import io.casemate.scan.result.ScanReport;
import io.casemate.scan.rule.Verdict;
import io.casemate.scan.snippet.Snippet;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scans model files. */
@Command(
        name = "scan",
        description = {
            "Read model files and say what loading them would do. Nothing in them is run.",
            "Every file gets a verdict: clean, unknown, suspicious or malicious. Formats are told by their bytes, archives"
                    + " are looked into, and what could not be read is never called clean."
        },
        footer = {
            "  casemate scan model.pt",
            "  casemate scan models --format sarif --output scan.sarif",
            "  casemate scan model.pkl --explain",
            "  casemate scan model.pkl --emit-allowlist",
            "  casemate scan model.safetensors --baseline last-week/model.safetensors",
            "  casemate scan models --system . --record",
            "",
            "Exit codes: 0 all clean, 1 a malicious or suspicious file, 2 an unknown or",
            "unreadable one, 3 bad arguments."
        })
public final class ScanVerb implements Verb {
    private static final Path UNSTATED = Path.of("");

    /** What may be printed. */
    enum Answer {
        TEXT,
        JSON,
        SARIF,
        CYCLONEDX,
        CYCLONEDX_1_7,
        JUNIT;

        @Override
        public String toString() {
            return this == CYCLONEDX_1_7 ? "cyclonedx-1.7" : name().toLowerCase(Locale.ROOT);
        }
    }

    private final Terminal terminal;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files, or folders with all that is in them.")
    private List<Path> paths = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of: ${COMPLETION-CANDIDATES}. Default: text.")
    private Answer answer = Answer.TEXT;

    @Mixin
    private Output output = new Output();

    @Option(names = "--all", description = "Tell of clean files too, and of what is only worth knowing.")
    private boolean all;

    @Option(names = "--explain", description = "Show as pseudo-code what loading would do.")
    private boolean explain;

    @Option(
            names = "--emit-allowlist",
            description = "Print the globals that a clean file needs, as a policy for a restricted unpickler.")
    private boolean emitAllowList;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Globals that are trusted and findings that are waived. Default: policy.yaml of SYSTEM.")
    private Path policy = UNSTATED;

    @Option(
            names = "--baseline",
            paramLabel = "PATH",
            description = "An earlier version of the file or folder, to compare tensor by tensor.")
    private Path baseline = UNSTATED;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Keep results there, and take them for files that have not changed.")
    private Path cache = UNSTATED;

    @Option(
            names = "--exclude",
            paramLabel = "GLOB",
            description = "Files or folders to leave out, as '*.log'. May be repeated.")
    private List<String> excluded = List.of();

    @Option(
            names = "--system",
            paramLabel = "SYSTEM",
            description = "The system whose casemate.yaml names the files as artifacts.")
    private Path system = UNSTATED;

    @Option(names = "--record", description = "Append what was found to the ledger of SYSTEM.")
    private boolean record;

    @Mixin
    private ScanLimits limits = new ScanLimits();

    @Mixin
    private Isolation isolation = new Isolation();

    @Mixin
    private AsOf asOf = new AsOf();

    public ScanVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A scan of these files, with no option set. */
    public ScanVerb(Terminal terminal, List<Path> paths) {
        this(terminal);
        this.paths = List.copyOf(paths);
    }

    @Override
    public ExitCode run() {
        check();
        if (isolation.wanted()) {
            return isolation.run(terminal);
        }
        Instant now = asOf.moment(terminal.clock());
        ScanPolicy rules = policy();
        rules.expired(now).forEach(e -> terminal.err().println("expired: " + e));
        ScanReport report = rules.apply(scan(rules, now), now);
        sayWhatWasNotCompared(report);
        if (emitAllowList) {
            return emit(report);
        }
        output.give(document(report, now), terminal);
        if (record) {
            new Recording(system, terminal).record(report, now);
        }
        return exitCode(report.verdict());
    }

    private ScanReport scan(ScanPolicy rules, Instant now) {
        try (var watch = new Watch(terminal)) {
            return Scan.of(
                    paths,
                    new ScanOptions(
                            limits.limits(explain),
                            Judges.with(rules.globals(now)),
                            matchers(),
                            limits.threads(),
                            System::nanoTime,
                            watch,
                            new Earlier(paths, baseline),
                            cache.equals(UNSTATED)
                                    ? KeptResults.NONE
                                    : ResultVersion.folder(cache, rules.globals(now))));
        }
    }

    private void sayWhatWasNotCompared(ScanReport report) {
        long alone = report.files().stream().filter(f -> f.changes().isEmpty()).count();
        if (!baseline.equals(UNSTATED) && alone > 0) {
            terminal.err()
                    .printf(
                            "%,d of %,d files were not compared: no earlier version in %s with tensors that could be read%n",
                            alone, report.files().size(), baseline);
        }
    }

    private void check() {
        List<Problem> problems = new ArrayList<>();
        for (Path path : paths) {
            if (path.toString().isEmpty()) {
                problems.add(new Problem("PATH", "is empty", "name files or folders to scan; '.' is this folder"));
            } else if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
                problems.add(absent(path));
            }
        }
        if (!system.equals(UNSTATED)) {
            try {
                if (record) {
                    Recording.model(system);
                } else {
                    SystemFolder.of(system);
                }
            } catch (InvalidInputException e) {
                problems.addAll(e.problems());
            }
        }
        if (emitAllowList) {
            checkAllowList(problems);
        }
        if (!cache.equals(UNSTATED) && !isWritableFolder(cache)) {
            problems.add(new Problem(
                    "--cache", "'%s' is no folder that can be written to".formatted(cache), "name another"));
        }
        if (record && system.equals(UNSTATED)) {
            problems.add(new Problem("--record", "needs a system", "name it with --system"));
        }
        for (String glob : excluded) {
            if (glob.isEmpty()) {
                problems.add(new Problem("--exclude", "is empty", "write a glob, as '*.log' or 'cache/**'"));
            }
            try {
                FileSystems.getDefault().getPathMatcher("glob:" + glob);
            } catch (PatternSyntaxException e) {
                problems.add(new Problem(
                        "--exclude",
                        "'%s' is no pattern (%s)".formatted(glob, e.getDescription()),
                        "write a glob, as '*.log' or 'cache/**'"));
            }
        }
        if (!baseline.equals(UNSTATED) && Files.notExists(baseline)) {
            problems.add(
                    new Problem("--baseline", "'%s' does not exist".formatted(baseline), "name an earlier version"));
        } else if (!baseline.equals(UNSTATED) && !Files.isReadable(baseline)) {
            problems.add(new Problem(
                    "--baseline", "'%s' may not be read".formatted(baseline), "give yourself the right to read it"));
        }
        limits.check(problems);
        isolation.check(problems);
        output.check(problems);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    private static Problem absent(Path path) {
        boolean undecodable = path.toString().indexOf('\ufffd') >= 0;
        return new Problem(
                Snippet.shown(path.toString(), Integer.MAX_VALUE),
                "does not exist" + (undecodable ? " under a name in the encoding of this locale" : ""),
                undecodable ? "scan the folder it lies in" : "name files or folders to scan");
    }

    /** What else could be printed would be left out in silence. */
    private void checkAllowList(List<Problem> problems) {
        List<String> others = new ArrayList<>();
        if (answer != Answer.TEXT) {
            others.add("--format " + answer);
        }
        if (record) {
            others.add("--record");
        }
        if (explain) {
            others.add("--explain");
        }
        if (!others.isEmpty()) {
            problems.add(new Problem(
                    "--emit-allowlist",
                    "prints Python and nothing else, not what %s asks for".formatted(String.join(" and ", others)),
                    "run it apart"));
        }
    }

    private static boolean isWritableFolder(Path folder) {
        try {
            return Files.isWritable(Files.createDirectories(folder));
        } catch (IOException e) {
            return false;
        }
    }

    private List<PathMatcher> matchers() {
        return excluded.stream()
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
                .toList();
    }

    private ScanPolicy policy() {
        if (!policy.equals(UNSTATED)) {
            return ScanPolicy.of(PolicyReader.read(policy));
        }
        if (system.equals(UNSTATED)) {
            return ScanPolicy.NONE;
        }
        Path folder =
                Files.isDirectory(system) ? system : system.toAbsolutePath().resolveSibling("");
        Path ofSystem = folder.resolve("policy.yaml");
        return Files.exists(ofSystem) ? ScanPolicy.of(PolicyReader.read(ofSystem)) : ScanPolicy.NONE;
    }

    private ExitCode emit(ScanReport report) {
        if (report.verdict() == Verdict.CLEAN) {
            output.give(AllowListText.of(report), terminal);
            return ExitCode.DONE;
        }
        terminal.err().println("no allow-list is made of files that are not clean:");
        terminal.err().print(new ScanText(report, Style.PLAIN, terminal.columns(), false).text());
        return exitCode(report.verdict());
    }

    private String document(ScanReport report, Instant now) {
        return switch (answer) {
            case TEXT ->
                new ScanText(
                                report,
                                output.toFile() ? Style.PLAIN : terminal.style(),
                                terminal.columns(),
                                all || explain)
                        .text();
            case JSON, SARIF, CYCLONEDX, CYCLONEDX_1_7, JUNIT ->
                ScanExporters.of(answer.toString()).export(report, now);
        };
    }

    private static ExitCode exitCode(Verdict verdict) {
        return switch (verdict) {
            case CLEAN -> ExitCode.DONE;
            case UNKNOWN -> ExitCode.UNDECIDED;
            case SUSPICIOUS, MALICIOUS -> ExitCode.FAILED;
        };
    }
}
