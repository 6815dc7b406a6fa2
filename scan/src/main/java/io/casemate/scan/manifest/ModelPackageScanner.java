package io.casemate.scan.manifest;

import io.casemate.scan.json.JsonFields;
import io.casemate.scan.path.Paths;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;

/** Reads the manifest of a Core ML package: {@code Manifest.json} of an .mlpackage. */
public final class ModelPackageScanner implements FormatScanner {
    @Override
    public String id() {
        return "mlpackage";
    }

    @Override
    public Recognition recognises(Content content) {
        return JsonFields.mentions(content, "\"itemInfoEntries\"", "\"rootModelIdentifier\"")
                ? Recognition.CERTAIN
                : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("framework", "Core ML");
        JsonFields.read(content, inspection, (path, token, text, offset) -> {
            boolean item = path.size() == 3
                    && path.getFirst().equals("itemInfoEntries")
                    && path.getLast().equals("path");
            if (item && Paths.leaves(text)) {
                inspection.found(
                        "mlpackage/escaping-path",
                        offset,
                        "a part of the package is the file %s".formatted(Snippet.quoted(text)));
            }
        });
    }
}
