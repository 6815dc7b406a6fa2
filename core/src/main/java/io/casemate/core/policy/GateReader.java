package io.casemate.core.policy;

import io.casemate.core.model.Named;
import io.casemate.core.risk.Band;
import io.casemate.core.verdict.Outcome;
import io.casemate.core.yaml.YamlCursor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the section {@code gate}. Conditions stay texts with their lines. */
final class GateReader {
    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";

    private final Map<String, Integer> lines = new HashMap<>();

    private GateReader() {}

    static GateSection read(YamlCursor gate) {
        return new GateReader().section(gate);
    }

    private GateSection section(YamlCursor gate) {
        boolean builtIn = gate.at("default-rules").truth().orElse(true);
        List<Switched> without = gate.at("without").items().stream()
                .flatMap(at -> switched(at).stream())
                .toList();
        Map<Band, Integer> budgets = budgets(gate.at("budgets"));
        List<RuleText> rules = new ArrayList<>();
        gate.at("rules").items().forEach(at -> rule(at).ifPresent(rules::add));
        List<EvidenceDemand> evidence = new ArrayList<>();
        gate.at("evidence").items().forEach(at -> demand(at).ifPresent(evidence::add));
        List<Waiver> waivers = gate.at("waivers").items().stream()
                .flatMap(at -> waiver(at).stream())
                .toList();
        gate.noOtherKeys();
        return new GateSection(builtIn, without, budgets, rules, evidence, waivers);
    }

    private static Optional<Switched> switched(YamlCursor at) {
        Written rule = written(at.at("rule").required("name a built-in rule, as no-high"));
        Optional<String> reason = PolicyReader.said(at.at("reason"), "say why you do without it");
        at.noOtherKeys();
        return rule.present() && reason.isPresent() ? Optional.of(new Switched(rule, reason.get())) : Optional.empty();
    }

    private static Map<Band, Integer> budgets(YamlCursor at) {
        Map<Band, Integer> budgets = new EnumMap<>(Band.class);
        for (Band band : Band.values()) {
            at.at(band.id()).whole(0, 1_000_000).ifPresent(n -> budgets.put(band, n));
        }
        at.noOtherKeys();
        return budgets;
    }

    private Optional<RuleText> rule(YamlCursor at) {
        Optional<String> id = id(at);
        Optional<String> title = title(at);
        Optional<Each> each = at.at("each")
                .required("write system, risk, answered, element, question or gap")
                .oneOf(Each.values(), Named::id);
        Written when = written(at.at("when"));
        Written require = written(at.at("require").required("write what must be so, as risk.band != 'high'"));
        Outcome otherwise = at.at("otherwise")
                .oneOf(new Outcome[] {Outcome.FAIL, Outcome.UNDECIDED}, Named::id)
                .orElse(Outcome.FAIL);
        Written message = written(at.at("message"));
        Written remedy = written(at.at("remedy"));
        at.noOtherKeys();
        if (id.isEmpty() || title.isEmpty() || each.isEmpty() || !require.present()) {
            return Optional.empty();
        }
        return Optional.of(
                new RuleText(id.get(), title.get(), each.get(), when, require, otherwise, message, remedy, at.line()));
    }

    private Optional<EvidenceDemand> demand(YamlCursor at) {
        Optional<String> id = id(at);
        Optional<String> title = title(at);
        Optional<Each> each = at.at("each")
                .required("write risk, answered or element")
                .oneOf(new Each[] {Each.RISK, Each.ANSWERED, Each.ELEMENT}, Named::id);
        Written when = written(at.at("when"));
        EvidenceDemand.Kind kind =
                at.at("kind").oneOf(EvidenceDemand.Kind.values(), Named::id).orElse(EvidenceDemand.Kind.ANY);
        String control = at.at("control").text("");
        int days = at.at("max-age-days")
                .required("say how old it may be")
                .whole(1, 3650)
                .orElse(0);
        Written remedy = written(at.at("remedy"));
        at.noOtherKeys();
        if (id.isEmpty() || title.isEmpty() || each.isEmpty() || days == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new EvidenceDemand(id.get(), title.get(), each.get(), when, kind, control, days, remedy, at.line()));
    }

    private static Optional<Waiver> waiver(YamlCursor at) {
        Optional<String> rule = PolicyReader.said(at.at("rule"), "name the rule, as no-high");
        Optional<String> subject =
                PolicyReader.said(at.at("subject"), "name what it is for, as model-extraction@decision-api");
        Optional<String> approver = PolicyReader.said(at.at("approver"), "say who answers for it");
        Optional<String> reason = PolicyReader.said(at.at("reason"), "say why it does not count");
        Optional<LocalDate> expires = PolicyReader.day(at.at("expires"));
        at.noOtherKeys();
        if (rule.isEmpty() || subject.isEmpty() || approver.isEmpty() || reason.isEmpty() || expires.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Waiver(rule.get(), subject.get(), "", approver.get(), reason.get(), expires.get(), at.line()));
    }

    private static Optional<String> title(YamlCursor at) {
        return PolicyReader.said(at.at("title"), "say in one sentence what it wants");
    }

    private Optional<String> id(YamlCursor at) {
        YamlCursor place = at.at("id").required("give it an id, as no-public-notebook");
        Optional<String> id = place.text();
        if (id.isPresent() && !id.get().matches(ID)) {
            place.invalid("is no id", "use small letters, digits and single hyphens");
        } else if (id.isPresent()) {
            Integer before = lines.putIfAbsent(id.get(), place.line());
            if (before != null) {
                place.invalid("is taken since line %d".formatted(before), "choose another id");
            }
        }
        return id;
    }

    private static Written written(YamlCursor at) {
        return new Written(at.text("").strip(), at.line(), at.path());
    }
}
