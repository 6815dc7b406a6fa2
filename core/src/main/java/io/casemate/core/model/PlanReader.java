package io.casemate.core.model;

import io.casemate.core.yaml.YamlCursor;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads what people decided, when they looked, and what they state: treatments, reviews, answers, statements. */
final class PlanReader {
    private static final Pattern SCENARIO = Pattern.compile("([a-z0-9]+(?:-[a-z0-9]+)*)@(.+)");
    /** What may bring a review about. */
    static final List<String> TRIGGERS = List.of("initial", "quarterly", "incident", "model-update");

    private static final double COST_MAX = 1e9;

    private PlanReader() {}

    static List<Treatment> treatments(List<YamlCursor> items, ModelIds ids, Vocabulary known) {
        List<Treatment> treatments = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (YamlCursor item : items) {
            Treatment treatment = treatment(item, ids, known);
            Optional<Integer> before = Optional.ofNullable(lines.putIfAbsent(treatment.scenario(), item.line()));
            if (treatment.decided() && before.isPresent()) {
                item.at("scenario")
                        .invalid("is treated since line %d".formatted(before.get()), "keep one treatment a scenario");
            }
            treatments.add(treatment);
        }
        return treatments;
    }

    static Review review(YamlCursor at) {
        Review review = new Review(
                date(at.at("date").required("write the day, such as 2026-10-01")),
                at.at("by").required("say who looked").text(""),
                at.at("trigger")
                        .required("say why: initial, quarterly, incident or model-update")
                        .oneOf(TRIGGERS.toArray(String[]::new), Function.identity())
                        .orElse(""),
                at.at("notes").text(""));
        at.noOtherKeys();
        return review;
    }

    /** Answers of yes or no, by questionnaire and question; an unknown is no answer. */
    static Map<String, Map<String, Boolean>> answers(YamlCursor at) {
        Map<String, Map<String, Boolean>> answers = new LinkedHashMap<>();
        at.entries().forEach((questionnaire, questions) -> {
            Map<String, Boolean> some = new LinkedHashMap<>();
            questions.entries().forEach((question, answer) -> answer.truth().ifPresent(a -> some.put(question, a)));
            answers.put(questionnaire, some);
        });
        return answers;
    }

    /** What mitigations cost at one place in a year, by id. */
    static Map<String, Double> costs(YamlCursor at, Vocabulary known) {
        Map<String, Double> costs = new LinkedHashMap<>();
        at.entries().forEach((mitigation, cost) -> {
            if (!known.mitigations().contains(mitigation)) {
                at.unknownKey(mitigation, "mitigation", known.mitigations());
            }
            cost.number().ifPresent(amount -> {
                if (amount < 0 || amount > COST_MAX) {
                    cost.invalid("is no cost", "write what one place costs in a year, 0 to a billion");
                } else {
                    costs.put(mitigation, amount);
                }
            });
        });
        return costs;
    }

    static Statement statement(YamlCursor at) {
        YamlCursor requirement = at.at("requirement").required("name it, such as NIST-AI-RMF GOVERN 3.1");
        YamlCursor claim = at.at("claim");
        YamlCursor reason = at.at("not-applicable");
        if (claim.present() == reason.present()) {
            at.report("needs one of claim and not-applicable", "say how it is met, or why it does not apply");
        }
        var statement = new Statement(
                requirement.text(""),
                claim.present(),
                claim.present() ? claim.text("") : reason.text(""),
                at.at("by").text(""));
        at.noOtherKeys();
        return statement;
    }

    private static Treatment treatment(YamlCursor at, ModelIds ids, Vocabulary known) {
        Treatment.Action action = at.at("action")
                .required("write mitigate, accept, transfer, avoid or not-applicable")
                .oneOf(Treatment.Action.values(), Named::id)
                .orElse(Treatment.Action.MITIGATE);
        YamlCursor reason = at.at("reason");
        if (action != Treatment.Action.MITIGATE) {
            reason.required("say why: '%s' needs a reason".formatted(action.id()));
        }
        Treatment treatment = new Treatment(
                scenario(at.at("scenario").required("write it as threat@target"), ids, known),
                action,
                mitigations(at.at("mitigations"), known),
                at.at("owner").text(""),
                date(at.at("due")),
                at.at("status").oneOf(Treatment.Status.values(), Named::id).orElse(Treatment.Status.OPEN),
                reason.text(""));
        at.noOtherKeys();
        return treatment;
    }

    private static List<String> mitigations(YamlCursor at, Vocabulary known) {
        for (YamlCursor item : at.items()) {
            if (item.form() == YamlCursor.Form.TEXT && !known.mitigations().contains(item.text(""))) {
                item.unknown("mitigation", known.mitigations());
            }
        }
        return at.texts();
    }

    private static String scenario(YamlCursor at, ModelIds ids, Vocabulary known) {
        String text = at.text("");
        var scenario = SCENARIO.matcher(text);
        if (at.form() == YamlCursor.Form.TEXT && !scenario.matches()) {
            at.invalid("is no scenario", "write it as threat@target, such as model-extraction@fraud-model");
        } else if (at.form() == YamlCursor.Form.TEXT) {
            if (!known.threats().contains(scenario.group(1))) {
                at.unknownPart(scenario.group(1), "threat", known.threats());
            }
            if (!ids.isTarget(scenario.group(2))) {
                at.unknownPart(scenario.group(2), "target", ids.targets());
            }
        }
        return text;
    }

    private static String date(YamlCursor at) {
        String date = at.text("");
        if (at.form() == YamlCursor.Form.TEXT && !isDate(date)) {
            at.invalid("is no date", "write year-month-day, such as 2027-01-31");
        }
        return date;
    }

    private static boolean isDate(String text) {
        try {
            return text.length() == 10 && LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
