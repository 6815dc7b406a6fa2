package io.casemate.scan.rds;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Inspection;
import java.util.Set;

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

    private boolean promise;
    private boolean function;
    private boolean call;
    private String dangerous = "";

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
        if (dangerous.isEmpty() && DANGEROUS.contains(name)) {
            dangerous = name;
        }
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
        if (function) {
            inspection.found("rds/function", -1, "the object holds a function or compiled code");
        } else if (call) {
            inspection.found("rds/call", -1, "the object holds a call as data, such as the formula of a model");
        }
    }
}
