package io.casemate.core.knowledge;

import io.casemate.core.knowledge.files.FieldReader;
import io.casemate.core.knowledge.framework.Framework;
import io.casemate.core.knowledge.framework.Link;
import io.casemate.core.model.AdversaryProfile;
import io.casemate.core.model.AssetKind;
import io.casemate.core.model.Level;
import io.casemate.core.threat.Condition;
import io.casemate.core.threat.Factor;
import io.casemate.core.threat.Factor.Place;
import io.casemate.core.threat.Factor.Strength;
import io.casemate.core.threat.Mitigation;
import io.casemate.core.threat.Stage;
import io.casemate.core.threat.Stride;
import io.casemate.core.threat.Threat;
import io.casemate.core.threat.Threat.Maturity;
import io.casemate.core.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a threat: one file each, without its examples.
 *
 * @param frameworks what references may point into; empty where they are taken as they are
 */
record ThreatReader(
        ConditionReader conditions, Map<String, Mitigation> mitigations, Map<String, Framework> frameworks) {
    private static final List<String> TESTS = List.of("scan", "attack", "probe", "signal");

    /** The threat; some of its fields are placeholders after a problem. */
    Optional<Threat> read(String id, YamlCursor top) {
        List<Condition> when = new ArrayList<>();
        Condition.Path path = when(top.at("when").required("state when it applies"), when);
        var threat = new Threat(
                id,
                FieldReader.text(top.at("title"), "name the threat"),
                FieldReader.constant(top.at("maturity"), Maturity.class, Maturity.SANDBOX),
                FieldReader.constants(top.at("stride").required("name its classes"), Stride.class),
                FieldReader.constant(top.at("stage"), Stage.class, Stage.DATA),
                onFlows(top.at("on")),
                Link.references(top.at("references"), frameworks),
                FieldReader.text(top.at("description"), "say what the attacker does and what it leads to"),
                scenario(top.at("scenario")),
                new Condition.All(when),
                path,
                prior(top.at("prior")),
                FieldReader.constant(top.at("skill"), Level.class, Level.MEDIUM),
                FieldReader.constants(top.at("by"), AdversaryProfile.class),
                FieldReader.constants(top.at("harms"), AssetKind.class),
                top.at("impact").required("write 1, 2 or 3").whole(1, 3).orElse(1),
                mitigations(top.at("mitigations").required("name what lowers it, the most useful first")),
                aggravations(top.at("aggravated-by")),
                verification(top.at("verification")),
                FieldReader.text(top.at("false-positives"), "say when a hit is to be ignored"));
        top.noOtherKeys();
        return Optional.of(threat);
    }

    private static boolean onFlows(YamlCursor on) {
        if (on.present() && !on.text("").equals("flow")) {
            on.report("is not 'flow'", "write 'on: flow' for a threat to flows, nothing for one to elements");
        }
        return on.present();
    }

    /** Adds the clauses for the target and gives back the path. */
    private Condition.Path when(YamlCursor at, List<Condition> clauses) {
        boolean several =
                at.form() == YamlCursor.Form.MAPPING && at.entries().keySet().equals(Set.of("all"));
        if (!several) {
            clauses.add(conditions.read(at));
            return Threat.AT_TARGET;
        }
        Optional<Condition.Path> path = Optional.empty();
        for (YamlCursor clause : at.at("all").items()) {
            if (clause.form() == YamlCursor.Form.MAPPING
                    && clause.entries().size() == 1
                    && clause.entries().containsKey("path")) {
                if (path.isPresent()) {
                    clause.report("is a second path", "keep one");
                }
                path = Optional.of(conditions.path(clause.at("path")));
            } else {
                clauses.add(conditions.read(clause));
            }
        }
        return path.orElse(Threat.AT_TARGET);
    }

    private static String scenario(YamlCursor at) {
        String scenario = FieldReader.text(at, "write one sentence with {entry}, {path} and {target}");
        if (at.present() && !scenario.contains("{target}")) {
            at.report("does not name {target}", "say where the harm lands");
        }
        String rest = scenario.replace("{entry}", "").replace("{path}", "").replace("{target}", "");
        if (rest.contains("{") || rest.contains("}")) {
            at.report("has an unknown placeholder", "known are {entry}, {path}, {target}");
        }
        return scenario;
    }

    private static double prior(YamlCursor at) {
        double prior = at.required("write a probability").number().orElse(0.5);
        if (prior > 0 && prior < 1) {
            return prior;
        }
        at.report("is %s".formatted(prior), "write a probability above 0 and below 1");
        return 0.5;
    }

    private List<Factor> mitigations(YamlCursor at) {
        Map<String, Factor> factors = new LinkedHashMap<>();
        for (YamlCursor item : at.items()) {
            String id = FieldReader.text(item.at("id"), "name a mitigation");
            Place place = FieldReader.optional(item.at("at"), Place.class).orElse(Place.TARGET);
            Strength strength = strength(item);
            item.noOtherKeys();
            Optional<Mitigation> mitigation = Optional.ofNullable(mitigations.get(id));
            if (mitigation.isEmpty() && !id.isEmpty()) {
                item.at("id").unknown("mitigation", mitigations.keySet());
            }
            mitigation
                    .map(m -> factors.put(id, new Factor(m.fact(), m.value(), id, place, strength)))
                    .ifPresent(twice -> item.report("repeats '%s'".formatted(id), "remove one of the two"));
        }
        return List.copyOf(factors.values());
    }

    private List<Factor> aggravations(YamlCursor at) {
        List<Factor> factors = new ArrayList<>();
        for (YamlCursor item : at.items()) {
            Place place = FieldReader.optional(item.at("at"), Place.class).orElse(Place.TARGET);
            if (place == Place.PATH) {
                item.at("at").report("is path", "read an exposure at the target or the entry");
            }
            Strength strength = strength(item);
            Optional<String> fact = conditions.fact(item.at("fact"));
            if (fact.map(f -> conditions.facts().get(f)).filter(f -> f.good()).isPresent()) {
                item.at("fact").report("is a control", "list the mitigation that sets it, or name an exposure");
            }
            item.noOtherKeys();
            fact.ifPresent(f -> factors.add(new Factor(f, true, "", place, strength)));
        }
        return factors;
    }

    private static Strength strength(YamlCursor item) {
        return FieldReader.optional(item.at("strength"), Strength.class).orElse(Strength.MODERATE);
    }

    /** The ids of tests, each with the verb that runs it. */
    static List<String> verification(YamlCursor at) {
        for (YamlCursor item : at.items()) {
            String test = FieldReader.text(item, "name a test");
            if (!TESTS.contains(test.split(":", 2)[0]) || !test.contains(":")) {
                item.report("is '%s'".formatted(test), "write scan:, attack:, probe: or signal: and its id");
            }
        }
        return at.texts();
    }
}
