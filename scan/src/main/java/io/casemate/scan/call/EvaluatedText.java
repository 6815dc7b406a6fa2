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
            "__|\\blambda\\b|\\bimport\\b|\\b(eval|exec|compile|open|getattr|globals|locals|vars|breakpoint|input)\\s*\\("
                    + "|\\b(os|sys|subprocess|builtins|pickle|joblib|ctypes)\\s*\\."
                    + "|\\.(load|save|system|read|run|memmap|fromfile|tofile|open|popen|write|exec|eval|lib|ctypeslib|testing|f2py)");
    /** What scipy generates of the names of a distribution's parameters. From parse_arg_template in scipy/stats/_distn_infrastructure.py. */
    private static final Pattern TEMPLATE = Pattern.compile(
            "\\s*def _parse_args\\(self,[\\w ,=.+-]*\\):\\s+return \\([\\w ,]*\\), [\\w ,.]+"
                    + "\\s+def _parse_args_rvs\\(self,[\\w ,=.+-]*\\):\\s+return self\\._argcheck_rvs\\([\\w ,=.]*\\)"
                    + "\\s+def _parse_args_stats\\(self,[\\w ,=.+-]*(moments='[mvsk]{1,4}')?\\):\\s+return \\([\\w ,]*\\), [\\w ,.]+\\s*");

    /** Constructors that keep a text as a name. */
    private static final Set<String> NAMED =
            Set.of("Symbol", "Dummy", "Wild", "Str", "MatrixSymbol", "UndefinedFunction");

    /** Modules whose functions and classes make texts. */
    private static final Set<String> TEXT_MAKERS =
            Set.of("builtins", "__builtin__", "exceptions", "_codecs", "codecs", "pathlib", "string", "collections");

    private static final Set<String> RESTORING = Set.of("statsmodels", "patsy", "flair");

    private static final int DEPTH_MAX = 8;

    private EvaluatedText() {}

    /** Whether the constructors of the library that it belongs to evaluate texts. */
    static boolean evaluates(Value.Global global) {
        return LIBRARIES.contains(Names.top(global.module())) && !NAMED.contains(global.name());
    }

    /** Judges the texts among what such a constructor gets; what is made while loading may be any text. */
    static Judgement handed(Value.Global global, Call call) {
        Level worst = call.complete() ? Level.SAFE : Level.UNKNOWN;
        for (Value argument : call.arguments()) {
            worst = worse(worst, in(argument, 0));
        }
        for (Value argument : call.keywords().values()) {
            worst = worse(worst, in(argument, 0));
        }
        return Wording.odd(
                worst,
                global,
                call,
                worst == Level.MALICIOUS
                        ? "with a text that the library evaluates as code"
                        : "with what is made while loading, and evaluated as code where it is a text");
    }

    /** Whether its objects evaluate parts of their state while it is restored. */
    static boolean restores(Value.Global made) {
        return evaluates(made)
                || RESTORING.contains(Names.top(made.module()))
                || made.module().startsWith("scipy.stats");
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
        return key.equals("formula") && in(value, 0) == Level.MALICIOUS
                ? Optional.of("a formula that is evaluated as code")
                : Optional.empty();
    }

    private static Level in(Value value, int depth) {
        return switch (value) {
            case Value.Text(String text) -> CODE.matcher(text).find() ? Level.MALICIOUS : Level.SAFE;
            case Value.Items(List<Value> items, boolean complete) -> in(items, depth);
            case Value.Entries(List<Value> items, boolean complete) -> in(items, depth);
            case Value.Result(Call inner) -> in(inner, depth);
            case Value.Bytes v -> Level.MALICIOUS;
            case Value.Unknown v -> Level.UNKNOWN;
            case Value.Global v -> Level.SAFE;
            case Value.Whole v -> Level.SAFE;
            case Value.Real v -> Level.SAFE;
            case Value.Truth v -> Level.SAFE;
            case Value.None v -> Level.SAFE;
            case Value.Persistent v -> Level.SAFE;
        };
    }

    private static Level in(List<Value> items, int depth) {
        Level worst = Level.SAFE;
        for (Value item : items) {
            worst = worse(worst, depth > DEPTH_MAX ? Level.UNKNOWN : in(item, depth + 1));
        }
        return worst;
    }

    /** What a call returns: an object of the library, or what is turned into a text first: an exception, bytes, {@code str(x)}. */
    private static Level in(Call inner, int depth) {
        if (!(inner.function() instanceof Value.Global global)) {
            return Level.UNKNOWN;
        }
        if (LIBRARIES.contains(Names.top(global.module()))) {
            return Level.SAFE;
        }
        Level known = worse(in(inner.arguments(), depth), inner.complete() ? Level.SAFE : Level.UNKNOWN);
        return known == Level.UNKNOWN && TEXT_MAKERS.contains(Names.top(global.module())) ? Level.SUSPICIOUS : known;
    }

    private static Level worse(Level one, Level other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
