package io.casemate.scan.tensorflow;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Inspection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Nodes of one graph or function that save variables, and where to. A saver is told by its caller where to save; one that has
 * a path of its own, absolute or out of the folder, writes there whenever it is run.
 */
final class Writers {
    private static final Set<String> SAVING =
            Set.of("Save", "SaveSlices", "SaveV2", "MergeV2Checkpoints", "DistributedSave");
    /** What hands on a text that it was given, or makes a longer one of it. */
    private static final Set<String> CARRYING = Set.of(
            "Identity",
            "ShardedFilename",
            "ShardedFilespec",
            "StringJoin",
            "PlaceholderWithDefault",
            "Reshape",
            "Pack",
            "Select",
            "SelectV2",
            "Squeeze",
            "ExpandDims");

    private static final int NODES_MAX = 50_000;
    private static final int FOLLOWED_MAX = 1_000;

    private record Saver(String name, String operation, List<String> inputs, long offset) {}

    private final Map<String, String> constants = new HashMap<>();
    private final Map<String, List<String>> carriers = new HashMap<>();
    private final List<Saver> savers = new ArrayList<>();

    /** @param text the node's constant text, "" where it has none */
    void add(String name, String operation, List<String> inputs, String text, long offset) {
        if (savers.size() + carriers.size() + constants.size() > NODES_MAX) {
            return;
        }
        if (operation.equals("Const") && leaves(text)) {
            constants.put(name, text);
        } else if (CARRYING.contains(operation)) {
            carriers.put(name, List.copyOf(inputs));
        } else if (SAVING.contains(operation)) {
            savers.add(new Saver(name, operation, List.copyOf(inputs), offset));
        }
    }

    void tell(Inspection inspection) {
        if (constants.isEmpty()) {
            return;
        }
        for (Saver saver : savers) {
            inspection.step();
            String path = path(saver);
            if (!path.isEmpty()) {
                inspection.found(
                        "tensorflow/file-operation",
                        saver.offset(),
                        "the node %s runs the operation '%s' and writes to %s"
                                .formatted(Snippet.quoted(saver.name()), saver.operation(), Snippet.quoted(path)));
            }
        }
    }

    /** The path is the first input; merging has the destination second. */
    private String path(Saver saver) {
        Deque<String> open = new ArrayDeque<>(saver.inputs().stream().limit(2).toList());
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty() && seen.size() < FOLLOWED_MAX) {
            String name = plain(open.pop());
            if (seen.add(name)) {
                String text = constants.getOrDefault(name, "");
                if (!text.isEmpty()) {
                    return text;
                }
                open.addAll(carriers.getOrDefault(name, List.of()));
            }
        }
        return "";
    }

    /** "^x" is a wish for order, "x:0" and "x:output:0" name outputs of x. */
    private static String plain(String input) {
        int from = input.startsWith("^") ? 1 : 0;
        int colon = input.indexOf(':');
        return input.substring(from, colon < from ? input.length() : colon);
    }

    private static boolean leaves(String text) {
        String plain = text.replace('\\', '/');
        return plain.startsWith("/")
                || plain.contains("://")
                || ("/" + plain + "/").contains("/../")
                || plain.matches("[A-Za-z]:/.*");
    }
}
