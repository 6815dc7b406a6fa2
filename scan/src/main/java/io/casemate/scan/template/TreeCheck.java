package io.casemate.scan.template;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Inspection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Walks the tree of a template for what no template of messages needs. Every kind of finding is told once for each name. */
final class TreeCheck {
    private static final Pattern DUNDER = Pattern.compile("__[A-Za-z0-9_]+__");
    /** Attributes that lead out of the values a template is given, besides those with double underscores. */
    private static final Set<String> WAYS_OUT = Set.of(
            "mro",
            "func_globals",
            "func_code",
            "f_globals",
            "f_builtins",
            "f_locals",
            "f_back",
            "gi_frame",
            "gi_code",
            "cr_frame",
            "ag_frame",
            "tb_frame",
            "tb_next",
            "popen",
            "import_module",
            "check_output",
            "Popen",
            "_TemplateReference__context",
            "_load_form_data",
            "url_for",
            "get_flashed_messages",
            "from_pyfile",
            "from_envvar");

    private static final Set<String> PYTHON_NAMES =
            Set.of("__import__", "eval", "exec", "open", "compile", "getattr", "globals");
    private static final Set<String> MODULES =
            Set.of("os", "sys", "subprocess", "importlib", "builtins", "__builtins__");
    private static final Set<String> FILTERS_BY_NAME =
            Set.of("map", "selectattr", "rejectattr", "groupby", "sort", "sum", "min", "max", "unique");
    private static final double TIMES_MAX = 10_000_000;

    private final long offset;
    private final Inspection inspection;
    private final Constants constants = new Constants();
    private final Set<String> told = new HashSet<>();
    private int findings;

    TreeCheck(long offset, Inspection inspection) {
        this.offset = offset;
        this.inspection = inspection;
    }

    int check(Statement root) {
        body(root, 1);
        return findings;
    }

    /** Statements lie at most 100 deep. */
    private void body(Statement parent, double times) {
        for (Statement statement : parent.body) {
            inspection.step();
            for (Expression expression : statement.expressions) {
                walk(expression);
            }
            if (statement.kind.equals("set") && statement.targets.size() == 1 && statement.expressions.size() == 1) {
                constants.set(statement.targets.getFirst(), statement.expressions.getFirst());
            }
            double here = times;
            switch (statement.kind) {
                case "for" -> here = loop(statement, times);
                case "include", "import", "from", "extends" ->
                    tell("template/include", "the template reads another file by '%s'".formatted(statement.kind));
                default -> {}
            }
            body(statement, here);
        }
    }

    private double loop(Statement loop, double times) {
        double rounds = loop.expressions.isEmpty() ? 1 : rounds(loop.expressions.getFirst());
        double product = times * Math.max(1, rounds);
        if (product > TIMES_MAX && rounds > 1) {
            tell("template/unbounded", "a loop runs %.0f times".formatted(product));
        }
        return product;
    }

    private double rounds(Expression over) {
        if (over instanceof Expression.Call call
                && call.function() instanceof Expression.Name name
                && name.name().equals("range")) {
            List<Double> bounds = call.arguments().stream()
                    .map(argument -> constants.number(argument.value()).orElse(0.0))
                    .toList();
            return switch (bounds.size()) {
                case 1 -> bounds.get(0);
                case 2 -> bounds.get(1) - bounds.get(0);
                case 3 -> bounds.get(2) == 0 ? 1 : (bounds.get(1) - bounds.get(0)) / bounds.get(2);
                default -> 1;
            };
        }
        return 1;
    }

