package io.casemate.core.yaml.edit;

import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.yaml.YamlLimits;
import io.casemate.core.yaml.YamlProblems;
import io.casemate.core.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * A YAML text with the places of its values.
 *
 * @param text with {@code \n} at the end of each line
 */
public record YamlSource(String text, SourceNode root) {

    /**
     * Reads the restricted YAML of this program.
     *
     * @param label begins every problem's place
     * @throws InvalidInputException with everything that is wrong with it
     */
    public static YamlSource read(String label, byte[] bytes) {
        YamlProblems problems = YamlProblems.of(label);
        boolean judged = YamlReader.read(bytes, YamlLimits.DEFAULT, problems).isPresent();
        problems.throwIfAny();
        if (!judged) {
            throw new IllegalStateException(label + " is neither read nor refused");
        }
        return of(new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n"));
    }

    private static YamlSource of(String text) {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        var tree = new Tree(text);
        for (Event event : new Parse(settings).parseString(text)) {
            tree.accept(event);
        }
        return new YamlSource(text, tree.root.orElseThrow());
    }

    int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    int column(int at) {
        return at - lineStart(at);
    }

    /** Where the dash of the item that begins there stands. */
    int dash(int item) {
        return text.lastIndexOf('-', item - 1);
    }

    /** What is open while the events come in. */
    private static final class Open {
        final boolean mapping;
        final boolean flow;
        final int start;
        final List<SourceNode> items = new ArrayList<>();
        final List<SourceNode.Entry> entries = new ArrayList<>();
        Optional<SourceNode.Scalar> key = Optional.empty();

        Open(boolean mapping, boolean flow, int start) {
            this.mapping = mapping;
            this.flow = flow;
            this.start = start;
        }

        void add(SourceNode node) {
            if (!mapping) {
                items.add(node);
            } else if (key.isPresent()) {
                entries.add(new SourceNode.Entry(key.get().text(), key.get().start(), node));
                key = Optional.empty();
            } else if (node instanceof SourceNode.Scalar scalar) {
                key = Optional.of(scalar);
            }
        }

        /** In block style the parser's end is the beginning of what comes next, so the end is that of the last child. */
        SourceNode close(int parsersEnd) {
            int end = parsersEnd;
            if (!flow) {
                end = mapping
                        ? entries.getLast().value().end()
                        : items.getLast().end();
            }
            return mapping
                    ? new SourceNode.Mapping(entries, flow, start, end)
                    : new SourceNode.Sequence(items, flow, start, end);
        }
    }

    private static final class Tree {
        private final String text;
        private final boolean astral;
        private final Deque<Open> open = new ArrayDeque<>();
        private Optional<SourceNode> root = Optional.empty();

        Tree(String text) {
            this.text = text;
            this.astral = text.codePointCount(0, text.length()) < text.length();
        }

        void accept(Event event) {
            switch (event) {
                case ScalarEvent s -> add(scalar(s));
                case CollectionStartEvent c ->
                    open.push(new Open(c instanceof MappingStartEvent, c.isFlow(), at(c.getStartMark())));
                case CollectionEndEvent c -> add(open.pop().close(at(c.getEndMark())));
                default -> {} // begin and end of stream and document
            }
        }

        private SourceNode scalar(ScalarEvent event) {
            int start = at(event.getStartMark());
            int end = at(event.getEndMark());
            boolean block = event.isLiteral() || event.isFolded();
            if (block) {
                while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == ' ')) {
                    end--;
                }
            }
            return new SourceNode.Scalar(event.getValue(), event.isPlain(), start, end);
        }

        private void add(SourceNode node) {
            Open around = open.peek();
            if (around == null) {
                root = Optional.of(node);
            } else {
                around.add(node);
            }
        }

        /** The parser counts code points. */
        private int at(Optional<Mark> mark) {
            int index = mark.map(Mark::getIndex).orElse(0);
            return astral ? text.offsetByCodePoints(0, index) : index;
        }
    }
}
