package io.casemate.scan.tensorflow;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads graphs in the text form of protobuf: {@code graph.pbtxt}, {@code saved_model.pbtxt}. */
public final class TextGraphScanner implements FormatScanner {
    private static final int HEAD = 4 << 10;
    private static final int BYTES_MAX = 64 << 20;
    private static final Pattern BEGINNING = Pattern.compile(
            "(?:\\s|#[^\\n]*+\\n)*+(?:(?:node|library|versions|meta_graphs|meta_info_def|graph_def)\\s*+:?\\s*+[{<\\[]"
                    + "|saved_model_schema_version\\s*+:)");

    @Override
    public String id() {
        return "tensorflow-text";
    }

    @Override
    public Recognition recognises(Content content) {
        if (!content.mayBeText()) {
            return Recognition.NO;
        }
        String head = content.text(0, (int) Math.min(HEAD, content.size()), StandardCharsets.ISO_8859_1);
        return BEGINNING.matcher(head).lookingAt() ? Recognition.POSSIBLE : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        if (content.size() > BYTES_MAX) {
            inspection.gap(BYTES_MAX, "a graph in text of more than 64 MB was not read to its end");
        }
        long end = Math.min(content.size(), BYTES_MAX);
        Set<String> functions = new HashSet<>();
        read(content, end, functions, false, inspection);
        if (read(content, end, functions, true, inspection) == 0) {
            inspection.reject();
            return;
        }
        inspection.accept();
        inspection.fact("framework", "TensorFlow");
        inspection.read(0, end);
    }

    /**
     * One pass over the text.
     *
     * @param functions names of functions: filled by the first pass, used by the second
     * @return how many operations it names
     */
    private static int read(Content content, long end, Set<String> functions, boolean telling, Inspection inspection) {
        var text = new TextMessage(content, end, inspection);
        int operations = 0;
        boolean signature = false;
        String name = "";
        while (text.next()) {
            if (text.opens()) {
                signature = text.field().equals("signature");
            } else if (text.field().equals("name")) {
                name = text.value();
                if (signature && functions.size() < 100_000) {
                    functions.add(name);
                }
            } else if (text.field().equals("op")) {
                operations++;
                if (telling) {
                    Node.tell(name, text.value(), functions, text.offset(), inspection);
                }
            }
        }
        return operations;
    }
}
