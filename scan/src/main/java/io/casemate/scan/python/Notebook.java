package io.casemate.scan.python;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonArray;
import io.casemate.core.json.JsonLimits;
import io.casemate.core.json.JsonObject;
import io.casemate.core.json.JsonReader;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Code cells of a Jupyter notebook, one after the other as one source that a person runs. */
final class Notebook {
    private static final JsonLimits LIMITS = new JsonLimits(32 << 20, 60, 400_000);
    private static final int SOURCE_MAX = 2 << 20;

    private Notebook() {}

    static boolean isPossible(String head) {
        return head.startsWith("{") && head.contains("\"cells\"") && head.contains("\"cell_type\"");
    }

    static void scan(Content content, Inspection inspection) {
        if (content.size() > LIMITS.bytesMax()) {
            inspection.accept();
            inspection.gap(0, "a notebook of %d bytes, too long to parse".formatted(content.size()));
            return;
        }
        Optional<JsonObject> notebook = read(content, inspection);
        if (notebook.isEmpty() || !(notebook.get().get("cells").orElse(Json.nothing()) instanceof JsonArray cells)) {
            inspection.reject();
            return;
        }
        inspection.accept();
        inspection.read(0, content.size());
        var source = new StringBuilder();
        for (Json cell : cells.items()) {
            inspection.step();
            if (cell instanceof JsonObject object && text(object, "cell_type").equals("code")) {
                cell(lines(object.get("source").orElse(Json.nothing())), source);
            }
        }
        if (source.length() > SOURCE_MAX) {
            inspection.gap(0, "code of %d characters in the notebook, too long to parse".formatted(source.length()));
            return;
        }
        SourceTree tree = SourceTree.parse(source.toString().getBytes(StandardCharsets.UTF_8), inspection);
        SourceCheck.check(tree, When.SCRIPT, inspection);
    }

    private static Optional<JsonObject> read(Content content, Inspection inspection) {
        inspection.spend(2 * content.size());
        try {
            Json json = JsonReader.read("notebook", content.copy(0, (int) content.size()), LIMITS);
            return json instanceof JsonObject object ? Optional.of(object) : Optional.empty();
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    /** Lines of a cell; {@code !command} becomes a call of os.system, other magic is passed over. */
    private static void cell(String lines, StringBuilder source) {
        if (lines.startsWith("%%") && !lines.startsWith("%%time") && !lines.startsWith("%%capture")) {
            return;
        }
        for (String line : lines.split("\n", -1)) {
            String start = line.strip();
            String indent = line.substring(0, line.indexOf(start.isEmpty() ? "" : start.substring(0, 1)));
            if (start.startsWith("!")) {
                String quoted = start.substring(1).replace("\\", "\\\\").replace("\"", "\\\"");
                source.append(indent)
                        .append("__import__(\"os\").system(\"")
                        .append(quoted)
                        .append("\")\n");
            } else if (start.startsWith("%") || start.startsWith("?")) {
                source.append(indent).append("pass\n");
            } else {
                source.append(line).append('\n');
            }
        }
    }

    private static String lines(Json source) {
        return switch (source) {
            case Json.Text text -> text.value();
            case JsonArray array -> {
                var lines = new StringBuilder();
                for (Json line : array.items()) {
                    lines.append(line instanceof Json.Text text ? text.value() : "");
                }
                yield lines.toString();
            }
            case JsonObject _, Json.Decimal _, Json.Bool _, Json.Null _ -> "";
        };
    }

    private static String text(JsonObject object, String name) {
        return object.get(name).orElse(Json.nothing()) instanceof Json.Text text ? text.value() : "";
    }
}
