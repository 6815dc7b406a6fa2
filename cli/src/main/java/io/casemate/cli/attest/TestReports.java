package io.casemate.cli.attest;

import io.casemate.cli.attest.junit.JUnitReport;
import io.casemate.cli.attest.junit.TestCase;
import io.casemate.cli.terminal.Terminal;
import io.casemate.core.evidence.ledger.LedgerDraft;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Test reports as attestations. Nothing is recorded where a test names a control or target that nobody knows. */
final class TestReports {
    private static final int NAMED_MAX = 5;

    private final List<Path> files;
    private final List<String> rules;
    private final Terminal terminal;

    TestReports(List<Path> files, List<String> rules, Terminal terminal) {
        this.files = files;
        this.rules = rules;
        this.terminal = terminal;
    }

    List<LedgerDraft> drafts(KnownIds known, Instant now) {
        List<Problem> problems = new ArrayList<>();
        TestMap map = new TestMap(rules, problems::add);
        List<TestCase> cases = new ArrayList<>();
        for (Path file : files) {
            try {
                cases.addAll(JUnitReport.read(file));
            } catch (InvalidInputException e) {
                problems.addAll(e.problems());
            }
        }
        TestedControls tested = TestedControls.of(cases, map);
        tested.tests()
                .forEach((control, tests) ->
                        known.check("test " + tests.getFirst().name(), control, problems::add));
        if (problems.isEmpty() && tested.tests().isEmpty()) {
            problems.add(new Problem(
                    files.getFirst().toString(),
                    "has %d tests and none names a control".formatted(cases.size()),
                    "name one like 'refuses bursts [rate-limited@api]', or give --map"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        report(tested.unmapped());
        return tested.attestations(now).stream().map(LedgerDraft::of).toList();
    }

    private void report(List<String> unmapped) {
        if (!unmapped.isEmpty()) {
            String some = String.join(", ", unmapped.subList(0, Math.min(NAMED_MAX, unmapped.size())));
            int more = unmapped.size() - NAMED_MAX;
            terminal.err()
                    .printf(
                            "%d unmapped tests, which name no control: %s%s%n",
                            unmapped.size(), some, more > 0 ? " and %d more".formatted(more) : "");
        }
    }
}
