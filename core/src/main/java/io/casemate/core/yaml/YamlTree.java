package io.casemate.core.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Builds the tree of the first document from the parser's events, with a stack of its own instead of recursion. */
final class YamlTree {
    private final YamlLimits limits;
    private final YamlProblems problems;
    private final Deque<OpenNode> open = new ArrayDeque<>();
    private Optional<Yaml> root = Optional.empty();
    private int nodes;
    private int documents;
    private boolean stopped;
    private boolean lost;

    YamlTree(YamlLimits limits, YamlProblems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    /** The tree; absent where the document is empty, or where problems took a part of it away. */
    Optional<Yaml> build(Iterator<Event> events) {
        while (!stopped && events.hasNext()) {
            accept(events.next());
        }
        if (root.isEmpty() && problems.isEmpty()) {
            problems.add(0, "", "is empty", "write a mapping of keys and values");
        }
        return lost ? Optional.empty() : root;
    }

    private void accept(Event event) {
        int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        switch (event) {
            case DocumentStartEvent start -> document(start, line);
            case AliasEvent alias -> {
                lose(line, "has the alias '*%s'".formatted(alias.getAlias().getValue()), "write the value out");
                add(new Yaml.Scalar("", true, line));
            }
            case ScalarEvent scalar -> {
                plainOnly(scalar, scalar.getTag(), line);
                add(new Yaml.Scalar(scalar.getValue(), scalar.isPlain(), line));
            }
            case CollectionStartEvent start -> {
                plainOnly(start, start.getTag(), line);
                open(start instanceof MappingStartEvent, line);
            }
            case CollectionEndEvent end -> add(open.pop().close());
            default -> {} // begin and end of the stream and end of the document say nothing
        }
    }

    private void document(DocumentStartEvent start, int line) {
        if (!start.getTags().isEmpty()) {
            problems.add(line, "", "has a %TAG directive", "remove it: tags are not used here");
        }
        if (++documents > 1) {
            problems.add(line, "", "starts a second document", "keep one document a file");
            stopped = true;
        }
    }

    private void plainOnly(NodeEvent event, Optional<String> tag, int line) {
        event.getAnchor()
                .ifPresent(a -> problems.add(
                        line, path(), "has the anchor '&%s'".formatted(Wording.shown(a.getValue())), "remove it"));
        tag.ifPresent(t -> problems.add(line, path(), "has the tag '%s'".formatted(Wording.shown(t)), "remove it"));
    }

    private void open(boolean mapping, int line) {
        if (open.size() >= limits.depthMax()) {
            lose(line, "nests deeper than %d levels".formatted(limits.depthMax()), "make it flatter");
            stopped = true;
        } else {
            open.push(mapping ? new OpenNode.OpenMapping(line) : new OpenNode.OpenSequence(line));
        }
    }

    private void add(Yaml node) {
        if (++nodes > limits.nodesMax()) {
            lose(node.line(), "has more than %d values".formatted(limits.nodesMax()), "split or shorten the file");
            stopped = true;
            return;
        }
        switch (open.peek()) {
            case null -> root = Optional.of(node);
            case OpenNode.OpenSequence sequence -> sequence.items().add(node);
            case OpenNode.OpenMapping mapping when mapping.wantsKey() -> mapping.key(key(mapping, node));
            case OpenNode.OpenMapping mapping -> mapping.value(node);
        }
    }

    private Yaml.Scalar key(OpenNode.OpenMapping mapping, Yaml node) {
        if (!(node instanceof Yaml.Scalar key)) {
            lose(node.line(), "has a list or mapping as a key", "use a text as key");
            return new Yaml.Scalar("", true, node.line());
        }
        int before = mapping.lineOf(key.text());
        if (key.plain() && key.text().equals("<<")) {
            lose(key.line(), "has the merge key '<<'", "write the keys out");
        } else if (before > 0) {
            String what = "has the key '%s' twice, first in line %d".formatted(Wording.shown(key.text()), before);
            problems.add(key.line(), path(), what, "remove one of the two");
        }
        return key;
    }

    /** A problem after which what is left of the tree would raise problems that are none. */
    private void lose(int line, String what, String remedy) {
        problems.add(line, path(), what, remedy);
        lost = true;
    }

    private String path() {
        if (problems.full()) {
            return "";
        }
        String path = "";
        for (Iterator<OpenNode> outermost = open.descendingIterator(); outermost.hasNext(); ) {
            path = outermost.next().path(path);
        }
        return path;
    }
}
