package io.casemate.scan.python;

import io.casemate.scan.bytecode.Folding;
import io.casemate.scan.call.Call;
import io.casemate.scan.call.Value;
import io.casemate.scan.spi.Inspection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What expressions come to, as far as constants and imports tell, with a note of each call. */
final class Expressions {
    private static final int STEPS_MAX = 500_000;

    private final SourceReader reader;
    private final Notes notes;
    private final Inspection inspection;
    private final MadeCalls calls;
    private int steps;

    Expressions(SourceReader reader, Notes notes, Inspection inspection) {
        this.reader = reader;
        this.notes = notes;
        this.inspection = inspection;
        this.calls = new MadeCalls(reader, notes);
    }

    /** The tree is at most 150 deep, and so is this. */
    Value value(Syntax node) {
        inspection.step();
        if (++steps > STEPS_MAX) {
            notes.cut();
            return Value.UNKNOWN;
        }
        return switch (node.type) {
            case "identifier" -> identifier(node);
            case "string" -> string(node);
            case "concatenated_string" ->
                node.children.stream().map(this::value).reduce(Folding::sum).orElse(Value.UNKNOWN);
            case "integer" -> Literals.integer(node.text());
            case "true" -> new Value.Truth(true);
            case "false" -> new Value.Truth(false);
            case "none" -> Value.NONE;
            case "attribute" -> {
                Climbs.attribute(node).ifPresent(what -> notes.climb(node.start, what));
                Value object = part(node, "object");
                String name = normal(node.child("attribute").map(Syntax::text).orElse(""));
                PathTexts.opened(object, name).ifPresent(open -> calls.note(open, node));
                Value attribute = StoredCalls.attribute(object, name, Folding.attribute(object, name));
                yield Secrets.attribute(object, name, attribute);
            }
            case "subscript" -> subscript(node);
            case "call" -> call(node);
            case "binary_operator" -> binary(node);
            case "list", "tuple", "set", "expression_list" ->
                new Value.Items(node.children.stream().map(this::value).toList(), true);
            case "dictionary" -> dictionary(node);
            case "parenthesized_expression", "await", "list_splat", "dictionary_splat", "interpolation" ->
                node.children.isEmpty() ? Value.UNKNOWN : value(node.children.getFirst());
            case "lambda" -> reader.lambda(node);
            case "conditional_expression" ->
                oneOf(new Value.Items(node.children.stream().map(this::value).toList(), true));
            case "named_expression" -> {
                Value value = part(node, "value");
                node.child("name").ifPresent(name -> bind(name, value));
                yield value;
            }
            case "assignment" -> {
                node.child("type").ifPresent(this::annotation);
                Value value = part(node, "right");
                node.child("left").ifPresent(left -> bind(left, value));
                yield value;
            }
            case "augmented_assignment" -> {
                Value right = part(node, "right");
                node.child("left").ifPresent(left -> {
                    Value before = value(left);
                    bind(left, Secrets.kept(Folding.sum(before, right), before, right));
                });
                yield Value.UNKNOWN;
            }
            case "as_pattern" -> {
                Value value = node.children.isEmpty() ? Value.UNKNOWN : value(node.children.getFirst());
                node.child("alias")
                        .filter(a -> !a.children.isEmpty())
                        .ifPresent(a -> bind(a.children.getFirst(), value));
                yield value;
            }
            case "list_comprehension", "generator_expression", "set_comprehension" ->
                Secrets.kept(new Comprehensions(this, reader).value(node), over(node));
            case "unary_operator" -> {
                Value value = node.children.isEmpty() ? Value.UNKNOWN : value(node.children.getFirst());
                yield value instanceof Value.Whole(long number) && node.text().startsWith("-")
                        ? new Value.Whole(-number)
                        : Value.UNKNOWN;
            }
            case "keyword_argument" -> part(node, "value");
            case "type" -> annotation(node);
            case "escape_sequence", "string_start", "string_content", "string_end" -> Value.UNKNOWN;
            case "dictionary_comprehension" -> {
                node.children.forEach(this::value);
                yield Secrets.kept(Value.UNKNOWN, over(node));
            }
            default -> {
                node.children.forEach(this::value);
                yield Value.UNKNOWN;
            }
        };
    }

