package io.casemate.core.knowledge.questionnaire;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.framework.Framework;
import io.casemate.core.knowledge.framework.Framework.Status;
import io.casemate.core.knowledge.framework.Link;
import io.casemate.core.knowledge.questionnaire.Questionnaire.Asked;
import io.casemate.core.knowledge.questionnaire.Questionnaire.Duty;
import io.casemate.core.knowledge.questionnaire.Questionnaire.Milestone;
import io.casemate.core.knowledge.questionnaire.Questionnaire.Obligation;
import io.casemate.core.knowledge.questionnaire.Questionnaire.Reason;
import io.casemate.core.knowledge.questionnaire.Questionnaire.Role;
import io.casemate.core.knowledge.questionnaire.Questionnaire.Tier;
import io.casemate.core.model.Named;
import io.casemate.core.threat.Reference;
import io.casemate.core.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the files of {@code questionnaires/}. */
public final class QuestionnaireReader {
    private final Map<String, Framework> frameworks;
    private final Map<String, Rule> named = new LinkedHashMap<>();
    private String framework = "";

    private QuestionnaireReader(Map<String, Framework> frameworks) {
        this.frameworks = frameworks;
    }

    /**
     * All of them, by the name of their file.
     *
     * @throws io.casemate.core.problem.InvalidInputException with everything that is wrong with them
     */
    public static Map<String, Questionnaire> all(Knowledge knowledge) {
        Map<String, Framework> frameworks = knowledge.frameworks();
        return knowledge.files().each("questionnaires", (id, top) -> new QuestionnaireReader(frameworks).read(id, top));
    }

    private Questionnaire read(String id, YamlCursor top) {
        framework = text(top.at("framework"), "name a file of frameworks/");
        Map<String, Asked> questions = new LinkedHashMap<>();
        top.at("questions").required("ask something").entries().forEach((key, at) -> {
            questions.put(key, asked(key, at));
            named.put(key, new Rule.Yes(key));
        });
        top.at("groups").entries().forEach((key, at) -> named.put(key, new Rule.Any(rules(at))));
        List<Tier> tiers = top.at("tiers").required("list the tiers").items().stream()
                .map(this::tier)
                .toList();
        var questionnaire = new Questionnaire(
                id,
                text(top.at("title"), "write a title"),
                framework,
                text(top.at("authority"), "say who publishes the regulation"),
                constant(top.at("status"), Status.class, Status.FINAL),
                text(top.at("source"), "say where it is published"),
                questions,
                tiers,
                top.at("duties").items().stream().map(this::duty).toList(),
                top.at("dates").items().stream().map(d -> milestone(d, tiers)).toList());
        top.noOtherKeys();
        return questionnaire;
    }

    private Asked asked(String id, YamlCursor at) {
        Reference article = article(at.at("article"), false);
        String question = text(at.at("text"), "write the question");
        boolean presumed = at.at("presume").truth().orElse(false);
        at.noOtherKeys();
        return new Asked(id, article, question, presumed);
    }

    private Tier tier(YamlCursor at) {
        List<Reason> reasons = new ArrayList<>();
        for (YamlCursor item : at.at("rules").required("say when it holds").items()) {
            reasons.add(new Reason(
                    text(item.at("by"), "name the article or annex"),
                    rule(item.at("when").required("say when it holds")),
                    text(item.at("because"), "say why"),
                    obligations(item.at("obligations"))));
            item.noOtherKeys();
        }
        var tier = new Tier(
                text(at.at("id"), "name the tier"),
                text(at.at("title"), "write a title"),
                reasons,
                obligations(at.at("obligations")));
        at.noOtherKeys();
        return tier;
    }

    private Duty duty(YamlCursor at) {
        var duty = new Duty(
                rule(at.at("when").required("say when it holds")),
                text(at.at("because"), "say why"),
                obligations(at.at("obligations")));
        at.noOtherKeys();
        return duty;
    }

    private List<Obligation> obligations(YamlCursor at) {
        List<Obligation> obligations = new ArrayList<>();
        for (YamlCursor item : at.items()) {
            Reference article = article(item.at("article"), true);
            obligations.add(new Obligation(article, constant(item.at("for"), Role.class, Role.EVERYBODY)));
            item.noOtherKeys();
        }
        return obligations;
    }

    private static Milestone milestone(YamlCursor at, List<Tier> tiers) {
        List<String> known = tiers.stream().map(Tier::id).toList();
        for (YamlCursor tier : at.at("tiers").items()) {
            if (!known.contains(tier.text(""))) {
                tier.unknown("tier", known);
            }
        }
        var milestone = new Milestone(
                text(at.at("date"), "write an ISO date"),
                text(at.at("what"), "say what begins to apply"),
                at.at("tiers").texts(),
                at.at("by").text(""),
                at.at("was").text(""),
                constant(at.at("status"), Status.class, Status.UNREVIEWED),
                at.at("note").text(""));
        at.noOtherKeys();
        return milestone;
    }

    private Rule rule(YamlCursor at) {
        if (at.form() == YamlCursor.Form.TEXT) {
            Optional<Rule> rule = Optional.ofNullable(named.get(at.text("")));
            if (rule.isEmpty()) {
                at.unknown("question", named.keySet());
            }
            return rule.orElse(new Rule.Any(List.of()));
        }
        Map<String, YamlCursor> entries = at.entries();
        if (entries.size() != 1) {
            at.report("is no rule", "write a question, or one of all, any, not");
            return new Rule.Any(List.of());
        }
        var only = entries.entrySet().iterator().next();
        return switch (only.getKey()) {
            case "all" -> new Rule.All(rules(only.getValue()));
            case "any" -> new Rule.Any(rules(only.getValue()));
            case "not" -> new Rule.Not(rule(only.getValue()));
            default -> {
                at.unknownKey(only.getKey(), "rule", List.of("all", "any", "not"));
                yield new Rule.Any(List.of());
            }
        };
    }

    private List<Rule> rules(YamlCursor at) {
        return at.items().stream().map(this::rule).toList();
    }

    /** An article by its id, and by its name as well where a reader is sent there. */
    private Reference article(YamlCursor at, boolean withName) {
        String written = text(at, "name the article");
        Optional<Link> link = Link.in(framework, written);
        link.ifPresent(l -> l.check(at, frameworks));
        if (withName && link.filter(l -> l.name().isEmpty()).isPresent()) {
            at.report("has no name", "write number and title of the article");
        }
        return link.map(Link::reference).orElse(new Reference(framework, written));
    }

    private static String text(YamlCursor at, String remedy) {
        return at.required(remedy).text("");
    }

    private static <E extends Enum<E> & Named> E constant(YamlCursor at, Class<E> vocabulary, E fallback) {
        return at.required("write one")
                .oneOf(vocabulary.getEnumConstants(), Named::id)
                .orElse(fallback);
    }
}
