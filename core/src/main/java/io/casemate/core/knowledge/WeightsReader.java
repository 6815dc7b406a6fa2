package io.casemate.core.knowledge;

import io.casemate.core.knowledge.files.FieldReader;
import io.casemate.core.model.Level;
import io.casemate.core.model.Named;
import io.casemate.core.threat.Factor.Strength;
import io.casemate.core.threat.Weights;
import io.casemate.core.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code weights.yaml}; every block of constants must name its source. */
final class WeightsReader {
    private static final List<String> AGEING = List.of("finding", "attack", "attestation");

    private WeightsReader() {}

    static Weights read(YamlCursor top) {
        YamlCursor controls = sourced(top, "controls");
        Map<Strength, Weights.Control> control = new EnumMap<>(Strength.class);
        for (Strength strength : Strength.values()) {
            control.put(strength, control(controls.at(strength.id())));
        }
        YamlCursor aggravations = sourced(top, "aggravation");
        Map<Strength, Double> aggravation = numbers(aggravations, Strength.class, 0, 100);
        YamlCursor presumption = sourced(top, "presumption");
        YamlCursor step = sourced(top, "step");
        double presumed = number(presumption.at("value"), -100, 0);
        double stepped = number(step.at("value"), -100, 0);
        YamlCursor frequency = sourced(top, "frequency");
        YamlCursor evidence = sourced(top, "evidence");
        YamlCursor bands = sourced(top, "bands");
        YamlCursor effort = sourced(top, "effort");
        YamlCursor plan = sourced(top, "plan");
        var weights = new Weights(
                control,
                aggravation,
                presumed,
                stepped,
                frequency(frequency),
                evidence(evidence),
                new Weights.Bands(number(bands.at("medium"), 0, 1), number(bands.at("high"), 0, 1)),
                effort(effort),
                planning(plan));
        for (YamlCursor block :
                List.of(controls, aggravations, presumption, step, frequency, evidence, bands, effort, plan, top)) {
            block.noOtherKeys();
        }
        return weights;
    }

    private static Weights.Effort effort(YamlCursor at) {
        return new Weights.Effort(
                number(at.at("act-days"), 0, 10_000), numbers(at.at("attempt-days"), Level.class, 0, 10_000));
    }

    private static Weights.Planning planning(YamlCursor plan) {
        List<Integer> days = new ArrayList<>();
        plan.at("due-days").items().forEach(d -> days.add((int) number(d, 0, 10_000)));
        if (days.size() != 3) {
            plan.at("due-days").report("has %d numbers".formatted(days.size()), "give days for priorities 1, 2 and 3");
            days.clear();
            days.addAll(List.of(0, 0, 0));
        }
        return new Weights.Planning(numbers(plan.at("cost-a-year"), Level.class, 0, 1e9), days);
    }

    private static YamlCursor sourced(YamlCursor top, String key) {
        YamlCursor block = top.at(key).required("state these constants");
        FieldReader.text(block.at("source"), "say where the numbers come from");
        return block;
    }

    private static Weights.Control control(YamlCursor at) {
        double claimed = number(at.at("claimed"), -100, 0);
        double verified = number(at.at("verified"), -100, 0);
        double unknown = number(at.at("unknown"), -100, 0);
        at.noOtherKeys();
        if (verified <= claimed && claimed <= unknown) {
            return new Weights.Control(claimed, verified, unknown);
        }
        at.report("has its weights in the wrong order", "let verified <= claimed <= unknown");
        return new Weights.Control(0, 0, 0);
    }

    private static Weights.Frequency frequency(YamlCursor at) {
        List<Double> shares = new ArrayList<>();
        at.at("skill-short-by").items().forEach(item -> shares.add(number(item, 0, 1)));
        if (shares.size() != Level.values().length) {
            at.at("skill-short-by").report("has %d shares".formatted(shares.size()), "state 3: for 0, 1 and 2 levels");
        }
        return new Weights.Frequency(
                numbers(at.at("attempts-per-year"), Level.class, 0, 1e6),
                List.copyOf(shares),
                number(at.at("prior-years"), 0, 100),
                number(at.at("watch-years"), 0, 100));
    }

    private static Weights.EvidenceWeights evidence(YamlCursor at) {
        return new Weights.EvidenceWeights(
                number(at.at("cap-decibans"), 0, 1000),
                number(at.at("trial-strength"), 0, 1e6),
                days(at.at("half-life-days")),
                days(at.at("stale-after-days")));
    }

    private static Map<String, Double> days(YamlCursor at) {
        Map<String, Double> days = new LinkedHashMap<>();
        AGEING.forEach(kind -> days.put(kind, number(at.at(kind), 1, 36_500)));
        at.noOtherKeys();
        return Map.copyOf(days);
    }

    private static <E extends Enum<E> & Named> Map<E, Double> numbers(
            YamlCursor at, Class<E> vocabulary, double min, double max) {
        Map<E, Double> numbers = new EnumMap<>(vocabulary);
        for (E key : vocabulary.getEnumConstants()) {
            numbers.put(key, number(at.at(key.id()), min, max));
        }
        return numbers;
    }

    private static double number(YamlCursor at, double min, double max) {
        double value = at.required("state the number").number().orElse(min);
        if (value < min || value > max) {
            at.report("is %s".formatted(value), "write a number from %s to %s".formatted(min, max));
        }
        return value;
    }
}
