package io.casemate.scan;

import io.casemate.scan.engine.Crew;
import io.casemate.scan.engine.Inspector;
import io.casemate.scan.result.Coverage;
import io.casemate.scan.result.FileReport;
import io.casemate.scan.result.Gap;
import io.casemate.scan.result.Location;
import io.casemate.scan.result.ScanReport;
import io.casemate.scan.rule.Rules;
import io.casemate.scan.weight.WeightReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The front door: files and folders in, a report out. Same files, same report. */
public final class Scan {
    /** How much longer than its deadline a file may take until nobody waits for it any more. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private Scan() {}

    /** Scans files, and folders with all that is in them. */
    public static ScanReport of(List<Path> paths, ScanOptions options) {
        var walk = new Walk(options.excluded());
        paths.forEach(walk::add);
        List<Path> files = walk.files();
        Set<Path> claimed = ConcurrentHashMap.newKeySet();
        var inspector = new Inspector(
                Scanners.ALL,
                Rules.builtIn(),
                options.judge(),
                options.limits(),
                options.nanos(),
                claimed::add,
                options.kept());
        Duration patience = options.limits().deadline().plus(GRACE);
        var done = new AtomicInteger();
        var crew = new Crew<Path, FileReport>(
                files,
                file -> {
                    FileReport report = options.earlier()
                            .apply(file)
                            .map(earlier -> inspector.inspect(file, earlier))
                            .orElseGet(() -> inspector.inspect(file));
                    options.progress().read(report);
                    return report;
                },
                file -> unread(
                        file,
                        "it was given up after %d s, for a part of it could not be stopped"
                                .formatted(patience.toSeconds())),
                (file, failure) -> unread(
                        file,
                        failure instanceof OutOfMemoryError
                                ? "there was too little memory to read it"
                                : "the scan failed on it (%s); please report this"
                                        .formatted(failure.getClass().getSimpleName())),
                patience,
                options.nanos(),
                () -> options.progress().done(done.incrementAndGet(), files.size()));
        List<FileReport> reports = crew.work(options.threads());
        return new ScanReport(Claims.settle(files, reports, claimed), walk.skipped());
    }

    private static FileReport unread(Path file, String why) {
        return new FileReport(
                file.toString().replace('\\', '/'),
                "",
                List.of(),
                List.of(),
                List.of(new Gap(new Location("", -1), why)),
                new Coverage(0, file.toFile().length()),
                new TreeMap<>(),
                new TreeSet<>(),
                List.of(),
                new WeightReport(List.of()),
                List.of());
    }
}
