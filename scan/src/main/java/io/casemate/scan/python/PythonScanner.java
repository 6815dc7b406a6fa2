package io.casemate.scan.python;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Python source, TorchScript's included, and the code cells of notebooks. */
public final class PythonScanner implements FormatScanner {
    private static final int LOOK = 64 << 10;
    private static final int BYTES_MAX = 2 << 20;
    private static final int NODES_FOR_AN_ERROR = 40;
    private static final Pattern STATEMENT = Pattern.compile(
            "(?m)^[ \\t]*(import +[\\w.]+|from +[\\w.]+ +import\\b|(async +)?def +\\w+ *\\(|class +\\w+ *[(:]|if +__name__"
                    + "|@\\w[\\w.]*\\s*$|[\\w.]+ *\\(.*\\)\\s*;?\\s*$)"
                    + "|__import__|\\b(exec|eval|getattr|system|popen|lambda)\\b");
    private static final Pattern CODING = Pattern.compile("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-_.a-zA-Z0-9]+)");
    private static final Set<String> ODD_CODINGS = Set.of(
            "utf7",
            "utf-7",
            "u7",
            "unicode_escape",
            "raw_unicode_escape",
            "unicode-escape",
            "raw-unicode-escape",
            "rot13",
            "rot_13",
            "hex",
            "base64",
            "punycode",
            "idna",
            "utf-16",
            "utf16",
            "utf-32",
            "cp037",
            "cp500");

    @Override
    public String id() {
        return "python";
    }

    @Override
    public Recognition recognises(Content content) {
        if (content.simpleName().endsWith(".pth")) {
            return Recognition.NO; // Python runs single lines of it, which the reader of text knows
        }
        if (content.size() < 4 || !content.mayBeText()) {
            return Recognition.NO;
        }
        String head = content.text(0, (int) Math.min(content.size(), LOOK), StandardCharsets.ISO_8859_1);
        if (head.indexOf('\0') >= 0) {
            return Recognition.NO;
        }
        if (Notebook.isPossible(head)) {
            return Recognition.POSSIBLE;
        }
        return STATEMENT.matcher(head).find() || !coding(head).isEmpty() ? Recognition.POSSIBLE : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        String head = content.text(0, (int) Math.min(content.size(), LOOK), StandardCharsets.ISO_8859_1);
        if (Notebook.isPossible(head)) {
            Notebook.scan(content, inspection);
            return;
        }
        if (content.size() > BYTES_MAX) {
            tooLong(content, head, inspection);
            return;
        }
        String coding = coding(head);
        byte[] source = content.copy(0, (int) content.size());
        if (!isUtf8(source) && coding.isEmpty()) {
            inspection.reject();
            return;
        }
        SourceTree tree = SourceTree.parse(source, inspection);
        boolean odd = ODD_CODINGS.contains(coding);
        // Python imports by name: what is named so and cannot be parsed is a gap, what is not may be another language
        boolean named = content.simpleName().endsWith(".py");
        long nodesForAnError = named ? NODES_FOR_AN_ERROR : 10L * NODES_FOR_AN_ERROR;
        boolean callIsEnough = named || tree.errors() == 0; // "Data (lines 61 to 80)" is a call too
        if (!odd && (tree.errors() * nodesForAnError > tree.nodes() || !isProgram(tree.root(), callIsEnough))) {
            inspection.reject();
            return;
        }
        inspection.accept();
        inspection.read(0, content.size());
        if (odd) {
            inspection.found("python/obfuscated", 0, "the source says that it is written in '%s'".formatted(coding));
        }
        SourceCheck.check(tree, When.IMPORT, inspection);
        if (tree.errors() > 0) {
            inspection.gap(0, "Python source with %d places that cannot be parsed".formatted(tree.errors()));
        }
    }

    private static void tooLong(Content content, String head, Inspection inspection) {
        Matcher statement = Pattern.compile(
                        "(?m)^(import +[\\w.]+|from +[\\w.]+ +import\\b|def +\\w+ *\\(|class +\\w+ *[(:])")
                .matcher(head);
        if (!statement.find()) {
            inspection.reject();
            return;
        }
        inspection.accept();
        inspection.gap(0, "Python source of %d bytes, too long to parse".formatted(content.size()));
    }

    /** A name, a number or prose is a Python expression too; a program imports, defines or calls. */
    private static boolean isProgram(Syntax root, boolean callIsEnough) {
        for (Syntax statement : root.children) {
            switch (statement.type) {
                case "import_statement",
                        "import_from_statement",
                        "function_definition",
                        "class_definition",
                        "decorated_definition",
                        "exec_statement",
                        "if_statement",
                        "for_statement",
                        "try_statement",
                        "with_statement",
                        "while_statement",
                        "future_import_statement" -> {
                    return true;
                }
                case "expression_statement" -> {
                    if (callIsEnough && hasCall(statement, 0)) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    private static boolean hasCall(Syntax node, int depth) {
        if (node.is("call")) {
            return true;
        }
        return depth < 20 && node.children.stream().anyMatch(child -> hasCall(child, depth + 1));
    }

    private static String coding(String head) {
        String[] lines = head.split("\r?\n", 3);
        for (int i = 0; i < Math.min(2, lines.length); i++) {
            Matcher matcher = CODING.matcher(lines[i]);
            if (matcher.find()) {
                return matcher.group(1).toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
