package io.casemate.scan.python;

import io.casemate.scan.call.Value;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What comprehensions come to: their body once for each known item, else once for all. */
record Comprehensions(Expressions expressions, SourceReader reader) {
    private static final int ROUNDS_MAX = 4_096;

    Value value(Syntax node) {
        Optional<Syntax> body = node.child("body");
        if (body.isEmpty()) {
            return Value.UNKNOWN;
        }
        List<Syntax> clauses = node.children.stream()
                .filter(child -> !child.field.equals("body"))
                .toList();
        Scope outer = reader.scope();
        reader.scope(new Scope(outer));
        try {
            if (clauses.size() == 1 && clauses.getFirst().is("for_in_clause")) {
                Syntax clause = clauses.getFirst();
                Value over = expressions.part(clause, "right");
                return each(body.get(), clause.child("left"), over);
            }
            for (Syntax clause : clauses) {
                clause.children.stream()
                        .filter(child -> !child.field.equals("left"))
                        .forEach(expressions::value);
            }
            expressions.value(body.get());
            return Value.UNKNOWN;
        } finally {
            reader.scope(outer);
        }
    }

    private Value each(Syntax body, Optional<Syntax> left, Value over) {
        List<Value> items = elements(over);
        if (items.isEmpty() || items.size() > ROUNDS_MAX) {
            left.ifPresent(name -> expressions.bind(name, Value.UNKNOWN));
            expressions.value(body);
            return Value.UNKNOWN;
        }
        var results = new ArrayList<Value>();
        for (Value item : items) {
            left.ifPresent(name -> expressions.bind(name, item));
            results.add(expressions.value(body));
        }
        return new Value.Items(results, true);
    }

    private static List<Value> elements(Value value) {
        return switch (value) {
            case Value.Items items when items.complete() -> items.items();
            case Value.Text(String text)
            when text.length() <= ROUNDS_MAX ->
                text.chars()
                        .<Value>mapToObj(c -> Value.text(String.valueOf((char) c)))
                        .toList();
            case Value.Bytes bytes
            when bytes.complete() && bytes.bytes().byteSize() <= ROUNDS_MAX -> {
                var numbers = new ArrayList<Value>();
                for (byte b : bytes.bytes().toArray(ValueLayout.JAVA_BYTE)) {
                    numbers.add(new Value.Whole(b & 0xff));
                }
                yield numbers;
            }
            default -> List.of();
        };
    }
}
