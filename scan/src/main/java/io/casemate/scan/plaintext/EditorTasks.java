package io.casemate.scan.plaintext;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tasks of Visual Studio Code: one with {@code "runOn": "folderOpen"} runs its command when the folder is opened. */
final class EditorTasks {
    private static final int READ_MAX = 1 << 20;
    private static final Pattern RUNS = Pattern.compile("\"runOn\"\\s{0,99}:\\s{0,99}\"folderOpen\"");
    private static final Pattern ALLOWS = Pattern.compile("\"task\\.allowAutomaticTasks\"\\s{0,99}:\\s{0,99}\"on\"");
    private static final Pattern COMMAND = Pattern.compile("\"command\"\\s{0,99}:\\s{0,99}\"([^\"]{0,200})");

    private EditorTasks() {}

    static void tell(Content content, Inspection inspection) {
        String name = content.name().toLowerCase(Locale.ROOT);
        boolean tasks = isIn(name, "tasks.json") || name.endsWith(".code-workspace");
        boolean settings = isIn(name, "settings.json") || name.endsWith(".code-workspace");
        if (!tasks && !settings) {
            return;
        }
        String text = content.text(0, (int) Math.min(content.size(), READ_MAX), StandardCharsets.ISO_8859_1);
        Matcher runs = RUNS.matcher(text);
        Matcher allows = ALLOWS.matcher(text);
        if (tasks && runs.find()) {
            Matcher command = COMMAND.matcher(text);
            inspection.found(
                    "plaintext/editor-task",
                    runs.start(),
                    "a task runs when the folder is opened in the editor%s"
                            .formatted(command.find() ? ": " + Snippet.quoted(command.group(1)) : ""));
        }
        if (settings && allows.find()) {
            inspection.found(
                    "plaintext/editor-task", allows.start(), "the settings let tasks run without being asked for");
        }
    }

    private static boolean isIn(String name, String file) {
        return name.equals(".vscode/" + file) || name.endsWith("/.vscode/" + file);
    }
}
