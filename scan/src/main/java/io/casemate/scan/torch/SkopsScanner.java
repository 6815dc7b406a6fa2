package io.casemate.scan.torch;

import io.casemate.scan.call.Judgement;
import io.casemate.scan.call.Value;
import io.casemate.scan.json.BrokenJson;
import io.casemate.scan.json.JsonTokens;
import io.casemate.scan.json.JsonTokens.Token;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Reads the schema of a skops archive: a tree of nodes, each with the class or function that loading makes of it. Format: the
 * nodes of skops/io/_general.py and _sklearn.py.
 */
public final class SkopsScanner implements FormatScanner {
    private static final int HEAD_BYTES = 4096;
    private static final int KEPT_BYTES = 512;
    private static final int NODES_MAX = 1_000_000;
    private static final String LOADER = "__loader__";
    private static final String CLASS = "__class__";
    private static final String MODULE = "__module__";

    /** Loaders whose class says nothing: they make plain values of their own content. */
    private static final Set<String> PLAIN = Set.of("builtins", "");

    /** What estimators store of module operator. */
    private static final Set<String> GETTERS = Set.of("attrgetter", "itemgetter");

    private static final Set<String> PLAIN_CLASSES = Set.of(
            "dict",
            "list",
            "tuple",
            "set",
            "str",
            "int",
            "float",
            "bool",
            "bytes",
            "bytearray",
            "slice",
            "NoneType",
            "complex",
            "frozenset",
            "type",
            "object");

    @Override
    public String id() {
        return "skops";
    }

    @Override
    public Recognition recognises(Content content) {
        if (content.size() < 2 || content.u8(0) != '{') {
            return Recognition.NO;
        }
        String head = content.text(0, (int) Math.min(HEAD_BYTES, content.size()));
        return head.contains("\"__loader__\"") && head.contains("\"__class__\"") ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("framework", "skops");
        var tokens = new JsonTokens(content, 0, content.size(), KEPT_BYTES, inspection);
        try {
            walk(tokens, inspection);
            inspection.read(0, tokens.position());
            if (!content.text(tokens.position(), (int) Math.min(KEPT_BYTES, content.size() - tokens.position()))
                    .isBlank()) {
                inspection.gap(tokens.position(), "something follows the schema");
            } else {
                inspection.read(tokens.position(), Math.min(KEPT_BYTES, content.size() - tokens.position()));
            }
        } catch (BrokenJson broken) {
            inspection.gap(broken.offset(), "the schema is broken: " + broken.what());
        }
    }

    private static void walk(JsonTokens tokens, Inspection inspection) {
        Deque<Map<String, String>> open = new ArrayDeque<>();
        Set<String> told = new HashSet<>();
        String name = "";
        int nodes = 0;
        for (Token token = tokens.next(); token != Token.END; token = tokens.next()) {
            switch (token) {
                case BEGIN_OBJECT -> {
                    open.push(new HashMap<>());
                    if (++nodes == NODES_MAX) {
                        inspection.gap(tokens.offset(), "the schema has more than %d nodes".formatted(NODES_MAX));
                        return;
                    }
                }
                case END_OBJECT -> node(open.pop(), tokens.offset(), told, inspection);
                case NAME -> name = tokens.text();
                case TEXT -> {
                    if (!open.isEmpty()) {
                        text(open.peek(), name, tokens, inspection);
                    }
                }
                case BEGIN_ARRAY, END_ARRAY, NUMBER, TRUE, FALSE, NULL, END -> {}
            }
        }
    }

    private static void text(Map<String, String> node, String name, JsonTokens tokens, Inspection inspection) {
        boolean telling = name.equals(LOADER)
                || name.equals(CLASS)
                || name.equals(MODULE)
                || name.equals("module_path")
                || name.equals("function")
                || name.equals("func");
        if (telling && node.putIfAbsent(name, tokens.text()) != null) {
            inspection.found(
                    "skops/odd-node", tokens.offset(), "a node has two fields %s".formatted(Snippet.quoted(name)));
        }
    }

    private static void node(Map<String, String> node, long offset, Set<String> told, Inspection inspection) {
        String loader = node.getOrDefault(LOADER, "");
        if (node.containsKey(CLASS)) {
            String module = node.getOrDefault(MODULE, "");
            judge(module, node.getOrDefault(CLASS, ""), offset, told, inspection);
            if (loader.equals("OperatorFuncNode") && !module.equals("operator") && !module.equals("_operator")) {
                inspection.found(
                        "skops/odd-node",
                        offset,
                        "a node for functions of module operator names module %s".formatted(Snippet.quoted(module)));
            } else if (loader.equals("OperatorFuncNode") && !GETTERS.contains(node.getOrDefault(CLASS, ""))) {
                inspection.found(
                        "skops/odd-node",
                        offset,
                        "a node makes %s of module operator, which no estimator stores"
                                .formatted(Snippet.quoted(node.getOrDefault(CLASS, ""))));
            }
        }
        if (node.containsKey("module_path") && node.containsKey("function")) {
            judge(node.getOrDefault("module_path", ""), node.getOrDefault("function", ""), offset, told, inspection);
        }
        if (node.getOrDefault("func", "").startsWith("__")) {
            inspection.found(
                    "skops/odd-node",
                    offset,
                    "a node takes the method %s".formatted(Snippet.quoted(node.getOrDefault("func", ""))));
        }
    }

    private static void judge(String module, String name, long offset, Set<String> told, Inspection inspection) {
        if ((PLAIN.contains(module) && PLAIN_CLASSES.contains(name)) || !told.add(module + ":" + name)) {
            return;
        }
        inspection.needs(module, name);
        Judgement judgement = inspection.judge().reference(new Value.Global(module, name));
        inspection.found(judgement, offset);
    }
}
