package io.casemate.scan.call;

import io.casemate.scan.call.Judgement.Level;
import io.casemate.scan.snippet.Snippet;
import java.util.stream.Collectors;

/** Judgements in words. Names and texts come from the attacker: they are cut, and control characters escaped. */
final class Wording {
    private static final int NAME_MAX = 80;
    private static final int TEXT_MAX = 60;
    private static final int ARGUMENTS_MAX = 3;

    private Wording() {}

    static Judgement call(Level level, String what) {
        return switch (level) {
            case MALICIOUS -> new Judgement(level, "code/dangerous-call", what);
            case SUSPICIOUS -> new Judgement(level, "code/suspicious-call", what);
            case UNKNOWN -> new Judgement(level, "code/unknown-call", what);
            case SAFE -> Judgement.SAFE;
        };
    }

    static Judgement reference(Level level, String what) {
        return switch (level) {
            case MALICIOUS -> new Judgement(level, "code/dangerous-import", what);
            case SUSPICIOUS -> new Judgement(level, "code/suspicious-import", what);
            case UNKNOWN -> new Judgement(level, "code/unknown-import", what);
            case SAFE -> Judgement.SAFE;
        };
    }

    /** A listed global that is used in another way than its entry allows. */
    static Judgement odd(Level level, Value.Global global, Call call, String how) {
        return call(level, "uses %s %s".formatted(shown(call, global.qualified()), how));
    }

    static Judgement tampering(String what) {
        return new Judgement(Level.MALICIOUS, "code/tampering", what);
    }

    /** A name as it may be printed. */
    static String name(String name) {
        return Snippet.shown(name, NAME_MAX);
    }

    /** A call as pseudo-code, short: "os.system('id')". */
    static String shown(Call call, String function) {
        String arguments = call.arguments().stream()
                .limit(ARGUMENTS_MAX)
                .map(value -> shown(value, 2))
                .collect(Collectors.joining(", "));
        boolean all = call.complete()
                && call.arguments().size() <= ARGUMENTS_MAX
                && call.keywords().isEmpty();
        return "%s(%s%s)".formatted(name(function), arguments, all ? "" : arguments.isEmpty() ? "..." : ", ...");
    }

    private static String shown(Value value, int depth) {
        return switch (value) {
            case Value.Text text -> "'" + Snippet.shown(text.text(), TEXT_MAX) + "'";
            case Value.Bytes bytes -> "%d bytes".formatted(bytes.bytes().byteSize());
            case Value.Whole whole -> Long.toString(whole.number());
            case Value.Real real -> Double.toString(real.number());
            case Value.Truth truth -> truth.truth() ? "True" : "False";
            case Value.None none -> "None";
            case Value.Global global -> name(global.qualified());
            case Value.Items items ->
                depth == 0 || items.items().isEmpty()
                        ? "[...]"
                        : "[%s%s]"
                                .formatted(
                                        shown(items.items().getFirst(), depth - 1),
                                        items.items().size() > 1 ? ", ..." : "");
            case Value.Entries entries -> "{...}";
            case Value.Result result ->
                depth == 0 || !(result.call().function() instanceof Value.Global global)
                        ? "..."
                        : name(global.qualified()) + "(...)";
            case Value.Persistent persistent -> "...";
            case Value.Unknown unknown -> "?";
        };
    }
}
