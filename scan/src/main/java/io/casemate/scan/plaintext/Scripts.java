package io.casemate.scan.plaintext;

import io.casemate.scan.snippet.ShellScript;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Inspection;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts that a shell runs: scripts, recipes of images and of builds, stages of pipelines. */
final class Scripts {
    private static final Pattern NAMED = Pattern.compile(
            ".*\\.(?:sh|bash|zsh|ksh|command|bat|cmd|ps1|psm1|mk|dockerfile)|(?:dockerfile|containerfile)(?:\\..*)?"
                    + "|(?:gnu)?makefile|justfile|jenkinsfile|mlproject|\\.(?:bashrc|bash_profile|profile|zshrc|envrc)");
    private static final Pattern PROSE =
            Pattern.compile(".*\\.(?:md|markdown|rst|txt|html?|tex|csv|tsv)|readme.*|licen[sc]e.*");
    private static final Pattern BEGUN = Pattern.compile(
            "(?is)\\s*(?:@echo off\\b.*|(?:powershell|pwsh|cmd)(?:\\.exe)?\\s+[/-].*|(?:#[^\\n]*\\n\\s*|ARG [^\\n]*\\n\\s*){0,50}FROM [^\\n]{1,200}\\n(?:.{0,100000}?\\n)?(?:RUN|CMD|ENTRYPOINT|COPY) .*)");
    /** Keys whose values are command lines: stages of DVC, workflows, pipelines, environments. */
    private static final Pattern COMMANDS = Pattern.compile(
            "(?m)^[ \\t-]*(?:cmd|run|script|commands?|before_script|after_script|bash|sh|shell|powershell|pwsh|entrypoint|args|setup|exec"
                    + "|preinstall|postinstall|inline)[ \\t]*:");

    private static final Pattern JSON_COMMANDS = Pattern.compile(
            "\"(?:pre|post)?install\"\\s*:\\s*\"|\"(?:onCreate|postCreate|postStart|postAttach|updateContent|initialize)Command\"\\s*:");

    private Scripts() {}

    /** Whether a text is run by a shell, as far as its beginning or its name say. */
    private static boolean isRun(String name, String text, boolean json) {
        if (json) {
            return JSON_COMMANDS.matcher(text).find();
        }
        if (text.startsWith("#!")
                || NAMED.matcher(name).matches()
                || BEGUN.matcher(text).matches()) {
            return true;
        }
        return !PROSE.matcher(name).matches()
                && !text.contains("```")
                && COMMANDS.matcher(text).find();
    }

    /**
     * Tells what it runs unseen.
     *
     * @param text the beginning of the content
     */
    static void tell(String simpleName, String text, boolean json, Inspection inspection) {
        if (!isRun(simpleName.toLowerCase(Locale.ROOT), text, json)) {
            return;
        }
        ShellScript.runsUnseen(text)
                .ifPresent(code -> inspection.found(
                        "plaintext/dangerous-script",
                        Math.max(0, text.indexOf(code)),
                        "a script runs what it fetches: %s".formatted(Snippet.quoted(code))));
    }
}
