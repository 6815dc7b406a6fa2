package io.casemate.core.knowledge;

import io.casemate.core.knowledge.files.FieldReader;
import io.casemate.core.knowledge.framework.Framework;
import io.casemate.core.knowledge.framework.Link;
import io.casemate.core.model.AdversaryProfile;
import io.casemate.core.model.Level;
import io.casemate.core.model.Named;
import io.casemate.core.threat.Condition;
import io.casemate.core.threat.Fact;
import io.casemate.core.threat.Mitigation;
import io.casemate.core.threat.Standing;
import io.casemate.core.yaml.YamlCursor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a mitigation or an adversary profile: one file each.
 *
 * @param frameworks what references may point into; empty where they are taken as they are
 */
record CatalogueReader(ConditionReader conditions, Map<String, Framework> frameworks) {
    Optional<Mitigation> mitigation(String id, YamlCursor top) {
        YamlCursor sets = top.at("sets").required("write the fact that it changes, as in 'sets: {rate-limited: yes}'");
        Map<String, YamlCursor> entries = sets.entries();
        if (entries.size() != 1 && sets.form() == YamlCursor.Form.MAPPING) {
            sets.report(
                    "sets %d facts".formatted(entries.size()), "set one: a mitigation is one fact in its better value");
        }
        Optional<Fact> fact = Optional.empty();
        for (var entry : entries.entrySet()) {
            fact = better(entry.getKey(), entry.getValue());
        }
        String title = FieldReader.text(top.at("title"), "say what to do, as an imperative");
        String description = FieldReader.text(top.at("description"), "say how, and what it does not do");
        String verify = FieldReader.text(top.at("verify"), "say how to show that it works");
        Level cost = FieldReader.constant(top.at("cost"), Level.class, Level.MEDIUM);
        List<String> verification = ThreatReader.verification(top.at("verification"));
        var references = Link.references(top.at("references"), frameworks);
        top.noOtherKeys();
        return fact.map(
                f -> new Mitigation(id, title, description, f.id(), f.good(), verify, cost, verification, references));
    }

    Optional<Standing> standing(String id, YamlCursor top) {
        Optional<AdversaryProfile> profile = Named.find(AdversaryProfile.class, id);
        if (profile.isEmpty()) {
            top.report("has a file name that is no profile", "name it after one of the profiles of AdversaryProfile");
        }
        String title = FieldReader.text(top.at("title"), "name the profile");
        String motivation = FieldReader.text(top.at("motivation"), "say what they want");
        Level capability = FieldReader.constant(top.at("capability"), Level.class, Level.MEDIUM);
        Level likelihood = FieldReader.constant(top.at("likelihood"), Level.class, Level.MEDIUM);
        Condition reaches = place(top.at("reaches"));
        Condition byDefault = place(top.at("by-default"));
        top.noOtherKeys();
        return profile.map(p -> new Standing(p, title, motivation, capability, likelihood, reaches, byDefault));
    }

    private Condition place(YamlCursor at) {
        return at.present() ? conditions.read(at) : ConditionReader.NEVER;
    }

    private Optional<Fact> better(String id, YamlCursor value) {
        Optional<Fact> fact = Optional.ofNullable(conditions.facts().get(id));
        if (fact.isEmpty()) {
            value.report("is no fact of facts.yaml", "correct the name, or declare the fact there");
        }
        Optional<Boolean> set = value.truth();
        fact.filter(f -> set.isEmpty() || set.get() != f.good())
                .ifPresent(f -> value.report("is not the better value", "write " + (f.good() ? "yes" : "no")));
        return fact;
    }
}
