package io.casemate.core.knowledge;

import io.casemate.core.knowledge.Signal.Side;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import io.casemate.core.yaml.YamlCursor;
import io.casemate.core.yaml.YamlLimits;
import io.casemate.core.yaml.YamlProblems;
import io.casemate.core.yaml.YamlReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the signals: one file each. */
final class SignalReader {
    private static final int LONGEST_WINDOW = 30 * 24 * 3600; // seconds; a month
    private static final int LARGEST_SAMPLE = 1_000_000;
    private static final int LEAST_STEPS = 3;

    private SignalReader() {}

    /**
     * All signals by id.
     *
     * @throws InvalidInputException with everything that is wrong with them
     */
    static Map<String, Signal> all(KnowledgeFiles files) {
        Map<String, Signal> all = new LinkedHashMap<>();
        Map<String, String> metrics = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        for (String name : files.in("signals")) {
            var found = YamlProblems.of(files.label(name));
            String id = KnowledgeReader.idOf(name);
            YamlReader.read(files.read(name).orElse(new byte[0]), YamlLimits.DEFAULT, found)
                    .ifPresent(top -> {
                        Signal signal = read(id, top);
                        String other = metrics.putIfAbsent(signal.metric(), id);
                        if (other != null) {
                            top.at("metric")
                                    .report("is the metric of '%s' too".formatted(other), "keep one of the two");
                        }
                        all.put(id, signal);
                    });
            problems.addAll(found.all());
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return all;
    }

    private static Signal read(String id, YamlCursor top) {
        String metric = Fields.text(top.at("metric"), "name the measured series");
        if (!metric.isEmpty() && !metric.matches("[a-z]+(_[a-z]+)+")) {
            top.at("metric").report("is no name of a metric", "write small words joined by underscores");
        }
        YamlCursor threshold = top.at("threshold").required("write {above: number} or {below: number}");
        boolean above = threshold.at("above").present();
        if (above == threshold.at("below").present() && threshold.form() == YamlCursor.Form.MAPPING) {
            threshold.report("has not exactly one side", "write {above: number} or {below: number}");
        }
        double limit = threshold.at(above ? "above" : "below").number().orElse(0);
        threshold.noOtherKeys();
        List<String> runbook = top.at("runbook").required("list what to do").texts();
        if (top.at("runbook").present() && runbook.size() < LEAST_STEPS) {
            top.at("runbook")
                    .report(
                            "has %d steps".formatted(runbook.size()),
                            "say at least how to check, how to hold and how to hand over");
        }
        var signal = new Signal(
                id,
                Fields.text(top.at("title"), "name what an alert says"),
                Fields.text(top.at("description"), "say what is measured and why"),
                metric,
                Fields.text(top.at("unit"), "say what the threshold counts"),
                above ? Side.ABOVE : Side.BELOW,
                limit,
                Duration.ofSeconds(top.at("window")
                        .required("write the seconds that one value speaks for")
                        .whole(1, LONGEST_WINDOW)
                        .orElse(1)),
                top.at("minimum-sample")
                        .required("write below how many observations a value says nothing")
                        .whole(1, LARGEST_SAMPLE)
                        .orElse(1),
                Fields.text(top.at("per"), "say what is watched by itself, such as caller or class"),
                Fields.text(top.at("quiet"), "say when an alert means no attack"),
                runbook);
        top.noOtherKeys();
        return signal;
    }
}
