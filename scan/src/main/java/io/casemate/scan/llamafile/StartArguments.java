package io.casemate.scan.llamafile;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Inspection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The arguments that a llamafile starts with, one in a line, and what they open. */
final class StartArguments {
    private static final Set<String> ADDRESSES = Set.of("--host", "--listen", "-l");
    /** Take a file, or write one. */
    private static final Set<String> FILES = Set.of(
            "-m",
            "--model",
            "-md",
            "--model-draft",
            "-mm",
            "--mmproj",
            "--lora",
            "--lora-base",
            "--control-vector",
            "--grammar-file",
            "--json-schema-file",
            "-f",
            "--file",
            "-bf",
            "--binary-file",
            "--image",
            "--system-prompt-file",
            "-spf",
            "--prompt-cache",
            "--slot-save-path",
            "--api-key-file",
            "--log-file",
            "--logdir",
            "--path",
            "--chat-template-file",
            "--www-root");
    /** Take a model, or run a part of it, somewhere else. */
    private static final Set<String> REMOTE =
            Set.of("-mu", "--model-url", "-hf", "-hfr", "--hf-repo", "-mmu", "--mmproj-url", "--rpc");
    /** Switch off the system call filter that the program puts around itself. */
    private static final Set<String> UNGUARDED = Set.of("--unsecure", "--unsafe");

    /** Files inside of the program itself. */
    private static final String INSIDE = "/zip/";

    private final List<String> words = new ArrayList<>();

    StartArguments(String text) {
        for (String line : text.lines().map(String::strip).toList()) {
            int equals = line.startsWith("--") ? line.indexOf('=') : -1;
            if (equals > 0) {
                words.add(line.substring(0, equals));
                words.add(line.substring(equals + 1));
            } else if (!line.isEmpty()) {
                words.add(line);
            }
        }
    }

    void tell(long offset, Inspection inspection) {
        inspection.fact("arguments", Snippet.shown(String.join(" ", words)));
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String value = i + 1 < words.size() ? words.get(i + 1) : "";
            if (UNGUARDED.contains(word)) {
                inspection.found(
                        "llamafile/unguarded",
                        offset,
                        "it starts itself with %s, without its system call filter".formatted(Snippet.quoted(word)));
            } else if (ADDRESSES.contains(word) && isOpen(value)) {
                inspection.found(
                        "llamafile/open-server",
                        offset,
                        "it starts a server that everybody in reach may use (%s %s)"
                                .formatted(word, Snippet.quoted(value)));
            } else if (REMOTE.contains(word) || (FILES.contains(word) && leaves(value))) {
                inspection.found(
                        "llamafile/outside",
                        offset,
                        "it starts itself with %s %s, outside of the file".formatted(word, Snippet.quoted(value)));
            }
        }
    }

    /** Whether a server at this address listens to others than the machine it runs on. */
    private static boolean isOpen(String address) {
        return !address.isEmpty()
                && !address.startsWith("127.")
                && !address.startsWith("localhost")
                && !address.startsWith("[::1]")
                && !address.equals("::1")
                && !address.startsWith("unix:");
    }

    /** Whether a path leads out of the program and its folder. */
    private static boolean leaves(String path) {
        boolean absolute = path.startsWith("/") || path.startsWith("~") || path.contains(":\\");
        return (absolute && !path.startsWith(INSIDE)) || path.contains("..") || path.contains("://");
    }
}
