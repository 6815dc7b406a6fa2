package io.casemate.scan.python;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonArray;
import io.casemate.core.json.JsonLimits;
import io.casemate.core.json.JsonObject;
import io.casemate.core.json.JsonReader;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.scan.snippet.ShellScript;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Code cells of a Jupyter notebook, one after the other as one source that a person runs. */
final class Notebook {
    private static final JsonLimits LIMITS = new JsonLimits(32 << 20, 60, 400_000);
    private static final Pattern SHELL_CELL =
            Pattern.compile("\\A\\s*%%(?:bash|sh|cmd|system|sx|!|script\\s+(?:\\S*/)?(?:ba|z|da)?sh)\\b");
    /** {@code !x}, {@code !!x}, {@code %sx x}, {@code %system x}, {@code %pip x}. */
    private static final Pattern SHELL_LINE =
            Pattern.compile("(?:!{1,2}|%(?:sx|system|sc)\\s|%(?=pip\\s|conda\\s))(\\s*)(.*)");
    /** A page or script longer than that is the library of a plot. */
    private static final int PAGE_MAX = 64 << 10;
    /** Scripts of pages that take what is the reader's, or have the kernel run a text. */
    private static final Pattern REACHING =
            Pattern.compile("(?is)document\\.cookie.{0,400}(?:fetch|XMLHttpRequest|sendBeacon|\\.src|location)"
                    + "|(?:fetch|XMLHttpRequest|sendBeacon|\\.src|location).{0,400}(?:document\\.cookie|localStorage)"
                    + "|kernel\\.execute\\s*\\(\\s*[\"'`]");

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
                outputs(object.get("outputs").orElse(Json.nothing()), inspection);
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

    /** Pages that are stored beside the code are shown to whoever opens the notebook: mostly plots, with their libraries. */
    private static void outputs(Json outputs, Inspection inspection) {
        if (!(outputs instanceof JsonArray items)) {
            return;
        }
        for (Json output : items.items()) {
            if (output instanceof JsonObject object
                    && object.get("data").orElse(Json.nothing()) instanceof JsonObject data) {
                page(lines(data.get("text/html").orElse(Json.nothing())), inspection);
                page(lines(data.get("image/svg+xml").orElse(Json.nothing())), inspection);
                page(lines(data.get("application/javascript").orElse(Json.nothing())), inspection);
            }
        }
    }

    private static void page(String page, Inspection inspection) {
        if (page.length() <= PAGE_MAX && REACHING.matcher(page).find()) {
            inspection.found(
                    "python/notebook-page",
                    -1,
                    "a stored output sends what is the reader's, or runs code: %s".formatted(Snippet.quoted(page)));
        }
    }

    /** Lines of a cell; {@code !command} and cells of a shell become calls of os.system, other magic is passed over. */
    private static void cell(String lines, StringBuilder source) {
        if (SHELL_CELL.matcher(lines).find()) {
            String script = lines.substring(lines.indexOf('\n') < 0 ? lines.length() : lines.indexOf('\n') + 1);
            ShellScript.runsUnseen(script)
                    .ifPresentOrElse(
                            code -> system("", code, source),
                            () -> script.lines()
                                    .map(String::strip)
                                    .filter(Commands::installsFromElsewhere)
                                    .forEach(line -> system("", line, source)));
            return;
        }
        if (lines.startsWith("%%") && !lines.startsWith("%%time") && !lines.startsWith("%%capture")) {
            return;
        }
        for (String line : lines.split("\n", -1)) {
            String start = line.strip();
            String indent = line.substring(0, line.indexOf(start.isEmpty() ? "" : start.substring(0, 1)));
            Matcher shell = SHELL_LINE.matcher(start);
            if (shell.matches()) {
                command(indent, (shell.group(1) == null ? "" : shell.group(1)) + shell.group(2), source);
            } else if (start.startsWith("%") || start.startsWith("?")) {
                source.append(indent).append("pass\n");
            } else if (start.contains("get_ipython().")
                    && ShellScript.runsUnseen(start).isPresent()) {
                command(indent, start, source);
            } else {
                source.append(line.replace("get_ipython().system(", "__import__(\"os\").system(")
                                .replace("get_ipython().getoutput(", "__import__(\"os\").system("))
                        .append('\n');
            }
        }
    }

    private static void command(String indent, String command, StringBuilder source) {
        system(indent, ShellScript.runsUnseen(command).orElse(command), source);
    }

    private static void system(String indent, String command, StringBuilder source) {
        String quoted = command.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ");
        source.append(indent)
                .append("__import__(\"os\").system(\"")
                .append(quoted)
                .append("\")\n");
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
