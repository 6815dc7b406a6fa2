package io.casemate.report.xlsx;

import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.risk.Action;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Question;
import io.casemate.core.risk.Rating;
import io.casemate.core.risk.Risk;
import io.casemate.report.register.Prices;
import io.casemate.report.register.Prices.Price;
import io.casemate.report.register.Register;
import io.casemate.report.register.RegisterRow;
import io.casemate.report.wording.Glossary;
import java.util.ArrayList;
import java.util.List;

/** What each sheet holds. */
record Tables(Register register, Knowledge knowledge, EvidenceBook evidence) {
    List<Table> all() {
        var glossary = Glossary.of(knowledge, assessment().topology());
        return List.of(
                risks(),
                actions(glossary),
                coverage(glossary),
                EvidenceTable.of(assessment(), evidence, glossary),
                questions(glossary),
                money(glossary));
    }

    private Assessment assessment() {
        return register.assessment();
    }

    private Table risks() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("Id", 38),
                Column.wrapped("Risk", 42),
                Column.text("Category", 26),
                Column.wrapped("What happens", 60),
                Column.wrapped("Consequence", 50),
                Column.whole("Inherent likelihood"),
                Column.whole("Inherent impact"),
                Column.whole("Inherent score"),
                Column.whole("Likelihood"),
                Column.whole("Impact"),
                Column.whole("Score"),
                Column.text("Band", 10),
                Column.percent("Chance a year"),
                Column.percent("Could be as low as"),
                Column.percent("Could be as high as"),
                Column.whole("Target score"),
                Column.text("Happened", 11),
                Column.text("Treatment", 14),
                Column.text("Owner", 24),
                Column.date("Due"),
                Column.text("Status", 13)));
        String currency = register.prices().known() ? register.prices().currency() + " " : "";
        columns.add(Column.money(currency + "mean a year"));
        columns.add(Column.money(currency + "one year in 20 over"));
        columns.add(Column.wrapped("References", 40));
        return new Table(
                "Risks", columns, register.rows().stream().map(this::risk).toList());
    }

    private List<Field> risk(RegisterRow row) {
        Risk risk = row.risk();
        List<Field> fields = new ArrayList<>(List.of(
                Field.of(risk.id()),
                Field.of(row.title()),
                Field.of(row.category()),
                Field.of(row.event()),
                Field.of(row.consequence())));
        for (Rating rating : List.of(risk.inherent(), risk.current())) {
            fields.addAll(List.of(Field.of(rating.likelihood()), Field.of(rating.impact()), Field.of(rating.score())));
        }
        Prices prices = register.prices();
        fields.addAll(List.of(
                Field.of(risk.current().band().id()),
                Field.of(risk.current().probability()),
                Field.of(risk.range().low()),
                Field.of(risk.range().high()),
                Field.of(risk.target().score()),
                Field.yes(risk.incident().happened()),
                Field.of(row.treatment()),
                Field.of(row.owner()),
                Field.day(risk.treatment().due()),
                Field.of(row.status()),
                prices.has(risk.id()) ? Field.of(prices.of(risk.id()).mean()) : new Field.Empty(),
                prices.has(risk.id()) ? Field.of(prices.of(risk.id()).oneInTwenty()) : new Field.Empty(),
                Field.of(String.join("; ", row.references()))));
        return fields;
    }

    private Table actions(Glossary glossary) {
        return new Table(
                "Actions",
                List.of(
                        Column.whole("Priority"),
                        Column.wrapped("Measure", 46),
                        Column.wrapped("Against", 50),
                        Column.text("Scenario", 40),
                        Column.text("Owner", 26),
                        Column.date("Due"),
                        Column.text("Status", 13),
                        Column.text("Overdue", 10),
                        Column.whole("Score then"),
                        Column.percent("Chance a year then")),
                assessment().actions().stream().map(a -> action(a, glossary)).toList());
    }

    private static List<Field> action(Action action, Glossary glossary) {
        int at = action.scenario().indexOf('@');
        return List.of(
                Field.of(action.priority()),
                Field.of(glossary.mitigation(action.mitigation())),
                Field.of(glossary.scenario(
                        action.scenario().substring(0, at), action.scenario().substring(at + 1))),
                Field.of(action.scenario()),
                Field.of(action.owner()),
                Field.day(action.due()),
                Field.of(action.status()),
                Field.yes(action.overdue()),
                Field.of(action.after().score()),
                Field.of(action.after().probability()));
    }

    private Table coverage(Glossary glossary) {
        return new Table(
                "Coverage",
                List.of(
                        Column.text("Threat", 38),
                        Column.wrapped("Title", 46),
                        Column.text("Outcome", 13),
                        Column.whole("Scenarios"),
                        Column.wrapped("Because", 80)),
                assessment().coverage().threats().stream()
                        .map(t -> List.of(
                                Field.of(t.threat()),
                                Field.of(glossary.threat(t.threat())),
                                Field.of(t.outcome().id()),
                                Field.of(t.scenarios()),
                                Field.of(t.because())))
                        .toList());
    }

    private Table questions(Glossary glossary) {
        return new Table(
                "Questions",
                List.of(
                        Column.text("Id", 40),
                        Column.text("Asked of", 30),
                        Column.wrapped("Question", 70),
                        new Column("Value", 10, Column.Look.DECIMAL),
                        Column.whole("Scenarios"),
                        Column.wrapped("Moves", 70)),
                assessment().questions().stream()
                        .map(q -> question(q, glossary))
                        .toList());
    }

    private static List<Field> question(Question question, Glossary glossary) {
        return List.of(
                Field.of(question.id()),
                Field.of(glossary.target(question.part())),
                Field.of(question.text()),
                Field.of(question.value()),
                Field.of(question.scenarios().size()),
                Field.of(String.join("; ", question.scenarios())));
    }

    private Table money(Glossary glossary) {
        List<Column> columns = new ArrayList<>(
                List.of(Column.text("Scenario", 40), Column.wrapped("Risk", 46), Column.text("Currency", 10)));
        for (String state : List.of("without controls", "today", "after treatment")) {
            columns.add(Column.money("Mean a year, " + state));
            columns.add(Column.money("Its standard error, " + state));
            columns.add(Column.money("One year in 20 over, " + state));
            columns.add(Column.money("Mean of the worst 20th, " + state));
        }
        Prices prices = register.prices();
        List<List<Field>> rows = new ArrayList<>();
        if (prices.known()) {
            rows.add(price("all", "All risks together", prices.total()));
            prices.scenarios().forEach(s -> {
                int at = s.id().indexOf('@');
                rows.add(price(
                        s.id(), glossary.scenario(s.id().substring(0, at), s.id().substring(at + 1)), s.states()));
            });
        }
        return new Table("Money", columns, rows);
    }

    private List<Field> price(String id, String title, Prices.States states) {
        List<Field> fields = new ArrayList<>(List.of(
                Field.of(id), Field.of(title), Field.of(register.prices().currency())));
        for (Price price : List.of(states.inherent(), states.current(), states.target())) {
            fields.addAll(List.of(
                    Field.of(price.mean()),
                    Field.of(price.error()),
                    Field.of(price.oneInTwenty()),
                    Field.of(price.worstTwentieth())));
        }
        return fields;
    }
}
