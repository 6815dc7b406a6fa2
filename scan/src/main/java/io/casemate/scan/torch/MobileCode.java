package io.casemate.scan.torch;

import io.casemate.scan.operator.TorchOperator;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Operators that the code of a mobile model calls: {@code bytecode.pkl} of a .ptl names them in texts such as "aten::relu".
 * Only this is run on a phone, whatever the source beside it says (torch/csrc/jit/mobile).
 */
final class MobileCode {
    private static final int LOOK_MAX = 16 << 20;
    private static final int TOLD_MAX = 20;
    /** A text of a pickle, up to its first colons; its length stands before it. */
    private static final Pattern TEXT =
            Pattern.compile("(?:X(?=.\\x00\\x00\\x00)|\\x8c)(.)\\x00*\\w{1,64}::", Pattern.DOTALL);

    private static final Pattern NAME = Pattern.compile("([A-Za-z_]\\w*)::(\\w+)");
    private static final int LONG_HEAD = 5;
    private static final int SHORT_HEAD = 2;

    private MobileCode() {}

    /** Tells the operators; offsets are those of the archive's member, which is not the content that is read. */
    static void tell(Content code, long header, Inspection inspection) {
        if (code.size() > LOOK_MAX) {
            inspection.gap(header, "mobile code of more than 16 MB was not searched for operators");
        }
        String text = code.text(0, (int) Math.min(LOOK_MAX, code.size()), StandardCharsets.ISO_8859_1);
        Set<TorchOperator> told = new HashSet<>();
        Matcher begin = TEXT.matcher(text);
        for (int from = 0; begin.find(from) && told.size() < TOLD_MAX; from = begin.start() + 1) {
            inspection.step();
            int start = begin.start() + (text.charAt(begin.start()) == 'X' ? LONG_HEAD : SHORT_HEAD);
            Matcher name = NAME.matcher(text);
            name.region(start, Math.min(text.length(), start + begin.group(1).charAt(0)));
            if (name.matches()) {
                var operator = new TorchOperator(name.group(1), name.group(2));
                if (operator.standing() != TorchOperator.Standing.KNOWN && told.add(operator)) {
                    tell(operator, header, inspection);
                }
            }
        }
    }

    /** Tells an operator that does more than compute, or that another library brings. */
    static void tell(TorchOperator operator, long at, Inspection inspection) {
        switch (operator.standing()) {
            case FILE ->
                inspection.found(
                        "torch/file-operator",
                        at,
                        "the program reads or writes a file by %s".formatted(Snippet.quoted(operator.toString())));
            case CUSTOM ->
                inspection.found(
                        "torch/custom-operator",
                        at,
                        "the program calls the operator %s of another library"
                                .formatted(Snippet.quoted(operator.toString())));
            case KNOWN -> {} // computes
        }
    }
}
