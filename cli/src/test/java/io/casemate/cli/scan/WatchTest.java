package io.casemate.cli.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.cli.terminal.Style;
import io.casemate.cli.terminal.Terminal;
import io.casemate.scan.result.Coverage;
import io.casemate.scan.result.FileReport;
import io.casemate.scan.result.Finding;
import io.casemate.scan.result.Location;
import io.casemate.scan.rule.Rules;
import io.casemate.scan.weight.WeightReport;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WatchTest {
    @Test
    void who_stops_a_scan_is_told_what_was_bad_until_then() {
        var err = new StringWriter();
        var terminal = new Terminal(
                new PrintWriter(err),
                new PrintWriter(err),
                new BufferedReader(new StringReader("")),
                Clock.systemUTC(),
                Style.PLAIN,
                80);
        try (var watch = new Watch(terminal)) {
            assertThat(watch.words()).startsWith("stopped after no file;");
            watch.read(report("good\u001b.pkl", List.of()));
            watch.read(report(
                    "evil\u001b.pkl",
                    List.of(new Finding(Rules.builtIn().of("code/dangerous-call"), new Location("", 0), "calls", ""))));
            watch.done(2, 9);
            assertThat(watch.words())
                    .isEqualTo("stopped after 2 of 9 files; no report is written, and what was not scanned is not clean"
                            + "%n  malicious   evil\\u001b.pkl%n".formatted());
        }
        assertThat(err.toString())
                .as("nothing is said where the scan comes to its end")
                .isEmpty();
    }

    private static FileReport report(String path, List<Finding> findings) {
        return new FileReport(
                path,
                "",
                List.of(),
                findings,
                List.of(),
                new Coverage(1, 1),
                new TreeMap<>(),
                new TreeSet<>(),
                List.of(),
                new WeightReport(List.of()),
                List.of());
    }
}
