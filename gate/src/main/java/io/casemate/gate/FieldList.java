package io.casemate.gate;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.policy.Each;
import io.casemate.gate.expression.Type;
import io.casemate.gate.subject.Subjects;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What conditions can ask for, as a text: variables first, then the fields of each record. */
final class FieldList {
    private static final int WORDS_MAX = 8;

    private final StringBuilder text = new StringBuilder();
    private final Map<String, Type.Fields> records = new LinkedHashMap<>();

    private FieldList() {}

    static String of(Knowledge knowledge) {
        var list = new FieldList();
        list.line("In every condition");
        list.fields(Subjects.variables(knowledge));
        list.line("");
        list.line("In conditions that are asked of each");
        for (Each each : Each.values()) {
            list.fields(Subjects.variable(each, knowledge));
        }
        for (var record = list.next(); record != null; record = list.next()) {
            list.line("");
            list.line(record.name());
            list.fields(record.fields());
        }
        return list.text.toString();
    }

    private Type.@org.jspecify.annotations.Nullable Fields next() {
        for (var entry : records.entrySet()) {
            if (!entry.getValue().fields().isEmpty()) {
                Type.Fields record = entry.getValue();
                entry.setValue(new Type.Fields(record.name(), Map.of()));
                return record;
            }
        }
        return null;
    }

    private void fields(Map<String, Type> fields) {
        fields.forEach((name, type) -> {
            note(type);
            line("  %-17s %s".formatted(name, words(type)).stripTrailing());
        });
    }

    private void note(Type type) {
        switch (type) {
            case Type.Plain plain -> {}
            case Type.Word word -> {}
            case Type.ListOf list -> note(list.item());
            case Type.Fields fields -> records.putIfAbsent(fields.name(), fields);
        }
    }

    private static String words(Type type) {
        return switch (type) {
            case Type.Plain plain ->
                switch (plain) {
                    case TEXT -> "text";
                    case WHOLE -> "whole number";
                    case DECIMAL -> "decimal number";
                    case TRUTH -> "true or false";
                };
            case Type.Word word ->
                word.words().size() > WORDS_MAX
                        ? "id of a %s".formatted(word.noun())
                        : word.words().stream().map("'%s'"::formatted).collect(Collectors.joining(", "));
            case Type.ListOf list -> "list of " + (list.item() instanceof Type.Fields f ? f.name() : words(list.item()));
            case Type.Fields fields -> fields.name();
        };
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
