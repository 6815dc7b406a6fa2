package io.casemate.cli.explain;

import io.casemate.cli.terminal.Lines;
import io.casemate.cli.terminal.Style;
import io.casemate.cli.terminal.Table;
import io.casemate.core.json.Json;
import io.casemate.core.json.JsonArray;
import io.casemate.core.json.JsonObject;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.framework.Framework;
import io.casemate.core.knowledge.questionnaire.Classification;
import io.casemate.core.knowledge.questionnaire.Questionnaire;
import io.casemate.core.knowledge.questionnaire.Questionnaire.Milestone;
import io.casemate.core.knowledge.questionnaire.Questionnaire.Obligation;
import io.casemate.core.knowledge.questionnaire.Questionnaire.Tier;
import io.casemate.core.knowledge.questionnaire.QuestionnaireReader;
import io.casemate.core.model.SystemModel;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import io.casemate.core.problem.Spelling;
import io.casemate.core.threat.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tier in which a model's answers put it, for people and programs. */
record Tiers(
        Questionnaire questionnaire, Framework framework, Map<String, Boolean> answers, Classification classification) {
    /**
     * @throws InvalidInputException where there is no such questionnaire, or an answer to a question that it does not ask
     */
    static Tiers of(Knowledge knowledge, String id, SystemModel model) {
        Map<String, Questionnaire> all = QuestionnaireReader.all(knowledge);
        Questionnaire questionnaire = all.get(id);
        if (questionnaire == null) {
            String remedy = Spelling.remedy(id, List.copyOf(all.keySet()), "");
            throw new InvalidInputException(
                    List.of(new Problem("--framework", "'%s' has no questionnaire".formatted(id), remedy)));
        }
        Map<String, Boolean> answers = model.answers().getOrDefault(id, Map.of());
        List<Problem> problems = new ArrayList<>();
        for (String question : answers.keySet()) {
            if (!questionnaire.questions().containsKey(question)) {
                String remedy = Spelling.remedy(
                        question, List.copyOf(questionnaire.questions().keySet()), "remove it");
                problems.add(new Problem("answers.%s.%s".formatted(id, question), "is no question of it", remedy));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        Framework framework = Objects.requireNonNull(knowledge.frameworks().get(questionnaire.framework()));
        return new Tiers(questionnaire, framework, answers, questionnaire.tier(answers));
    }

    String text(Style style, int columns) {
        var text = new StringBuilder(style.bold(questionnaire.title())).append("\n\n");
        text.append(style.bold(classification.tier().title()));
        text.append(classification.decided() ? "" : ", as far as the answers go")
                .append('\n');
        classification.reasons().forEach(r -> paragraph(text, columns, "%s: %s".formatted(r.by(), r.because())));
        if (!classification.also().isEmpty()) {
            paragraph(text, columns, "beside it: " + titles(classification.also()));
        }
        if (!classification.couldBe().isEmpty()) {
            paragraph(text, columns, "an open question could still make it: " + titles(classification.couldBe()));
        }
        classification.notes().forEach(note -> paragraph(text, columns, note));
        var obligations = new Table(columns, "  ");
        classification
                .obligations()
                .forEach(o -> obligations.row(o.role().id(), o.article().id(), name(o.article())));
        section(text, style, "Obligations", obligations);
        var dates = new Table(columns, "  ");
        classification.dates().forEach(d -> dates.row(d.date(), d.what(), standing(d)));
        section(text, style, "Dates", dates);
        List<String> open = classification.open();
        if (!open.isEmpty()) {
            text.append('\n')
                    .append(style.bold("Open questions (%d)".formatted(open.size())))
                    .append('\n');
        }
        for (String id : open) {
            text.append("  ").append(style.bold(id)).append('\n');
            text.append(Lines.wrap(question(id), columns, "    ")).append('\n');
        }
        return text.toString();
    }

    private String question(String id) {
        return Optional.ofNullable(questionnaire.questions().get(id))
                .map(q -> "%s (%s)".formatted(q.text(), q.article().id()))
                .orElse("");
    }

    private static void paragraph(StringBuilder text, int columns, String words) {
        text.append(Lines.wrap(words, columns, "  ")).append('\n');
    }

    private static void section(StringBuilder text, Style style, String heading, Table table) {
        String rows = table.text();
        if (!rows.isEmpty()) {
            text.append('\n').append(style.bold(heading)).append('\n').append(rows);
        }
    }

    private static String titles(List<Tier> tiers) {
        return tiers.stream().map(Tier::title).collect(Collectors.joining(", "));
    }

    private static String standing(Milestone date) {
        String was = date.was().isEmpty() ? "" : ", was " + date.was();
        return date.status().id() + was;
    }

    private String name(Reference article) {
        return framework.name(article.id()).orElse("");
    }

    JsonObject json() {
        return Json.object()
                .put("casemate", 1)
                .put("framework", questionnaire.id())
                .put("tier", classification.tier().id())
                .put("title", classification.tier().title())
                .put("decided", classification.decided())
                .put(
                        "reasons",
                        Json.array(
                                classification.reasons(),
                                r -> Json.object().put("by", r.by()).put("because", r.because())))
                .put("also", ids(classification.also()))
                .put("couldBe", ids(classification.couldBe()))
                .put("notes", Json.texts(classification.notes()))
                .put("obligations", Json.array(classification.obligations(), this::json))
                .put("dates", Json.array(classification.dates(), Tiers::json))
                .put("questions", Json.array(questionnaire.questions().values(), this::json));
    }

    private static JsonArray ids(List<Tier> tiers) {
        return Json.texts(tiers.stream().map(Tier::id).toList());
    }

    private JsonObject json(Obligation obligation) {
        return Json.object()
                .put("article", obligation.article().id())
                .put("name", name(obligation.article()))
                .put("for", obligation.role().id());
    }

    private static JsonObject json(Milestone date) {
        return Json.object()
                .put("date", date.date())
                .put("what", date.what())
                .put("status", date.status().id())
                .put("was", date.was())
                .put("note", date.note());
    }

    private JsonObject json(Questionnaire.Asked asked) {
        return Json.object()
                .put("id", asked.id())
                .put("article", asked.article().id())
                .put("text", asked.text())
                .put(
                        "answer",
                        Optional.ofNullable(answers.get(asked.id()))
                                .map(yes -> yes ? "yes" : "no")
                                .orElse("unknown"))
                .put("open", classification.open().contains(asked.id()));
    }
}
