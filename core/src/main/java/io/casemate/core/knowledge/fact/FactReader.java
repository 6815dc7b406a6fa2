package io.casemate.core.knowledge.fact;

import io.casemate.core.knowledge.files.FieldReader;
import io.casemate.core.model.ElementKind;
import io.casemate.core.threat.Fact;
import io.casemate.core.threat.Fact.Presumption;
import io.casemate.core.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code facts.yaml}: group, fact, what it says and what an unknown presumes. */
public final class FactReader {
    private static final Presumption ABSENT = new Presumption(Set.of(), "", false, "nobody stated it");

    private final KindGroups kinds;

    public FactReader(KindGroups kinds) {
        this.kinds = kinds;
    }

    public Map<String, Fact> read(YamlCursor top) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        top.entries()
                .forEach((group, members) -> members.entries().forEach((id, at) -> {
                    if (facts.put(id, fact(id, group, at)) != null) {
                        at.report("stands in two groups", "keep it in one");
                    }
                }));
        top.entries()
                .forEach(
                        (group, members) -> members.entries().values().forEach(at -> follows(at.at("presume"), facts)));
        return facts;
    }

    /** Only an exposure may be what something follows from: controls move what names them and nothing else. */
    private static void follows(YamlCursor presume, Map<String, Fact> facts) {
        if (presume.form() == YamlCursor.Form.TEXT) {
            return;
        }
        for (YamlCursor item : presume.items()) {
            String where = item.at("where").text("");
            @Nullable Fact fact = facts.get(where);
            if (!where.isEmpty() && (fact == null || fact.good())) {
                item.at("where")
                        .report("names '%s', which is no exposure".formatted(where), "name a fact with 'good: no'");
            }
        }
    }

    private Fact fact(String id, String group, YamlCursor at) {
        boolean good = at.at("good")
                .required("write yes for a control, no for an exposure")
                .truth()
                .orElse(true);
        String means = FieldReader.text(at.at("means"), "say what yes means");
        String question = FieldReader.text(at.at("question"), "say what to ask");
        YamlCursor on = at.at("on").required("name the kinds it makes sense for");
        Set<ElementKind> sensible = EnumSet.noneOf(ElementKind.class);
        boolean flows = false;
        for (YamlCursor item : FieldReader.list(on)) {
            if (item.text("").equals("flow")) {
                flows = true;
            } else {
                sensible.addAll(kinds.kinds(item));
            }
        }
        List<Presumption> presumptions = presumptions(at.at("presume"), good);
        at.noOtherKeys();
        return new Fact(id, group, good, means, question, sensible, flows, presumptions);
    }

    private List<Presumption> presumptions(YamlCursor presume, boolean good) {
        if (presume.form() == YamlCursor.Form.TEXT && presume.text("").equals("none")) {
            return List.of();
        }
        List<Presumption> presumptions = new ArrayList<>();
        for (YamlCursor item : presume.items()) {
            Set<ElementKind> fit = kinds.kinds(item.at("kinds"));
            Optional<Boolean> value =
                    item.at("value").required("write yes or no").truth();
            String where = item.at("where").text("");
            String because = FieldReader.text(item.at("because"), "say why it may be presumed");
            value.ifPresent(v -> presumptions.add(new Presumption(fit, where, v, because)));
            item.noOtherKeys();
        }
        if (good) {
            presumptions.add(ABSENT);
        }
        return presumptions;
    }
}
