package io.casemate.scan.plaintext;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A path file of Python's site module: of each {@code *.pth} in site-packages every line that begins with {@code import} is
 * executed when the interpreter starts.
 */
final class PathFile {
    private static final int READ_MAX = 1 << 20;
    /** What setuptools itself installs. */
    private static final Set<String> KNOWN = Set.of(
            "import os; var = 'SETUPTOOLS_USE_DISTUTILS'; enabled = os.environ.get(var, 'local') == 'local'; "
                    + "enabled and __import__('_distutils_hack')",
            "import os; var = 'SETUPTOOLS_USE_DISTUTILS'; enabled = os.environ.get(var, 'local') == 'local'; "
                    + "enabled and __import__('_distutils_hack').do_override()");

    private PathFile() {}

    static void tell(Content content, Inspection inspection) {
        String text = content.text(0, (int) Math.min(content.size(), READ_MAX), StandardCharsets.ISO_8859_1);
        if (content.size() > READ_MAX) {
            inspection.gap(READ_MAX, "a path file of more than 1 MB was not read to its end");
        }
        long offset = 0;
        for (String line : text.split("[\r\n]", -1)) {
            if ((line.startsWith("import ") || line.startsWith("import\t"))
                    && !KNOWN.contains(line.strip().replaceAll(";$", ""))) {
                inspection.found(
                        "plaintext/path-file-code",
                        offset,
                        "Python runs this line whenever it starts: %s".formatted(Snippet.quoted(line)));
            }
            offset += line.length() + 1;
        }
    }
}
