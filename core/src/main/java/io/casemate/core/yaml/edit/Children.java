package io.casemate.core.yaml.edit;

import io.casemate.core.yaml.Yaml;
import io.casemate.core.yaml.edit.SourceNode.Mapping;
import io.casemate.core.yaml.edit.SourceNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is taken out of and put into one list or mapping. */
final class Children {
    private final YamlSource source;
    private final SourceNode node;
    private final boolean mapping;
    private final boolean flow;
    private final List<int[]> spans = new ArrayList<>();
    private final TreeSet<Integer> removed = new TreeSet<>();
    private final Map<Integer, List<Yaml>> inserted = new TreeMap<>();

    Children(YamlSource source, SourceNode node) {
        this.source = source;
        this.node = node;
        this.mapping = node instanceof Mapping;
        switch (node) {
            case Mapping m -> {
                flow = m.flow();
                m.entries()
                        .forEach(e -> spans.add(new int[] {e.start(), e.value().end()}));
            }
            case Sequence s -> {
                flow = s.flow();
                s.items().forEach(i -> spans.add(new int[] {s.flow() ? i.start() : source.dash(i.start()), i.end()}));
            }
            case SourceNode.Scalar s -> throw new IllegalArgumentException("a text has no children: " + s.text());
        }
    }

    void remove(int index) {
        removed.add(index);
    }

    void insert(int after, Yaml value) {
        inserted.computeIfAbsent(after, i -> new ArrayList<>()).add(value);
    }

    List<Patch> patches() {
        List<Patch> patches = new ArrayList<>();
        int kept = firstKept();
        if (kept == spans.size()) {
            patches.add(anew());
            return patches;
        }
        if (kept > 0) {
            patches.add(patch(start(0), start(kept), ""));
        }
        for (int i : removed.tailSet(kept)) {
            patches.add(
                    flow
                            ? patch(end(i - 1), end(i), "")
                            : patch(source.lineStart(start(i)) - 1, source.lineEnd(end(i)), ""));
        }
        inserted.forEach((after, values) -> patches.add(insertion(after, values, kept)));
        return patches;
    }

    private Patch insertion(int after, List<Yaml> values, int kept) {
        int before = after;
        while (before >= 0 && removed.contains(before)) {
            before--;
        }
        var text = new StringBuilder();
        if (before < 0) {
            values.forEach(v -> text.append(written(v)).append(flow ? ", " : "\n" + " ".repeat(column())));
            return patch(start(kept), start(kept), text.toString());
        }
        values.forEach(
                v -> text.append(flow ? ", " : "\n" + " ".repeat(column())).append(written(v)));
        int place = flow ? end(before) : source.lineEnd(end(before));
        return patch(place, place, text.toString());
    }

    /** Everything that was there is gone, or nothing was. */
    private Patch anew() {
        List<Yaml> values = inserted.values().stream().flatMap(List::stream).toList();
        if (!flow && !values.isEmpty()) {
            List<String> lines = values.stream().map(this::written).toList();
            return patch(start(0), node.end(), String.join("\n" + " ".repeat(column()), lines));
        }
        String inner = String.join(", ", values.stream().map(this::inBrackets).toList());
        String written = mapping ? "{%s}".formatted(inner) : "[%s]".formatted(inner);
        int start = spans.isEmpty() ? node.start() : Math.min(node.start(), start(0));
        int line = source.lineStart(start);
        boolean belowKey = line > 0
                && source.text().substring(line, start).isBlank()
                && source.text().substring(0, line - 1).endsWith(":");
        return belowKey ? patch(line - 1, node.end(), " " + written) : patch(start, node.end(), written);
    }

    private String written(Yaml value) {
        if (flow) {
            return inBrackets(value);
        }
        return mapping
                ? YamlWriter.block(value, column())
                : "- " + (oneLine() ? YamlWriter.flow(value) : YamlWriter.block(value, column() + 2));
    }

    /** An entry of a mapping comes as a mapping of its own, whose braces are those around it. */
    private String inBrackets(Yaml value) {
        String text = YamlWriter.flow(value);
        return mapping ? text.substring(1, text.length() - 1) : text;
    }

    /** Whether the last item of a list with a line for each stands in braces. */
    private boolean oneLine() {
        return node instanceof Sequence s && s.items().getLast() instanceof Mapping m && m.flow();
    }

    private Patch patch(int start, int end, String text) {
        return new Patch(start, end, text, node.start());
    }

    private int firstKept() {
        int kept = 0;
        while (removed.contains(kept)) {
            kept++;
        }
        return kept;
    }

    private int column() {
        return source.column(start(0));
    }

    private int start(int i) {
        return spans.get(i)[0];
    }

    private int end(int i) {
        return spans.get(i)[1];
    }
}
