package io.casemate.cli.knowledge;

import io.casemate.cli.terminal.Lines;
import io.casemate.cli.terminal.Style;
import io.casemate.cli.terminal.Table;
import io.casemate.core.json.Json;
import io.casemate.core.json.JsonArray;
import io.casemate.core.json.JsonObject;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.MitigationUse;
import io.casemate.core.knowledge.framework.Framework;
import io.casemate.core.model.Named;
import io.casemate.core.threat.Fact;
import io.casemate.core.threat.Factor;
import io.casemate.core.threat.Mitigation;
import io.casemate.core.threat.Reference;
import io.casemate.core.threat.Threat;
import io.casemate.report.wording.ConditionWords;
import io.casemate.report.wording.Figures;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** One entry of the catalogue in full. */
final class Sheet {
    private final Knowledge knowledge;
    private final Style style;
    private final int columns;

    Sheet(Knowledge knowledge, Style style, int columns) {
        this.knowledge = knowledge;
        this.style = style;
        this.columns = columns;
    }

    String text(Entry entry) {
        String head = "%s%n%s %s%n%n"
                .formatted(style.bold(Lines.wrap(entry.title(), columns, "")), entry.sort(), style.faint(entry.id()));
        return head
                + switch (entry) {
                    case Entry.OfThreat of -> threat(of.threat());
                    case Entry.OfMitigation of -> mitigation(of.mitigation());
                    case Entry.OfFact of -> fact(of.fact());
                    case Entry.OfCondition of -> condition(of.id());
                };
    }

    private String threat(Threat threat) {
        var table =
                table().row("story", threat.scenario()).row("when", "the target " + ConditionWords.of(threat.when()));
        if (!threat.atTarget()) {
            table.row("path", ConditionWords.of(threat.path()));
        }
        table.row("stage", threat.stage().id())
                .row("stride", ids(threat.stride()))
                .row("by", threat.by().isEmpty() ? "anybody" : ids(threat.by()))
                .row("harms", threat.harms().isEmpty() ? "all that the target handles" : ids(threat.harms()))
                .row("prior", "%s of attempts succeed with no control in place".formatted(threat.prior()))
                .row("skill", threat.skill().id())
                .row("impact", "%d where the target handles none of these assets".formatted(threat.impact()));
        table.row("maturity", threat.maturity().id());
        if (!threat.verification().isEmpty()) {
            table.row("tested by", String.join(", ", threat.verification()));
        }
        if (!threat.falsePositives().isEmpty()) {
            table.row("ignore", threat.falsePositives());
        }
        return paragraph(threat.description())
                + table.text()
                + factors("Mitigations", threat.mitigations())
                + factors("Worse where", threat.aggravations())
                + references(threat.references());
    }

    private String mitigation(Mitigation mitigation) {
        MitigationUse use = MitigationUse.of(knowledge, mitigation.id());
        String fact = "%s: %s".formatted(mitigation.fact(), mitigation.value() ? "yes" : "no");
        var table = table().row("sets", fact)
                .row("for", ids(use.kinds()) + (use.flows() ? ", flows" : ""))
                .row("stages", ids(use.stages()))
                .row("verify", mitigation.verify());
        if (!mitigation.verification().isEmpty()) {
            table.row("tested by", String.join(", ", mitigation.verification()));
        }
        table.row("cost", mitigation.cost().id());
        if (!use.lowers().isEmpty()) {
            table.row("effect", effect(use));
        }
        var lowers = new Table(columns, "  ");
        use.lowers().forEach(id -> {
            Threat threat = threatOf(id);
            Factor factor = factor(threat, mitigation);
            lowers.row(id, factor.strength().id(), "at " + factor.at().id(), threat.title());
        });
        var ends = new Table(columns, "  ");
        use.ends().forEach(id -> ends.row(id, threatOf(id).title()));
        return paragraph(mitigation.description())
                + table.text()
                + section("Lowers", lowers)
                + section("Ends, or ends there", ends)
                + references(mitigation.references());
    }

    private static String effect(MitigationUse use) {
        return "divides the odds of an attempt by %s where it is only claimed, up to %s where it was shown to work"
                .formatted(
                        Figures.amount(use.odds().least()),
                        Figures.amount(use.odds().most()));
    }

    private Threat threatOf(String id) {
        return Objects.requireNonNull(knowledge.threats().get(id));
    }

    private static Factor factor(Threat threat, Mitigation mitigation) {
        return threat.mitigations().stream()
                .filter(f -> f.mitigation().equals(mitigation.id()))
                .findFirst()
                .orElseThrow();
    }

    private String fact(Fact fact) {
        var table = table().row("question", fact.question())
                .row("yes", fact.good() ? "lowers risk" : "raises risk")
                .row("for", ids(fact.kinds()) + (fact.flows() ? ", flows" : ""));
        fact.presumptions()
                .forEach(p -> table.row(
                        "unknown",
                        "presumed %s%s%s: %s"
                                .formatted(
                                        p.value() ? "yes" : "no",
                                        p.kinds().isEmpty() ? "" : " for " + ids(p.kinds()),
                                        p.where().isEmpty() ? "" : " where " + p.where(),
                                        p.because())));
        if (fact.presumptions().isEmpty()) {
            table.row("unknown", "nothing is presumed; it is asked");
        }
        var sets = new Table(columns, "  ");
        knowledge.mitigations().values().stream()
                .filter(m -> m.fact().equals(fact.id()))
                .forEach(m -> sets.row(m.id(), m.title()));
        return table.text() + section("Set by", sets);
    }

    private String condition(String id) {
        return table().row("used by", String.join(", ", users(id))).text();
    }

