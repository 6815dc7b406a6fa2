package io.casemate.cli.attest.junit;

import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the XML that JUnit, pytest and others write. Document types and external entities are refused, size and depth are
 * limited: a report comes from a build that may have run strangers' code.
 */
public final class JUnitReport {
    static final int BYTES_MAX = 64 << 20;
    private static final int DEPTH_MAX = 64;
    private static final String CONTROL = "casemate:control";

    private final String where;
    private final XMLStreamReader xml;
    private final List<TestCase> cases = new ArrayList<>();
    private final Deque<Suite> suites = new ArrayDeque<>();
    private int depth;

    /** What a suite hands down to its tests. */
    private record Suite(String timestamp, List<String> labels) {}

    private JUnitReport(String where, XMLStreamReader xml) {
        this.where = where;
        this.xml = xml;
        suites.push(new Suite("", List.of()));
    }

    /**
     * The tests in a file, in its order.
     *
     * @throws InvalidInputException where the file is no JUnit report
     */
    public static List<TestCase> read(Path file) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(BYTES_MAX + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        if (bytes.length > BYTES_MAX) {
            throw invalid(file.toString(), "is larger than %d MiB".formatted(BYTES_MAX >> 20), "split it");
        }
        return read(file.toString(), bytes);
    }

    static List<TestCase> read(String where, byte[] bytes) {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            var report = new JUnitReport(where, xml);
            report.read();
            if (report.cases.isEmpty()) {
                throw invalid(where, "holds no test case", "give a JUnit XML report");
            }
            return report.cases;
        } catch (XMLStreamException e) {
            String place = e.getLocation() == null
                    ? where
                    : "%s:%d".formatted(where, e.getLocation().getLineNumber());
            throw invalid(place, "is not XML: " + sentence(e), "give a JUnit XML report");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    private void read() throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD ->
                    throw invalid(place(), "declares a document type, which no test report needs", "remove it");
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    if (xml.getLocalName().equals("testsuite")) {
                        suites.pop();
                    }
                }
                default -> {}
            }
        }
    }

    private void start() throws XMLStreamException {
        enter();
        switch (xml.getLocalName()) {
            case "testsuite" -> suites.push(new Suite(attribute("timestamp"), suite().labels()));
            case "property" -> {
                Suite suite = suites.pop();
                List<String> labels = new ArrayList<>(suite.labels());
                label().ifPresent(labels::add);
                suites.push(new Suite(suite.timestamp(), labels));
            }
            case "testcase" -> testCase();
            default -> {}
        }
    }

    private void testCase() throws XMLStreamException {
        String own = attribute("name");
        String owner = attribute("classname");
        List<String> labels = new ArrayList<>(suite().labels());
        labels.add(own);
        var outcome = TestCase.Outcome.PASSED;
        int outside = depth - 1;
        while (depth > outside) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    enter();
                    switch (xml.getLocalName()) {
                        case "failure", "error" -> outcome = TestCase.Outcome.FAILED;
                        case "skipped" ->
                            outcome = outcome == TestCase.Outcome.FAILED ? outcome : TestCase.Outcome.SKIPPED;
                        case "property" -> label().ifPresent(labels::add);
                        default -> {}
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
        String name = owner.isEmpty() ? own : "%s.%s".formatted(owner, own);
        cases.add(new TestCase(name, labels, outcome, suite().timestamp()));
    }

    /** A control that a property names, in the form in which a test name does. */
    private Optional<String> label() {
        String name = attribute("name");
        String value = attribute("value");
        if (name.equals(CONTROL)) {
            return Optional.of("[%s]".formatted(value.strip()));
        }
        for (String text : List.of(name, value)) {
            if (text.startsWith(CONTROL + "=")) {
                return Optional.of(
                        "[%s]".formatted(text.substring(CONTROL.length() + 1).strip()));
            }
        }
        return Optional.empty();
    }

    private void enter() {
        depth++;
        if (depth > DEPTH_MAX) {
            throw invalid(place(), "has more than %d elements inside one another".formatted(DEPTH_MAX), "flatten it");
        }
    }

    private Suite suite() {
        return Objects.requireNonNull(suites.peek());
    }

    private String attribute(String name) {
        return Objects.requireNonNullElse(xml.getAttributeValue(null, name), "");
    }

    private String place() {
        return "%s:%d".formatted(where, xml.getLocation().getLineNumber());
    }

    /** The parser's reason, which it puts on the last line behind the place. */
    private static String sentence(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        return message.substring(message.lastIndexOf('\n') + 1)
                .replaceFirst("^Message: ", "")
                .replaceFirst("\\.$", "");
    }

    private static InvalidInputException invalid(String where, String what, String remedy) {
        return new InvalidInputException(List.of(new Problem(where, what, remedy)));
    }
}
