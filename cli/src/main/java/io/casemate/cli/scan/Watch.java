package io.casemate.cli.scan;

import io.casemate.cli.terminal.ProgressBar;
import io.casemate.cli.terminal.Terminal;
import io.casemate.scan.ScanOptions;
import io.casemate.scan.result.FileReport;
import io.casemate.scan.rule.Verdict;
import io.casemate.scan.snippet.Snippet;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks on while files are scanned: draws the bar, and where somebody ends the process, as with Ctrl-C, says what was found
 * until then. The exit code is then that of the signal, as of any program: 130 or 143, never 0.
 */
final class Watch implements ScanOptions.Progress, AutoCloseable {
    private static final int NAMED_MAX = 20;

    private final Terminal terminal;
    private final ProgressBar bar;
    private final Thread atTheEnd = new Thread(this::sayWhatWasFound);
    private final List<FileReport> bad = new ArrayList<>();
    private int done;
    private int total;

    Watch(Terminal terminal) {
        this.terminal = terminal;
        bar = new ProgressBar(terminal, "scanning");
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    @Override
    public synchronized void done(int doneNow, int ofAll) {
        done = Math.max(done, doneNow);
        total = ofAll;
        bar.show(doneNow, ofAll);
    }

    @Override
    public synchronized void read(FileReport report) {
        if (report.verdict().compareTo(Verdict.SUSPICIOUS) >= 0) {
            bad.add(report);
        }
    }

    private synchronized void sayWhatWasFound() {
        bar.end();
        terminal.err().print(words());
        terminal.err().flush();
    }

    /** What is told where the scan ends early. */
    synchronized String words() {
        var text = new StringBuilder("stopped after %s; no report is written, and what was not scanned is not clean%n"
                .formatted(total == 0 ? "no file" : "%,d of %,d files".formatted(done, total)));
        for (FileReport file : bad.subList(0, Math.min(NAMED_MAX, bad.size()))) {
            text.append("  %-10s  %s%n".formatted(file.verdict().id(), Snippet.shown(file.path(), Integer.MAX_VALUE)));
        }
        if (bad.size() > NAMED_MAX) {
            text.append("  and %,d more%n".formatted(bad.size() - NAMED_MAX));
        }
        return text.toString();
    }

    /** The scan has come to its end. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException ending) {
            return; // the other one speaks
        }
        bar.end();
    }
}