    private List<String> users(String condition) {
        String word = "counts as %s".formatted(condition);
        return knowledge.threats().values().stream()
                .filter(t -> (ConditionWords.of(t.when()) + ConditionWords.of(t.path())).contains(word))
                .map(Threat::id)
                .toList();
    }

    JsonObject json(Entry entry) {
        JsonObject json = Json.object()
                .put("casemate", 1)
                .put("sort", entry.sort())
                .put("id", entry.id())
                .put("title", entry.title());
        return switch (entry) {
            case Entry.OfThreat of -> json(json, of.threat());
            case Entry.OfMitigation of -> json(json, of.mitigation());
            case Entry.OfFact of -> json(json, of.fact());
            case Entry.OfCondition of -> json.put("usedBy", Json.texts(users(of.id())));
        };
    }

    private JsonObject json(JsonObject json, Threat threat) {
        return json.put("description", threat.description())
                .put("scenario", threat.scenario())
                .put("when", ConditionWords.of(threat.when()))
                .put("path", threat.atTarget() ? "" : ConditionWords.of(threat.path()))
                .put("stage", threat.stage().id())
                .put("stride", named(threat.stride()))
                .put("maturity", threat.maturity().id())
                .put("prior", threat.prior())
                .put("skill", threat.skill().id())
                .put("by", named(threat.by()))
                .put("harms", named(threat.harms()))
                .put("impact", threat.impact())
                .put("mitigations", Json.array(threat.mitigations(), Sheet::json))
                .put("aggravatedBy", Json.array(threat.aggravations(), Sheet::json))
                .put("verification", Json.texts(threat.verification()))
                .put("falsePositives", threat.falsePositives())
                .put("references", links(threat.references()));
    }

    private static JsonObject lowered(Threat threat, Mitigation mitigation) {
        Factor factor = factor(threat, mitigation);
        return Json.object()
                .put("threat", threat.id())
                .put("at", factor.at().id())
                .put("strength", factor.strength().id());
    }

    private JsonObject json(JsonObject json, Mitigation mitigation) {
        MitigationUse use = MitigationUse.of(knowledge, mitigation.id());
        return json.put("description", mitigation.description())
                .put("fact", mitigation.fact())
                .put("value", mitigation.value())
                .put("verify", mitigation.verify())
                .put("verification", Json.texts(mitigation.verification()))
                .put("cost", mitigation.cost().id())
                .put("kinds", named(use.kinds()))
                .put("flows", use.flows())
                .put("stages", named(use.stages()))
                .put("places", named(use.places()))
                .put("lowers", Json.array(use.lowers(), id -> lowered(threatOf(id), mitigation)))
                .put("ends", Json.texts(List.copyOf(use.ends())))
                .put(
                        "odds",
                        Json.object()
                                .put("least", Figures.six(use.odds().least()))
                                .put("most", Figures.six(use.odds().most())))
                .put("references", links(mitigation.references()));
    }

    private static JsonObject json(JsonObject json, Fact fact) {
        return json.put("group", fact.group())
                .put("good", fact.good())
                .put("question", fact.question())
                .put("kinds", named(fact.kinds()))
                .put("flows", fact.flows())
                .put(
                        "presumed",
                        Json.array(
                                fact.presumptions(),
                                p -> Json.object()
                                        .put("kinds", named(p.kinds()))
                                        .put("where", p.where())
                                        .put("value", p.value())
                                        .put("because", p.because())));
    }

    private static JsonObject json(Factor factor) {
        return Json.object()
                .put("fact", factor.fact())
                .put("value", factor.value())
                .put("mitigation", factor.mitigation())
                .put("at", factor.at().id())
                .put("strength", factor.strength().id());
    }

    private Table table() {
        return new Table(columns, "");
    }

    private String paragraph(String text) {
        return Lines.wrap(text, columns, "") + "\n\n";
    }

    private String factors(String heading, List<Factor> factors) {
        var table = new Table(columns, "  ");
        for (Factor factor : factors) {
            String name = factor.mitigates()
                    ? factor.mitigation()
                    : "%s: %s".formatted(factor.fact(), factor.value() ? "yes" : "no");
            String title = Optional.ofNullable(knowledge.mitigations().get(factor.mitigation()))
                    .map(Mitigation::title)
                    .orElse("");
            table.row(name, factor.strength().id(), "at " + factor.at().id(), title);
        }
        return section(heading, table);
    }

    private String references(List<Reference> references) {
        var table = new Table(columns, "  ");
        Map<String, Framework> frameworks = references.isEmpty() ? Map.of() : knowledge.frameworks();
        for (Reference reference : references) {
            String name = Optional.ofNullable(frameworks.get(reference.framework()))
                    .flatMap(f -> f.name(reference.id()))
                    .orElse("");
            table.row(reference.framework(), reference.id(), name);
        }
        return section("Published as", table);
    }

    /** References with what a reader needs to judge them: name, authority, status. */
    private JsonArray links(List<Reference> references) {
        Map<String, Framework> frameworks = references.isEmpty() ? Map.of() : knowledge.frameworks();
        return Json.array(references, reference -> {
            JsonObject link = Lists.json(reference);
            Framework framework = frameworks.get(reference.framework());
            return framework == null
                    ? link
                    : link.put("name", framework.name(reference.id()).orElse(""))
                            .put("authority", framework.authority())
                            .put("status", framework.status().id());
        });
    }

    private String section(String heading, Table table) {
        String rows = table.text();
        return rows.isEmpty() ? "" : "%n%s%n%s".formatted(style.bold(heading), rows);
    }

    private static String ids(Collection<? extends Named> words) {
        return words.stream().map(Named::id).sorted().collect(Collectors.joining(", "));
    }

    private static Json named(Collection<? extends Named> words) {
        return Json.texts(words.stream().map(Named::id).sorted().toList());
    }
}
