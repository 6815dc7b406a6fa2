package io.casemate.scan.pickle;

import io.casemate.scan.call.Call;
import io.casemate.scan.call.Value;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Stopped;
import java.util.IdentityHashMap;
import java.util.List;

/** Writes calls as lines of pseudo-code: {@code v3 = os.system('id')}. */
final class Explanation {
    private static final int LINES_MAX = 10_000;
    private static final int ITEMS_MAX = 8;
    private static final int DEPTH_MAX = 3;
    private static final int LINE_MAX = 400;

    private final Inspection inspection;
    private final boolean wanted;
    private final IdentityHashMap<Call, Integer> variables = new IdentityHashMap<>();
    private int lines;

    /** @param wanted whether there are to be lines at all */
    Explanation(Inspection inspection, boolean wanted) {
        this.inspection = inspection;
        this.wanted = wanted;
    }

    void call(Call call) {
        if (!wanted()) {
            return;
        }
        int number = variables.size() + 1;
        String line = switch (call.how()) {
            case CALL -> "v%d = %s(%s)".formatted(number, text(call.function(), 0), arguments(call));
            case NEW -> {
                String type = text(call.function(), 0);
                yield "v%d = %s.__new__(%s)".formatted(number, type, joined(type, arguments(call)));
            }
            case BUILD -> "%s.__setstate__(%s)".formatted(text(call.function(), 0), arguments(call));
            case APPEND -> "%s.extend([%s])".formatted(text(call.function(), 0), arguments(call));
            case SET_ITEM -> "%s.update({%s})".formatted(text(call.function(), 0), pairs(call.arguments(), 0));
        };
        if (call.how() == Call.How.CALL || call.how() == Call.How.NEW) {
            variables.put(call, number);
        }
        write(line);
    }

    void result(Value value) {
        if (wanted()) {
            write("return " + text(value, 0));
        }
    }

    private boolean wanted() {
        return wanted && lines <= LINES_MAX;
    }

    private void write(String line) {
        lines++;
        if (lines > LINES_MAX) {
            inspection.explain("... and more");
            throw new Stopped("more than %,d lines".formatted(LINES_MAX));
        } else {
            inspection.explain(line.length() > LINE_MAX ? line.substring(0, LINE_MAX) + "..." : line);
        }
    }

    private String arguments(Call call) {
        String all = items(call.arguments(), call.complete(), 0);
        for (var keyword : call.keywords().entrySet()) {
            all = joined(all, Snippet.shown(keyword.getKey()) + "=" + text(keyword.getValue(), 1));
        }
        return all;
    }

    private static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + ", " + second;
    }

    private String text(Value value, int depth) {
        if (depth > DEPTH_MAX) {
            return "...";
        }
        return switch (value) {
            case Value.Text(String text) -> "'" + Snippet.shown(text) + "'";
            case Value.Bytes bytes -> "b'%,d bytes'".formatted(bytes.bytes().byteSize());
            case Value.Whole(long number) -> Long.toString(number);
            case Value.Real(double number) -> Double.toString(number);
            case Value.Truth(boolean truth) -> truth ? "True" : "False";
            case Value.None none -> "None";
            case Value.Items(List<Value> items, boolean complete) ->
                "(" + items(items, complete, depth + 1) + (complete && items.size() == 1 ? ",)" : ")");
            case Value.Entries(List<Value> entries, boolean complete) ->
                "{" + joined(pairs(entries, depth + 1), complete ? "" : "...") + "}";
            case Value.Global global -> Snippet.shown(global.qualified());
            case Value.Result(Call call) -> {
                Integer number = variables.get(call);
                yield number == null ? text(call.function(), depth + 1) + "(...)" : "v" + number;
            }
            case Value.Persistent(Value id) -> "persistent_load(" + text(id, depth + 1) + ")";
            case Value.Unknown unknown -> "<unknown>";
        };
    }

    private String items(List<Value> items, boolean complete, int depth) {
        String all = "";
        for (Value item : items.subList(0, Math.min(items.size(), ITEMS_MAX))) {
            all = joined(all, text(item, depth));
        }
        return items.size() > ITEMS_MAX || !complete ? joined(all, "...") : all;
    }

    private String pairs(List<Value> entries, int depth) {
        String all = "";
        for (int i = 0; i + 1 < Math.min(entries.size(), 2 * ITEMS_MAX); i += 2) {
            all = joined(all, text(entries.get(i), depth) + ": " + text(entries.get(i + 1), depth));
        }
        return entries.size() > 2 * ITEMS_MAX ? joined(all, "...") : all;
    }
}
