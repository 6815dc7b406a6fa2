package io.casemate.scan.call;

import io.casemate.scan.call.Judgement.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts that a library runs as code while an object of its own is loaded, though no function of the pickle says so. */
final class EvaluatedText {
    /** Libraries whose constructors evaluate the texts that they are given: {@code sympy.sin('...')}. */
    private static final Set<String> LIBRARIES = Set.of("sympy", "lmfit");

    private static final Pattern CODE = Pattern.compile(
            "__|\\blambda\\b|\\b(import|eval|exec|compile|open|getattr|globals|locals|vars|breakpoint|input|os|sys|subprocess|builtins)\\b|\\.(load|system|read|run)");
    /** What scipy generates of the names of a distribution's parameters. From parse_arg_template in scipy/stats/_distn_infrastructure.py. */
    private static final Pattern TEMPLATE = Pattern.compile(
            "\\s*def _parse_args\\(self,[\\w ,=.+-]*\\):\\s+return \\([\\w ,]*\\), [\\w ,.]+"
                    + "\\s+def _parse_args_rvs\\(self,[\\w ,=.+-]*\\):\\s+return self\\._argcheck_rvs\\([\\w ,=.]*\\)"
                    + "\\s+def _parse_args_stats\\(self,[\\w ,=.+-]*(moments='[mvsk]{1,4}')?\\):\\s+return \\([\\w ,]*\\), [\\w ,.]+\\s*");

    /** Constructors that keep a text as a name. */
    private static final Set<String> NAMED =
            Set.of("Symbol", "Dummy", "Wild", "Str", "MatrixSymbol", "UndefinedFunction");

    private static final int DEPTH_MAX = 8;

    private EvaluatedText() {}

    /** Whether the constructors of the library that it belongs to evaluate texts. */
    static boolean evaluates(Value.Global global) {
        return LIBRARIES.contains(Names.top(global.module())) && !NAMED.contains(global.name());
    }

    /** Judges the texts among what such a constructor gets. */
    static Judgement handed(Value.Global global, Call call) {
        boolean code = call.arguments().stream().anyMatch(value -> code(value, 0))
                || call.keywords().values().stream().anyMatch(value -> code(value, 0));
        return code
                ? Wording.odd(Level.MALICIOUS, global, call, "with a text that the library evaluates as code")
                : Judgement.SAFE;
    }

    /** Judges one entry of a state. */
    static Optional<String> planted(String key, Value value) {
        if (key.equals("_parse_arg_template")) {
            return value instanceof Value.None
                            || (value instanceof Value.Text(String text)
                                    && TEMPLATE.matcher(text).matches())
                    ? Optional.empty()
                    : Optional.of("text that scipy runs as code in '_parse_arg_template'");
        }
        return key.equals("formula") && code(value, 0)
                ? Optional.of("a formula that is evaluated as code")
                : Optional.empty();
    }

    private static boolean code(Value value, int depth) {
        return switch (value) {
            case Value.Text(String text) -> CODE.matcher(text).find();
            case Value.Items(List<Value> items, boolean complete) ->
                depth > DEPTH_MAX || items.stream().anyMatch(item -> code(item, depth + 1));
            case Value.Entries(List<Value> items, boolean complete) ->
                depth > DEPTH_MAX || items.stream().anyMatch(item -> code(item, depth + 1));
            // str(x), an exception or bytes: turned into a text, then evaluated
            case Value.Result(Call inner) ->
                !(inner.function() instanceof Value.Global global && LIBRARIES.contains(Names.top(global.module())))
                        && inner.arguments().stream().anyMatch(item -> depth > DEPTH_MAX || code(item, depth + 1));
            case Value.Bytes v -> true;
            case Value.Global v -> false;
            case Value.Whole v -> false;
            case Value.Real v -> false;
            case Value.Truth v -> false;
            case Value.None v -> false;
            case Value.Persistent v -> false;
            case Value.Unknown v -> false;
        };
    }
}
