package io.casemate.core.knowledge.files;

import io.casemate.core.yaml.YamlCursor;
import io.casemate.core.yaml.YamlLimits;
import io.casemate.core.yaml.YamlProblems;
import io.casemate.core.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Documents parsed from the bytes of files. */
final class Documents {
    /** Examples end a threat's file and are read on demand: most runs need none, and they are half of the text. */
    private static final String EXAMPLES = "\nexamples:";

    private Documents() {}

    static Optional<YamlCursor> parsed(Optional<byte[]> bytes, YamlProblems problems) {
        if (bytes.isEmpty()) {
            problems.add(0, "", "does not exist", "write it, or name the right folder");
        }
        return bytes.flatMap(b -> YamlReader.read(withoutExamples(b), YamlLimits.DEFAULT, problems));
    }

    private static byte[] withoutExamples(byte[] bytes) {
        int end = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(EXAMPLES); // one character a byte
        return end < 0 ? bytes : Arrays.copyOf(bytes, end + 1);
    }
}