    /** Annotations are evaluated where they stand, unless the module says that it wants them later. */
    Value annotation(Syntax type) {
        if (!notes.keepsAnnotations()
                && reader.when() != When.CALLED
                && type.text().indexOf('(') >= 0) {
            type.children.forEach(this::value);
        }
        return Value.UNKNOWN;
    }

    /** What the first clause of a comprehension goes over. */
    private Value over(Syntax comprehension) {
        return comprehension.children.stream()
                .filter(child -> child.is("for_in_clause"))
                .findFirst()
                .flatMap(clause -> clause.child("right"))
                .filter(right -> right.text().contains("environ"))
                .map(this::value)
                .orElse(Value.UNKNOWN);
    }

    Value part(Syntax node, String field) {
        return node.child(field).map(this::value).orElse(Value.UNKNOWN);
    }

    /** Python compares names after compatibility composition: a name in bold letters is the plain name. */
    private static String normal(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) > 0x7f) {
                return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFKC);
            }
        }
        return name;
    }

    void bind(Syntax target, Value value) {
        switch (target.type) {
            case "identifier" -> reader.scope().set(normal(target.text()), value);
            case "tuple_pattern", "pattern_list", "list_pattern", "tuple", "list", "expression_list" -> {
                for (int i = 0; i < target.children.size(); i++) {
                    boolean known =
                            value instanceof Value.Items items && items.items().size() == target.children.size();
                    bind(
                            target.children.get(i),
                            known ? ((Value.Items) value).items().get(i) : Secrets.kept(Value.UNKNOWN, value));
                }
            }
            case "attribute" -> {
                Value object = part(target, "object");
                String name = target.child("attribute").map(Syntax::text).orElse("");
                if (Folding.isModule(object)) {
                    calls.note(Call.of(Folding.builtin("setattr"), object, Value.text(name), value), target);
                }
            }
            case "subscript" -> {
                Value object = part(target, "value");
                Value key = part(target, "subscript");
                if (object instanceof Value.Global) {
                    calls.note(new Call(object, List.of(key, value), true, Map.of(), Call.How.SET_ITEM), target);
                }
            }
            default -> {}
        }
    }

    /** One of several values: the one that matters. */
    static Value oneOf(Value values) {
        if (values instanceof Value.Items items) {
            return items.items().stream()
                    .filter(Scope::isDangerous)
                    .findFirst()
                    .orElseGet(() -> items.items().size() == 1 ? items.items().getFirst() : Value.UNKNOWN);
        }
        return Value.UNKNOWN;
    }

    private Value string(Syntax node) {
        if (node.children.stream().noneMatch(child -> child.is("interpolation"))) {
            return Literals.string(node.text());
        }
        Value sum = Value.text("");
        for (Syntax child : node.children) {
            if (child.is("string_content")) {
                sum = Folding.sum(sum, Value.text(Literals.unescaped(child.text())));
            } else if (child.is("interpolation")) {
                Value piece = value(child);
                sum = Secrets.kept(
                        Folding.sum(sum, piece instanceof Value.Text ? piece : Value.text("{}")), sum, piece);
            }
        }
        return sum;
    }

    private Value subscript(Syntax node) {
        Value object = part(node, "value");
        List<Syntax> keys = node.all("subscript");
        if (keys.size() == 1 && keys.getFirst().is("slice")) {
            String slice = keys.getFirst().text().replace(" ", "");
            Value back = Folding.call(Call.of(Folding.builtin("reversed"), object));
            boolean turned = slice.equals("::-1") && (back instanceof Value.Text || back instanceof Value.Bytes);
            if (turned) {
                calls.decoded(back);
            }
            return turned ? back : Value.UNKNOWN;
        }
        Value key = keys.size() == 1 ? value(keys.getFirst()) : Value.UNKNOWN;
        Climbs.subscript(node, key).ifPresent(what -> notes.climb(node.start, what));
        Value element = Folding.subscript(object, key);
        Climbs.dictionary(element).ifPresent(what -> notes.climb(node.start, what));
        return Secrets.variable(object, key, element);
    }

    private Value identifier(Syntax node) {
        String name = normal(node.text());
        Value value = reader.scope().get(name);
        if (!name.equals(node.text())) {
            Climbs.disguised(value).ifPresent(what -> notes.climb(node.start, what));
        }
        return value;
    }

    private Value binary(Syntax node) {
        Optional<Syntax> leftNode = node.child("left");
        Optional<Syntax> rightNode = node.child("right");
        if (leftNode.isEmpty() || rightNode.isEmpty()) {
            return Value.UNKNOWN;
        }
        Value left = value(leftNode.get());
        Value right = value(rightNode.get());
        String sign = node.between(leftNode.get(), rightNode.get()).strip();
        if (left instanceof Value.Whole(long a) && right instanceof Value.Whole(long b)) {
            return Literals.computed(sign, a, b);
        }
        if (sign.equals("/") && left instanceof Value.Result) {
            return PathTexts.joined(left, right).orElse(left); // a path and a part of it
        }
        if (sign.equals("+") && right instanceof Value.Text && left instanceof Value.Result && !Secrets.carries(left)) {
            return PathTexts.joined(left, right).orElse(Value.UNKNOWN);
        }
        Value made =
                sign.equals("+") ? Folding.sum(left, right) : sign.equals("%") ? formatted(left, right) : Value.UNKNOWN;
        return Secrets.kept(made, left, right);
    }

    private static Value formatted(Value pattern, Value arguments) {
        if (!(pattern instanceof Value.Text(String text))) {
            return Value.UNKNOWN;
        }
        List<Value> values = arguments instanceof Value.Items items ? items.items() : List.of(arguments);
        String result = text;
        for (Value value : values) {
            int at = result.indexOf("%s");
            if (at < 0 || !(value instanceof Value.Text(String piece))) {
                return Value.UNKNOWN;
            }
            result = result.substring(0, at) + piece + result.substring(at + 2);
        }
        return Value.text(result);
    }

    private Value dictionary(Syntax node) {
        var entries = new ArrayList<Value>();
        for (Syntax pair : node.children) {
            if (pair.is("pair")) {
                entries.add(part(pair, "key"));
                entries.add(part(pair, "value"));
            } else {
                Value spread = value(pair);
                if (Secrets.carries(spread)) {
                    entries.add(Value.NONE);
                    entries.add(spread);
                }
            }
        }
        return new Value.Entries(entries, true);
    }

    private Value call(Syntax node) {
        Optional<Syntax> functionNode = node.child("function");
        Optional<Syntax> list = node.child("arguments");
        if (functionNode.isEmpty() || list.isEmpty()) {
            return Value.UNKNOWN;
        }
        Value function = value(functionNode.get());
        immediately(functionNode.get());
        if (list.get().is("generator_expression")) {
            return calls.note(new Call(function, List.of(value(list.get())), true, Map.of(), Call.How.CALL), node);
        }
        var positional = new ArrayList<Value>();
        Map<String, Value> keywords = new LinkedHashMap<>();
        boolean complete = true;
        for (Syntax argument : list.get().children) {
            if (argument.is("keyword_argument")) {
                keywords.put(argument.child("name").map(Syntax::text).orElse(""), part(argument, "value"));
            } else {
                Value value = value(argument);
                if (argument.is("list_splat") && value instanceof Value.Items items) {
                    positional.addAll(items.items());
                } else if (argument.is("list_splat") || argument.is("dictionary_splat")) {
                    complete = false;
                } else {
                    positional.add(value);
                }
            }
        }
        return calls.note(new Call(function, positional, complete, keywords, Call.How.CALL), node);
    }

    /** A lambda that is called where it stands runs there. */
    void immediately(Syntax function) {
        Syntax inner = function;
        while (inner.is("parenthesized_expression") && !inner.children.isEmpty()) {
            inner = inner.children.getFirst();
        }
        if (inner.is("lambda")) {
            inner.child("body").ifPresent(this::value);
        }
    }

    void arguments(Syntax list) {
        for (Syntax argument : list.children) {
            value(argument);
        }
    }

    void call(Value function, Syntax at, Value... arguments) {
        calls.note(Call.of(function, arguments), at);
    }
}
