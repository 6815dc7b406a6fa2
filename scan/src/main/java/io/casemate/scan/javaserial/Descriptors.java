package io.casemate.scan.javaserial;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.regex.Pattern;

/** Looks for descriptors of classes where the structure of a stream is lost: a mark, a length, the name of a class. */
final class Descriptors {
    private static final int NAME_MIN = 3;
    private static final int NAME_MAX = 300;
    private static final Pattern NAME = Pattern.compile("\\[*L?[A-Za-z_$][\\w$]*+(\\.[A-Za-z_$][\\w$]*+)+;?");

    private Descriptors() {}

    static void find(Content content, long from, SeenClasses classes, Inspection inspection) {
        for (long at = Math.max(0, from - NAME_MAX); at + NAME_MIN + 3 < content.size(); at++) {
            if ((at & 0xffff) == 0) {
                inspection.step();
            }
            if (content.u8(at) == 0x72) {
                int length = content.u8(at + 1) << 8 | content.u8(at + 2);
                if (length >= NAME_MIN && length <= NAME_MAX && length <= content.size() - at - 3) {
                    String name = content.text(at + 3, length);
                    if (NAME.matcher(name).matches()) {
                        classes.tell(name, at + 3);
                    }
                }
            }
        }
    }
}
