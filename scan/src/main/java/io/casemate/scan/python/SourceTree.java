package io.casemate.scan.python;

import io.casemate.scan.spi.Inspection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;
import org.treesitter.TreeSitterPython;

/**
 * A parsed module. The parser is native and loaded when the first source is read.
 *
 * @param root the module
 * @param errors nodes that the grammar does not know
 * @param nodes named nodes in all
 * @param cut whether parts lay too deep, or were too many, to be kept
 */
record SourceTree(Syntax root, int errors, int nodes, boolean cut) {
    private static final int DEPTH_MAX = 150;
    private static final int NODES_MAX = 400_000;

    static SourceTree parse(byte[] source, Inspection inspection) {
        String text = new String(source, StandardCharsets.UTF_8);
        try (var parser = new TSParser();
                var language = new TreeSitterPython()) {
            parser.setLanguage(language);
            try (TSTree tree = parser.parseString(null, text);
                    TSTreeCursor cursor = new TSTreeCursor(tree.getRootNode())) {
                return copied(cursor, new Grammar(language), tree.getRootNode().hasError(), source, inspection);
            }
        }
    }

    private static SourceTree copied(
            TSTreeCursor cursor, Grammar grammar, boolean broken, byte[] source, Inspection inspection) {
        Syntax root = new Syntax("module", "", 0, source.length, source);
        Deque<Syntax> path = new ArrayDeque<>();
        path.push(root);
        int errors = 0;
        int nodes = 0;
        boolean cut = false;
        boolean descends = cursor.gotoFirstChild();
        while (descends && nodes < NODES_MAX) {
            inspection.step();
            TSNode node = cursor.currentNode();
            boolean goesIn = false;
            String type = grammar.type(node.getSymbol());
            if (!type.isEmpty()) {
                String field = grammar.field(cursor.currentFieldId());
                nodes++;
                errors += broken && (type.equals("ERROR") || node.isMissing()) ? 1 : 0;
                if (!type.equals("comment")) {
                    var copy = new Syntax(type, field, node.getStartByte(), node.getEndByte(), source);
                    path.element().children.add(copy);
                    cut |= path.size() >= DEPTH_MAX;
                    goesIn = path.size() < DEPTH_MAX && cursor.gotoFirstChild();
                    if (goesIn) {
                        path.push(copy);
                    }
                }
            }
            while (!goesIn && descends && !cursor.gotoNextSibling()) {
                path.pop();
                descends = !path.isEmpty() && cursor.gotoParent();
            }
        }
        return new SourceTree(root, errors, nodes, cut || nodes >= NODES_MAX);
    }
}