    private void walk(Expression root) {
        Deque<Expression> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            inspection.step();
            Expression expression = open.pop();
            switch (expression) {
                case Expression.Attribute attribute -> attribute(attribute.base(), attribute.name());
                case Expression.Subscript subscript -> subscript(subscript);
                case Expression.Filter filter -> filter(filter);
                case Expression.Call call -> call(call);
                case Expression.Binary binary -> binary(binary);
                case Expression.Text text -> text(text.text());
                case Expression.Name name -> {
                    if (DUNDER.matcher(name.name()).matches()) {
                        injection("names '%s'", name.name());
                    }
                }
                case Expression.Numeral _, Expression.Group _ -> {}
            }
            expression.parts().forEach(open::push);
        }
    }

    private void attribute(Expression base, String name) {
        if (leadsOut(name)) {
            injection("reads the attribute '%s'", name);
        } else if (base instanceof Expression.Name(int _, String variable) && MODULES.contains(variable)) {
            injection("reaches '%s'", variable + "." + name);
        } else if (base instanceof Expression.Name(int _, String variable)
                && variable.equals("request")
                && (name.equals("application") || name.equals("args") || name.equals("environ"))) {
            injection("reaches '%s'", "request." + name);
        }
    }

    private static boolean leadsOut(String name) {
        return DUNDER.matcher(name).matches()
                || WAYS_OUT.contains(name)
                || (name.startsWith("__") && name.length() > 4);
    }

    private void subscript(Expression.Subscript subscript) {
        for (Expression key : subscript.keys()) {
            constants.text(key).ifPresent(name -> {
                if (DUNDER.matcher(name).matches() || WAYS_OUT.contains(name)) {
                    injection("reads the attribute '%s'", name);
                }
            });
        }
    }

    private void filter(Expression.Filter filter) {
        if (filter.name().equals("attr") && !filter.test()) {
            Optional<String> name = filter.arguments().isEmpty()
                    ? Optional.empty()
                    : constants.text(filter.arguments().getFirst().value());
            if (name.isEmpty()) {
                injection("reads an attribute whose name is computed%s", "");
            } else if (leadsOut(name.get())) {
                injection("reads the attribute '%s'", name.get());
            }
        } else if (FILTERS_BY_NAME.contains(filter.name())) {
            for (Expression.Argument argument : filter.arguments()) {
                constants
                        .text(argument.value())
                        .filter(name -> name.contains("__"))
                        .ifPresent(name -> injection("reads the attribute '%s'", name));
            }
        } else if (isGenerator(filter.base())
                && (filter.name().equals("string") || filter.name().equals("list"))) {
            injection("takes letters out of the text of an object%s", "");
        }
        Optional<Double> size = filter.arguments().isEmpty()
                ? Optional.empty()
                : constants.number(filter.arguments().getFirst().value());
        if (size.orElse(0.0) > TIMES_MAX
                && Set.of("center", "indent", "format", "batch").contains(filter.name())) {
            tell("template/unbounded", "a text of %.0f characters is made".formatted(size.get()));
        }
    }

    /** Objects whose text is known to every attacker: a function of Jinja, or a filter that was not run. */
    private static boolean isGenerator(Expression base) {
        return switch (base) {
            case Expression.Name name ->
                Set.of("lipsum", "cycler", "joiner", "self").contains(name.name());
            case Expression.Filter filter ->
                filter.name().equals("select")
                        && filter.arguments().isEmpty()
                        && filter.base() instanceof Expression.Group group
                        && group.parts().isEmpty();
            case Expression.Attribute _,
                    Expression.Binary _,
                    Expression.Call _,
                    Expression.Group _,
                    Expression.Numeral _,
                    Expression.Subscript _,
                    Expression.Text _ -> false;
        };
    }

    private void call(Expression.Call call) {
        if (call.function() instanceof Expression.Name(int _, String name)) {
            if (PYTHON_NAMES.contains(name)) {
                injection("calls '%s'", name);
            }
            if ((name.equals("range") && rounds(call) > TIMES_MAX)
                    || (name.equals("lipsum") && largest(call) > 10_000)) {
                tell(
                        "template/unbounded",
                        "'%s' is asked for %.0f items".formatted(name, Math.max(rounds(call), largest(call))));
            }
        }
        constants.text(call).ifPresent(this::text);
    }

    private double largest(Expression.Call call) {
        return call.arguments().stream()
                .mapToDouble(argument -> constants.number(argument.value()).orElse(0.0))
                .max()
                .orElse(0);
    }

    private void binary(Expression.Binary binary) {
        constants.text(binary).ifPresent(this::text);
        Optional<Double> left = constants.number(binary.left());
        Optional<Double> right = constants.number(binary.right());
        boolean power =
                binary.operator().equals("**") && left.isPresent() && right.isPresent() && right.get() > 100_000;
        boolean repeat = binary.operator().equals("*")
                && ((constants.text(binary.left()).isPresent() && right.orElse(0.0) > TIMES_MAX)
                        || (constants.text(binary.right()).isPresent() && left.orElse(0.0) > TIMES_MAX));
        if (power || repeat) {
            tell("template/unbounded", "a %s is computed that fills memory".formatted(power ? "number" : "text"));
        }
    }

    /** Texts that are the name of a way out, or a format that walks it: {@code '{0.__class__}'}. */
    private void text(String text) {
        boolean name = DUNDER.matcher(text).matches() && KNOWN.matcher(text).find();
        boolean walk = text.contains(".__") && KNOWN.matcher(text).find();
        if (name || walk) {
            injection("holds the text '%s'", text);
        }
    }

    private static final Pattern KNOWN = Pattern.compile(
            "__(class|mro|bases?|subclasses|globals|builtins|import|init|dict|getattribute|reduce|code|self|module|loader|spec)__");

    private void injection(String how, String name) {
        tell("template/injection", "the template %s".formatted(how.formatted(Snippet.shown(name))));
    }

    private void tell(String rule, String message) {
        if (told.add(rule + message) && told.size() <= 200) {
            inspection.found(rule, offset, message);
        }
        findings++;
    }
}
