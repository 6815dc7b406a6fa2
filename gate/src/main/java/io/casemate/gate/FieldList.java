package io.casemate.gate;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.policy.Each;
import io.casemate.gate.expression.Type;
import io.casemate.gate.subject.Subjects;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;

/** What conditions can ask for, as a text: variables first, then the fields of each record. */
final class FieldList {
    private static final int WORDS_MAX = 8;

    private final StringBuilder text = new StringBuilder();
    private final Set<String> noted = new HashSet<>();
    private final Queue<Type.Fields> untold = new ArrayDeque<>();

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
        while (!list.untold.isEmpty()) {
            Type.Fields next = list.untold.remove();
            list.line("");
            list.line(next.name());
            list.fields(next.fields());
        }
        return list.text.toString();
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
            case Type.Fields fields -> {
                if (noted.add(fields.name())) {
                    untold.add(fields);
                }
            }
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
            case Type.ListOf list ->
                "list of " + (list.item() instanceof Type.Fields f ? f.name() : words(list.item()));
            case Type.Fields fields -> fields.name();
        };
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
