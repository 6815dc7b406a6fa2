package io.casemate.core.knowledge.signal;

import io.casemate.core.knowledge.files.FieldReader;
import io.casemate.core.knowledge.files.KnowledgeFiles;
import io.casemate.core.knowledge.signal.Signal.Side;
import io.casemate.core.yaml.YamlCursor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the signals: one file each. */
public final class SignalReader {
    private static final int LONGEST_WINDOW = 30 * 24 * 3600; // seconds; a month
    private static final int LARGEST_SAMPLE = 1_000_000;
    private static final int LEAST_STEPS = 3;

    private SignalReader() {}

    /**
     * All signals by id.
     *
     * @throws io.casemate.core.problem.InvalidInputException with everything that is wrong with them
     */
    public static Map<String, Signal> all(KnowledgeFiles files) {
        Map<String, String> metrics = new TreeMap<>();
        return files.each("signals", (id, top) -> {
            Signal signal = read(id, top);
            String other = metrics.putIfAbsent(signal.metric(), id);
            if (other != null) {
                top.at("metric").report("is the metric of '%s' too".formatted(other), "keep one of the two");
            }
            return signal;
        });
    }

    private static Signal read(String id, YamlCursor top) {
        String metric = FieldReader.text(top.at("metric"), "name the measured series");
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
                FieldReader.text(top.at("title"), "name what an alert says"),
                FieldReader.text(top.at("description"), "say what is measured and why"),
                metric,
                FieldReader.text(top.at("unit"), "say what the threshold counts"),
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
                FieldReader.text(top.at("per"), "say what is watched by itself, such as caller or class"),
                FieldReader.text(top.at("quiet"), "say when an alert means no attack"),
                runbook);
        top.noOtherKeys();
        return signal;
    }
}
