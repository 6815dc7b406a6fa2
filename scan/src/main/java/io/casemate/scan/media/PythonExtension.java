package io.casemate.scan.media;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Extension types of Arrow that are a pickle: pyarrow 0.14 to 14.0.0 unpickles them while reading (CVE-2023-47248). */
final class PythonExtension {
    private static final String NAME = "arrow.py_extension_type";
    private static final int WINDOW = 1 << 20;
    private static final int OVERLAP = 64;
    private static final List<String> SPELLINGS = spellings();

    private PythonExtension() {}

    /** Looks in a part of a file that holds a schema, as it is or in Base64. */
    static void tell(Content content, long from, long length, Inspection inspection) {
        for (long at = from; at < from + length; at += WINDOW - OVERLAP) {
            inspection.step();
            String text = content.text(at, (int) Math.min(WINDOW, from + length - at), StandardCharsets.ISO_8859_1);
            for (String spelling : SPELLINGS) {
                int place = text.indexOf(spelling);
                if (place >= 0) {
                    inspection.found(
                            "media/arrow-python-extension",
                            at + place,
                            "a column has a type that is a pickle in the schema");
                    return;
                }
            }
        }
    }

    /** The name, and what is certain of its Base64 at each of three alignments. */
    private static List<String> spellings() {
        var spellings = new ArrayList<String>(List.of(NAME));
        for (int before = 0; before < 3; before++) {
            byte[] bytes = ("\0".repeat(before) + NAME).getBytes(StandardCharsets.US_ASCII);
            String whole = Base64.getEncoder().withoutPadding().encodeToString(bytes);
            spellings.add(whole.substring(before == 0 ? 0 : before + 1, whole.length() - 1));
        }
        return spellings;
    }
}
