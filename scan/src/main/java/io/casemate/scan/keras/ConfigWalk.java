package io.casemate.scan.keras;

import io.casemate.scan.json.JsonTokens;
import io.casemate.scan.json.JsonTokens.Token;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** One pass over the tokens of a configuration; an object is judged when it closes, from the inside out. */
final class ConfigWalk {
    private static final int TEXT_BYTES_MAX = 4 << 20;
    private static final Set<String> TOP_LEVEL =
            Set.of("keras_version", "optimizer_config", "model_config", "modelTopology", "training_config");

    private final Content content;
    private final Inspection inspection;
    private final JsonTokens tokens;
    private final Objects objects;
    private final Texts texts;
    private final Deque<Node> open = new ArrayDeque<>();
    private String name = "";
    private boolean keras;

    ConfigWalk(Content content, Inspection inspection) {
        this.content = content;
        this.inspection = inspection;
        this.tokens = new JsonTokens(content, start(content), content.size(), TEXT_BYTES_MAX, inspection);
        this.objects = new Objects(inspection);
        this.texts = new Texts(content, inspection);
    }

    /** Whether the top level is that of a Keras configuration, as far as it was read. */
    boolean isKeras() {
        return keras;
    }

    void run() {
        for (Token token = tokens.next(); token != Token.END; token = tokens.next()) {
            switch (token) {
                case BEGIN_OBJECT, BEGIN_ARRAY -> open.push(new Node(name, tokens.offset()));
                case END_OBJECT, END_ARRAY -> close(open.pop());
                case NAME -> field(tokens.text());
                case TEXT -> text();
                case NUMBER, TRUE, FALSE, NULL, END -> {}
            }
        }
        if (!keras) {
            inspection.reject();
            return;
        }
        inspection.accept();
        inspection.read(0, tokens.position());
        long rest = content.size() - tokens.position();
        if (rest > 0) {
            String after = content.text(tokens.position(), (int) Math.min(rest, 1024));
            if (after.isBlank() && rest <= 1024) {
                inspection.read(tokens.position(), rest);
            } else {
                inspection.gap(tokens.position(), "more follows after the configuration");
            }
        }
    }

    private void field(String field) {
        name = field;
        if (open.size() == 1) {
            Node top = open.element();
            top.names.add(field);
            keras = keras
                    || TOP_LEVEL.contains(field)
                    || (top.names.contains("class_name") && top.names.contains("config"));
        }
    }

    private void text() {
        Node node = open.peek();
        if (node == null) {
            return;
        }
        String text = tokens.text();
        if (!tokens.complete()) {
            inspection.gap(
                    tokens.offset(), "a text of more than %d bytes was not looked into".formatted(TEXT_BYTES_MAX));
            return;
        }
        node.keep(name, text);
        if (open.size() == 1 && name.equals("keras_version")) {
            inspection.fact("keras", Snippet.quoted(text).replace("'", ""));
        }
        switch (texts.look(text, place(), tokens.offset())) {
            case CODE -> node.codes++;
            case PICKLE -> node.pickles++;
            case PLAIN -> {}
        }
    }

    private void close(Node node) {
        objects.judge(node, place());
        Node parent = open.peek();
        if (parent == null) {
            node.text("class_name").ifPresent(architecture -> {
                inspection.fact("framework", "Keras");
                inspection.fact("architecture", Snippet.quoted(architecture).replace("'", ""));
            });
            return;
        }
        name = node.name;
        parent.take(node);
    }

    /** Where in the tree the walk is: "config.layers.config.function". */
    private String place() {
        var path = new StringBuilder();
        for (var nodes = open.descendingIterator(); nodes.hasNext(); ) {
            String part = nodes.next().name;
            if (!part.isEmpty() && !path.toString().endsWith(part) && path.length() < 100) {
                path.append(path.isEmpty() ? "" : ".").append(part);
            }
        }
        return path.toString();
    }

    private static long start(Content content) {
        return content.has(0, (byte) 0xef, (byte) 0xbb, (byte) 0xbf) ? 3 : 0;
    }
}
