package io.casemate.scan.engine;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.regex.Pattern;

/** Names that are to be read as those of another kind of file. */
final class FileName {
    /** The last suffix is that of a program, the one before it that of data. */
    private static final Pattern DOUBLE = Pattern.compile(
            "(?i).*\\.(?:pkl|pickle|joblib|pt|pth|ckpt|bin|h5|hdf5|keras|onnx|safetensors|gguf|pb|tflite|npy|npz|csv|tsv|json|jsonl"
                    + "|ya?ml|txt|md|pdf|docx?|xlsx?|pptx?|png|jpe?g|gif|svg|mp[34]|wav|zip|parquet|ipynb)\\s*"
                    + "\\.(?:exe|scr|pif|com|bat|cmd|vbs|vbe|hta|lnk|msi|wsf|ps1|cpl|jar)");

    private FileName() {}

    static void check(Content content, Inspection inspection) {
        String name = content.simpleName();
        if (turns(name)) {
            inspection.found(
                    "content/misleading-name",
                    -1,
                    "the name %s holds characters that show it as another".formatted(Snippet.quoted(name)));
        } else if (name.indexOf('.') != name.lastIndexOf('.')
                && DOUBLE.matcher(name).matches()) {
            inspection.found(
                    "content/misleading-name",
                    -1,
                    "the name %s looks like data and is that of a program".formatted(Snippet.quoted(name)));
        }
    }

    /** Whether a character turns the direction of what follows (Unicode, bidirectional algorithm). */
    private static boolean turns(String name) {
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if ((letter >= 0x202a && letter <= 0x202e) || (letter >= 0x2066 && letter <= 0x2069)) {
                return true;
            }
        }
        return false;
    }
}
