package io.casemate.cli.attest;

import io.casemate.cli.attest.junit.TestCase;
import io.casemate.core.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which tests speak of which controls: by what a test says itself, and by rules {@code TEST=control@target}. */
final class TestMap {
    private static final Pattern LABEL = Pattern.compile("\\[([^\\[\\]@\\s]+@[^\\[\\]@\\s]+)]");

    private final List<Rule> rules = new ArrayList<>();

    private record Rule(Pattern tests, ControlAt control) {}

    /**
     * @param texts rules; {@code *} in TEST stands for any letters
     * @param problems takes each rule that is none
     */
    TestMap(List<String> texts, Consumer<Problem> problems) {
        for (String text : texts) {
            int equals = text.lastIndexOf('=');
            Optional<ControlAt> control = ControlAt.of(text.substring(equals + 1));
            if (equals < 1 || control.isEmpty()) {
                problems.accept(new Problem(
                        "--map",
                        "'%s' is no rule".formatted(text),
                        "write TEST=control@target, as in 'ApiTest.refuses*=rate-limited@decision-api'"));
            } else {
                rules.add(new Rule(glob(text.substring(0, equals)), control.get()));
            }
        }
    }

    /** The controls that a test speaks of; none where nobody says. */
    Set<ControlAt> of(TestCase test) {
        Set<ControlAt> controls = new LinkedHashSet<>();
        for (String label : test.labels()) {
            Matcher matcher = LABEL.matcher(label);
            while (matcher.find()) {
                ControlAt.of(matcher.group(1)).ifPresent(controls::add);
            }
        }
        rules.stream().filter(r -> r.tests().matcher(test.name()).matches()).forEach(r -> controls.add(r.control()));
        return controls;
    }

    private static Pattern glob(String text) {
        return Pattern.compile(
                Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
