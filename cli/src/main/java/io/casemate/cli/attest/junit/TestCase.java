package io.casemate.cli.attest.junit;

import java.util.List;

/**
 * One test of a JUnit report.
 *
 * @param name class and method
 * @param labels texts in which a control may be named: its name and the properties of it and its suite
 * @param timestamp when its suite ran, as written; empty where the report does not say
 */
public record TestCase(String name, List<String> labels, Outcome outcome, String timestamp) {
    /** How it ended. */
    public enum Outcome {
        PASSED,
        FAILED,
        SKIPPED
    }

    public TestCase {
        labels = List.copyOf(labels);
    }
}
