package io.casemate.scan.pickle;

import io.casemate.scan.call.Call;
import io.casemate.scan.call.Call.How;
import io.casemate.scan.call.Judgement;
import io.casemate.scan.call.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Functions that are put under the name {@code __setstate__}, wherever a pair of name and value stands: once an object has the
 * attribute, the next BUILD calls it. Seen where the pair is put together, because a constructor may plant it as well as a state,
 * and a container may be forgotten until it is used.
 */
final class Plants {
    private static final String HOOK = "__setstate__";
    /** Functions whose result is a function that somebody else made. */
    private static final Set<String> WRAPPERS = Set.of(
            "functools.partial",
            "_functools.partial",
            "builtins.getattr",
            "__builtin__.getattr",
            "operator.methodcaller",
            "_operator.methodcaller",
            "operator.attrgetter",
            "_operator.attrgetter",
            "toolz.functoolz.compose",
            "toolz.functoolz.curry",
            "cytoolz.functoolz.compose",
            "cytoolz.functoolz.curry",
            "numpy.vectorize");

    /** Functions that make texts of what is handed to them. */
    private static final Set<String> TEXTS = Set.of(
            "builtins.str",
            "__builtin__.str",
            "__builtin__.unicode",
            "_codecs.encode",
            "codecs.encode",
            "numpy.str_",
            "numpy.unicode_",
            "numpy.core.multiarray.scalar",
            "numpy._core.multiarray.scalar",
            "multidict._multidict.istr",
            "multidict.istr");

    /** What yields items only when somebody takes them. */
    private static final Set<String> LAZY =
            Set.of("zip", "map", "filter", "iter", "reversed", "enumerate", "imap", "ifilter", "izip");

    private final Reading reading;

    Plants(Reading reading) {
        this.reading = reading;
    }

    /** Looks at keys and values by turns. */
    void pairs(long[] stack, int from, int to, long at) {
        for (int i = from; i + 1 < to; i += 2) {
            pair(stack[i], stack[i + 1], at);
        }
    }

    /** Looks at a key and its value: quick, because there are millions. */
    void pair(long key, long value, long at) {
        int kind = Slot.tag(value);
        if ((kind == Slot.GLOBAL || kind == Slot.RESULT) && hook(key) && function(value)) {
            tell(value, at);
        }
    }

    private boolean hook(long key) {
        return switch (Slot.tag(key)) {
            case Slot.TEXT -> named(Slot.body(key));
            case Slot.RESULT, Slot.CALM_RESULT -> TEXTS.contains(maker(key));
            default -> false;
        };
    }

    private boolean named(long at) {
        var constants = reading.constants();
        return constants.length(at, HOOK.length() * 6L) <= HOOK.length() * 6L
                && constants.text(at).equals(HOOK);
    }

    private boolean function(long value) {
        return Slot.tag(value) == Slot.GLOBAL || WRAPPERS.contains(maker(value));
    }

    private String maker(long result) {
        int global = Slot.resultGlobal(result);
        return global < 0 ? "" : reading.globals().get(global).qualified();
    }

    private void tell(long value, long at) {
        if (Slot.tag(value) == Slot.GLOBAL) {
            var hooked = new Call(
                    reading.globals().get((int) Slot.body(value)), List.of(Value.UNKNOWN), false, Map.of(), How.CALL);
            Judgement called = reading.inspection().judge().call(hooked);
            if (called.atLeast(Judgement.Level.MALICIOUS)) {
                reading.tellings().tell(called, HOOK, at);
                return;
            }
        }
        reading.tellings()
                .tell(
                        "code/suspicious-call",
                        HOOK,
                        at,
                        "a function stands under the name '__setstate__', or under one that is made while loading");
    }

    /** Looks at the arguments of a call that is safe with any: an iterator may yield what was put into its source later. */
    void handed(long global, long arguments, long at) {
        int kind = Slot.tag(arguments);
        if (kind < Slot.TUPLE || kind > Slot.FROZENSET) {
            return;
        }
        long first = reading.containers().item(arguments, 0);
        if (Slot.tag(first) == Slot.RESULT && lazy(first)) {
            reading.tellings()
                    .tell(
                            "code/suspicious-call",
                            "lazy",
                            at,
                            "hands an iterator to '%s', which no serialiser does"
                                    .formatted(io.casemate.scan.snippet.Snippet.shown(reading.globals()
                                            .get((int) Slot.body(global))
                                            .qualified())));
        }
    }

    private boolean lazy(long result) {
        int global = Slot.resultGlobal(result);
        if (global < 0) {
            return false;
        }
        Value.Global made = reading.globals().get(global);
        return made.module().equals("itertools")
                || ((made.module().equals("builtins") || made.module().equals("__builtin__"))
                        && LAZY.contains(made.name()));
    }
}
