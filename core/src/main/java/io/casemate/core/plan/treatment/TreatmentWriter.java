package io.casemate.core.plan.treatment;

import io.casemate.core.model.Named;
import io.casemate.core.model.Treatment;
import io.casemate.core.yaml.YamlSpot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Puts treatments into the text of a {@code casemate.yaml}. Comments, order, quotes and line ends stay, byte for byte: new lines are
 * added at the places that the parser tells, and a list in brackets grows before its bracket. A scenario that is treated already keeps
 * its owner, date and status and only gets the mitigations it lacks; one that is not to be mitigated stays as it is.
 */
public final class TreatmentWriter {
    private static final String KEY = "treatments";
    private static final String PLAIN = "[A-Za-z0-9][A-Za-z0-9 ._/@+-]*[A-Za-z0-9]";

    private final Edits edits;
    private final UnaryOperator<String> current;

    private TreatmentWriter(String text, UnaryOperator<String> current) {
        this.edits = new Edits(text);
        this.current = current;
    }

    /**
     * The text with the treatments in it.
     *
     * @param text a model that reads without problems
     * @param treatments what to add, one a scenario
     * @param current the id that a scenario has now, for one whose target had another
     * @throws IllegalArgumentException where the text holds no mapping
     */
    public static String write(String text, List<Treatment> treatments, UnaryOperator<String> current) {
        if (treatments.isEmpty()) {
            return text;
        }
        YamlSpot root = YamlSpot.of(text).orElseThrow(() -> new IllegalArgumentException("the model is empty"));
        if (!(root instanceof YamlSpot.Keys top)) {
            throw new IllegalArgumentException("the model is no mapping");
        }
        return new TreatmentWriter(text, current).written(top, treatments);
    }

    private String written(YamlSpot.Keys top, List<Treatment> treatments) {
        YamlSpot.Items there = top.at(KEY)
                .filter(YamlSpot.Items.class::isInstance)
                .map(YamlSpot.Items.class::cast)
                .orElse(new YamlSpot.Items(List.of(), false, 0, 0, 0));
        Map<String, YamlSpot.Keys> known = new HashMap<>();
        for (YamlSpot item : there.items()) {
            if (item instanceof YamlSpot.Keys keys) {
                known.put(current.apply(text(keys, "scenario")), keys);
            }
        }
        List<Treatment> fresh = new ArrayList<>();
        for (Treatment treatment : treatments) {
            YamlSpot.Keys before = known.get(current.apply(treatment.scenario()));
            if (before == null) {
                fresh.add(treatment);
            } else if (text(before, "action").equals(Treatment.Action.MITIGATE.id())) {
                extend(before, treatment.mitigations());
            }
        }
        if (!fresh.isEmpty()) {
            add(top, there, fresh);
        }
        return edits.made();
    }

    private void add(YamlSpot.Keys top, YamlSpot.Items there, List<Treatment> fresh) {
        YamlSpot.Field field = top.fields().get(KEY);
        List<String> braces = fresh.stream().map(TreatmentWriter::braces).toList();
        if (field == null && top.flow()) {
            int close = edits.place(top.end()) - 1;
            edits.insert(close, "%s%s: [%s]".formatted(comma(close), KEY, String.join(", ", braces)));
        } else if (field == null) {
            List<String> lines = new ArrayList<>(List.of(" ".repeat(top.column()) + KEY + ":"));
            lines.addAll(blocks(fresh, top.column() + 2));
            edits.insertBelow(edits.place(top.end()), lines);
        } else if (there.items().isEmpty() && !top.flow()) {
            String block = String.join(edits.newline(), blocks(fresh, top.column() + 2));
            int from = edits.place(field.value().start());
            edits.replace(from, edits.place(field.value().end()), edits.newline() + block);
        } else if (top.flow() && !(field.value() instanceof YamlSpot.Items)) {
            int from = edits.place(field.value().start());
            edits.replace(from, edits.place(field.value().end()), " [%s]".formatted(String.join(", ", braces)));
        } else if (there.flow()) {
            int close = edits.place(there.end()) - 1;
            edits.insert(close, comma(close) + String.join(", ", braces));
        } else {
            edits.insertBelow(edits.place(there.end()), blocks(fresh, there.column()));
        }
    }

    private void extend(YamlSpot.Keys treatment, List<String> mitigations) {
        YamlSpot list = treatment.at("mitigations").orElse(new YamlSpot.Text("", 0, 0));
        List<String> there = list instanceof YamlSpot.Items items
                ? items.items().stream()
                        .map(i -> i instanceof YamlSpot.Text t ? t.value() : "")
                        .toList()
                : List.of();
        List<String> more = mitigations.stream().filter(m -> !there.contains(m)).toList();
        if (more.isEmpty()) {
            return;
        }
        if (list instanceof YamlSpot.Items items && items.flow()) {
            int close = edits.place(items.end()) - 1;
            edits.insert(close, comma(close) + String.join(", ", more));
        } else if (list instanceof YamlSpot.Items items) {
            String indent = " ".repeat(items.column());
            edits.insertBelow(
                    edits.place(items.end()),
                    more.stream().map(m -> indent + "- " + m).toList());
        } else if (treatment.at("mitigations").isPresent()) {
            edits.insert(edits.place(list.start()), " [%s]".formatted(String.join(", ", more)));
        } else if (treatment.flow()) {
            int close = edits.place(treatment.end()) - 1;
            edits.insert(close, "%smitigations: [%s]".formatted(comma(close), String.join(", ", more)));
        } else {
            edits.insertBelow(
                    edits.place(treatment.end()),
                    List.of("%smitigations: [%s]".formatted(" ".repeat(treatment.column()), String.join(", ", more))));
        }
    }

    /** Nothing where the bracket has just opened or a comma stands before it already. */
    private String comma(int close) {
        char before = edits.before(close);
        return before == '[' || before == '{' || before == ',' ? "" : ", ";
    }

    private static List<String> blocks(List<Treatment> treatments, int column) {
        List<String> lines = new ArrayList<>();
        String indent = " ".repeat(column);
        for (Treatment treatment : treatments) {
            List<String> fields = fields(treatment);
            lines.add(indent + "- " + fields.getFirst());
            fields.subList(1, fields.size()).forEach(f -> lines.add(indent + "  " + f));
        }
        return lines;
    }

    private static String braces(Treatment treatment) {
        return "{%s}".formatted(String.join(", ", fields(treatment)));
    }

    private static List<String> fields(Treatment t) {
        List<String> fields = new ArrayList<>();
        fields.add("scenario: " + scalar(t.scenario()));
        fields.add("action: " + name(t.action()));
        fields.add("mitigations: [%s]".formatted(String.join(", ", t.mitigations())));
        if (!t.owner().isEmpty()) {
            fields.add("owner: " + scalar(t.owner()));
        }
        if (!t.due().isEmpty()) {
            fields.add("due: " + t.due());
        }
        fields.add("status: " + name(t.status()));
        if (!t.reason().isEmpty()) {
            fields.add("reason: " + scalar(t.reason()));
        }
        return fields;
    }

    private static String name(Named named) {
        return named.id();
    }

    /** In quotes unless it is a few plain words. */
    private static String scalar(String text) {
        boolean word = text.matches(PLAIN)
                && text.matches(".*[A-Za-z].*")
                && !text.matches("(?i)(true|false|null|yes|no|on|off)");
        return word
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ") + '"';
    }

    private static String text(YamlSpot.Keys keys, String key) {
        return keys.at(key)
                .map(v -> v instanceof YamlSpot.Text t ? t.value() : "")
                .orElse("");
    }
}
