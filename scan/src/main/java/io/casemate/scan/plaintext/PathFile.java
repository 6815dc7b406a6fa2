package io.casemate.scan.plaintext;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A path file of Python's site module: of each {@code *.pth} in site-packages every line that begins with {@code import} is
 * executed when the interpreter starts.
 */
final class PathFile {
    private static final int READ_MAX = 1 << 20;
    /**
     * What packaging tools install themselves: setuptools' shim of distutils, its namespace packages (setuptools/namespaces.py)
     * and editable installs, virtualenv and coverage. Each only imports a module that came with it, or makes a name.
     */
    private static final List<Pattern> KNOWN = List.of(
            Pattern.compile("import os; var = 'SETUPTOOLS_USE_DISTUTILS'; "
                    + "enabled = os\\.environ\\.get\\(var, '(?:local|stdlib)'\\) == 'local'; "
                    + "enabled and __import__\\('_distutils_hack'\\)(?:\\.(?:add_shim|do_override)\\(\\))?"),
            Pattern.compile("import sys, ?types, ?os;\\s?has_mfs = sys\\.version_info > \\(3, 5\\);"
                    + "p = os\\.path\\.join\\(sys\\._getframe\\(1\\)\\.f_locals\\['sitedir'\\], \\*\\((?:'\\w+',? ?)+\\)\\);"
                    + "importlib = has_mfs and __import__\\('importlib\\.util'\\);"
                    + "has_mfs and __import__\\('importlib\\.machinery'\\);"
                    + "m = has_mfs and sys\\.modules\\.setdefault\\('([\\w.]+)', importlib\\.util\\.module_from_spec\\("
                    + "importlib\\.machinery\\.PathFinder\\.find_spec\\('\\1', \\[os\\.path\\.dirname\\(p\\)\\]\\)\\)\\);"
                    + "m = m or sys\\.modules\\.setdefault\\('\\1', types\\.ModuleType\\('\\1'\\)\\);"
                    + "mp = \\(m or \\[\\]\\) and m\\.__dict__\\.setdefault\\('__path__', ?\\[\\]\\);"
                    + "\\(p not in mp\\) and mp\\.append\\(p\\)"
                    + "(?:;m and setattr\\(sys\\.modules\\['[\\w.]+'\\], '\\w+', m\\))?"),
            Pattern.compile("import (__editable___\\w+_finder); ?\\1\\.install\\(\\)"),
            Pattern.compile("import _virtualenv"),
            Pattern.compile("import coverage; ?coverage\\.process_startup\\(\\)"));

    private PathFile() {}

    static void tell(Content content, Inspection inspection) {
        String text = content.text(0, (int) Math.min(content.size(), READ_MAX), StandardCharsets.ISO_8859_1);
        if (content.size() > READ_MAX) {
            inspection.gap(READ_MAX, "a path file of more than 1 MB was not read to its end");
        }
        long offset = 0;
        for (String line : text.split("[\r\n]", -1)) {
            if ((line.startsWith("import ") || line.startsWith("import\t"))
                    && !isKnown(line.strip().replaceAll(";$", ""))) {
                inspection.found(
                        "plaintext/path-file-code",
                        offset,
                        "Python runs this line whenever it starts: %s".formatted(Snippet.quoted(line)));
            }
            offset += line.length() + 1;
        }
    }

    private static boolean isKnown(String line) {
        return KNOWN.stream().anyMatch(known -> known.matcher(line).matches());
    }
}
