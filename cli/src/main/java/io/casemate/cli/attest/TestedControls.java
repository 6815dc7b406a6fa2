package io.casemate.cli.attest;

import io.casemate.cli.attest.junit.TestCase;
import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Provenance;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a test report says of each control. A control holds where all its tests passed and some ran; one failure speaks
 * against it; skipped tests say nothing.
 *
 * @param tests tests by the control they speak of
 * @param unmapped names of tests that speak of none
 */
record TestedControls(Map<ControlAt, List<TestCase>> tests, List<String> unmapped) {
    private static final int NAMED_MAX = 3;

    static TestedControls of(List<TestCase> cases, TestMap map) {
        Map<ControlAt, List<TestCase>> tests = new LinkedHashMap<>();
        List<String> unmapped = new ArrayList<>();
        for (TestCase test : cases) {
            var controls = map.of(test);
            controls.forEach(
                    c -> tests.computeIfAbsent(c, _ -> new ArrayList<>()).add(test));
            if (controls.isEmpty()) {
                unmapped.add(test.name());
            }
        }
        return new TestedControls(tests, unmapped);
    }

    /** @param now the latest moment that evidence may be of, and that of reports that state none */
    List<Attestation> attestations(Instant now) {
        List<Attestation> attestations = new ArrayList<>();
        tests.forEach((control, cases) -> {
            List<TestCase> run = cases.stream()
                    .filter(c -> c.outcome() != TestCase.Outcome.SKIPPED)
                    .toList();
            if (!run.isEmpty()) {
                attestations.add(attestation(control, run, now));
            }
        });
        return attestations;
    }

    private static Attestation attestation(ControlAt control, List<TestCase> run, Instant now) {
        List<TestCase> failed =
                run.stream().filter(c -> c.outcome() == TestCase.Outcome.FAILED).toList();
        boolean holds = failed.isEmpty();
        String names = (holds ? run : failed)
                .stream().limit(NAMED_MAX).map(TestCase::name).collect(Collectors.joining(", "));
        String statement = "%d of %d tests passed: %s%s"
                .formatted(run.size() - failed.size(), run.size(), holds ? "" : "failed ", names);
        Instant ran = run.stream()
                .map(c -> moment(c.timestamp(), now))
                .min(Instant::compareTo)
                .orElse(now);
        var provenance = Provenance.of("junit", "", ran.isAfter(now) ? now : ran);
        return new Attestation(provenance, control.control(), control.target(), holds, true, statement);
    }

    /** JUnit's form has no zone; it is read as UTC. */
    private static Instant moment(String timestamp, Instant otherwise) {
        try {
            return timestamp.matches(".*T.*(Z|[+-][0-9:]+)")
                    ? OffsetDateTime.parse(timestamp).toInstant()
                    : LocalDateTime.parse(timestamp).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException unreadable) {
            return otherwise;
        }
    }
}
