package io.casemate.scan.manifest;

import io.casemate.scan.json.JsonFields;
import io.casemate.scan.json.JsonTokens.Token;
import io.casemate.scan.path.Paths;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.tensorflow.Operations;
import java.util.List;

/** Reads models of TensorFlow.js: {@code model.json} with a topology and the paths of its weights. */
public final class TensorflowJsScanner implements FormatScanner {
    @Override
    public String id() {
        return "tensorflow-js";
    }

    @Override
    public Recognition recognises(Content content) {
        boolean named = JsonFields.mentions(content, "\"modelTopology\"")
                || JsonFields.mentions(content, "\"weightsManifest\"");
        return named ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("framework", "TensorFlow.js");
        JsonFields.read(content, inspection, (path, token, text, offset) -> {
            if (token != Token.TEXT || path.isEmpty()) {
                return;
            }
            if (path.equals(List.of("weightsManifest", "paths"))) {
                weights(text, offset, inspection);
            } else if (path.getFirst().equals("modelTopology") && path.getLast().equals("op")) {
                operation(text, offset, inspection);
            }
        });
    }

    private static void weights(String path, long offset, Inspection inspection) {
        if (Paths.leaves(path)) {
            inspection.found(
                    "tensorflow-js/escaping-path", offset, "weights are the file %s".formatted(Snippet.quoted(path)));
        }
    }

    /** Graphs keep TensorFlow's own operations; those that touch files do nothing in a browser, but something elsewhere. */
    private static void operation(String name, long offset, Inspection inspection) {
        String what = "the graph runs the operation %s".formatted(Snippet.quoted(name));
        switch (Operations.effect(name)) {
            case FILES, PYTHON, SOURCE -> inspection.found("tensorflow-js/file-operation", offset, what);
            case UNKNOWN -> inspection.found("tensorflow-js/unknown-operation", offset, what);
            case LIBRARY, COMPUTING -> {}
        }
    }
}
