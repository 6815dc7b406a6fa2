package io.casemate.scan.rds;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Inspection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What of an object R would evaluate. */
final class Seen {
    /** Functions that run programs, load libraries, reach the network or evaluate text. */
    private static final Set<String> DANGEROUS = Set.of(
            "system",
            "system2",
            "shell",
            "shell.exec",
            "pipe",
            "dyn.load",
            "library.dynam",
            "socketConnection",
            "download.file",
            "source",
            "parse",
            "sys.source",
            "unlink",
            "file.remove",
            "Sys.setenv",
            "install.packages");

    private static final int UNLISTED_MAX = 3;

    private boolean promise;
    private boolean function;
    private boolean call;
    private int dangers;
    private String dangerous = "";
    private final SortedSet<String> unlisted = new TreeSet<>();

    /** A promise that nobody has evaluated. */
    void promise() {
        promise = true;
    }

    void function() {
        function = true;
    }

    void call() {
        call = true;
    }

    void symbol(String name) {
        if (DANGEROUS.contains(name)) {
            dangers++;
            dangerous = dangerous.isEmpty() ? name : dangerous;
        }
    }

    /** The function that a call calls; "" where it is the result of an expression. */
    void called(String name) {
        if (unlisted.size() < UNLISTED_MAX && !name.isEmpty() && !PlainFunctions.contains(name)) {
            unlisted.add(name);
        }
    }

    /** How often something dangerous was named until now. */
    int dangers() {
        return dangers;
    }

    private String calls() {
        return unlisted.stream().map(Snippet::quoted).collect(Collectors.joining(", "));
    }

    void tell(Inspection inspection) {
        if (promise) {
            inspection.found("rds/promise", -1, "a promise is evaluated as soon as somebody looks at it");
        }
        if ((function || call) && !dangerous.isEmpty()) {
            inspection.found(
                    "rds/dangerous-call",
                    -1,
                    "a function or a call in the object names %s".formatted(Snippet.quoted(dangerous)));
        }
        if (function && dangerous.isEmpty() && unlisted.isEmpty()) {
            inspection.found(
                    "rds/plain-function",
                    -1,
                    "the object holds functions that call nothing but arithmetic and statistics");
        } else if (function) {
            inspection.found(
                    "rds/function",
                    -1,
                    "the object holds a function or compiled code%s"
                            .formatted(unlisted.isEmpty() ? "" : ", which calls " + calls()));
        } else if (call) {
            inspection.found("rds/call", -1, "the object holds a call as data, such as the formula of a model");
        }
    }
}
