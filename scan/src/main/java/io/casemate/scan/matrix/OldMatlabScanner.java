package io.casemate.scan.matrix;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.spi.Tensor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Reads MAT-files of level 4: matrices one after the other, each with five numbers and a name before it (MathWorks, MAT-File
 * Format, chapter 2).
 */
public final class OldMatlabScanner implements FormatScanner {
    private static final int HEAD_BYTES = 20;
    private static final int NAME_MAX = 256;
    private static final int TEXT = 1;

    /**
     * What stands before a matrix.
     *
     * @param kind 0 numbers, 1 text, 2 the places and values of a sparse matrix
     * @param data where its numbers begin
     * @param bytes how many bytes they take, imaginary parts included
     */
    private record Head(
            String name, ElementType type, int kind, long rows, long columns, boolean complex, long data, long bytes) {}

    @Override
    public String id() {
        return "matlab-4";
    }

    @Override
    public Recognition recognises(Content content) {
        return head(content, 0).isPresent() ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("format", "MATLAB");
        long at = 0;
        while (at < content.size()) {
            inspection.step();
            Optional<Head> head = head(content, at);
            if (head.isEmpty()) {
                inspection.gap(at, "no matrix begins here, or it is cut off");
                return;
            }
            tell(head.get(), content, inspection);
            inspection.read(at, head.get().data() - at);
            at = head.get().data() + head.get().bytes();
        }
    }

    private static void tell(Head head, Content content, Inspection inspection) {
        if (head.kind() == TEXT) {
            inspection.read(head.data(), head.bytes());
        } else if (head.bytes() > 0) {
            List<Long> shape =
                    head.complex() ? List.of(2L, head.columns(), head.rows()) : List.of(head.columns(), head.rows());
            inspection.tensor(new Tensor(
                    head.name(),
                    head.type(),
                    head.type() == ElementType.PACKED ? List.of(head.bytes()) : shape,
                    content.slice(head.data(), head.bytes()).bytes(),
                    head.data()));
        }
    }

    private static Optional<Head> head(Content content, long at) {
        if (at > content.size() - HEAD_BYTES) {
            return Optional.empty();
        }
        boolean bigEndian = content.u8(at) == 0 && content.u8(at + 1) == 0 && content.u16(at + 2) != 0;
        long kind = number(content, at, bigEndian);
        long rows = number(content, at + 4, bigEndian);
        long columns = number(content, at + 8, bigEndian);
        long imaginary = number(content, at + 12, bigEndian);
        long nameBytes = number(content, at + 16, bigEndian);
        boolean sane = kind / 1000 == (bigEndian ? 1 : 0)
                && kind / 100 % 10 == 0
                && kind / 10 % 10 <= 5
                && kind % 10 <= 2
                && rows <= Integer.MAX_VALUE
                && columns <= Integer.MAX_VALUE
                && imaginary <= 1
                && nameBytes > 1
                && nameBytes <= NAME_MAX
                && nameBytes <= content.size() - at - HEAD_BYTES;
        if (!sane) {
            return Optional.empty();
        }
        String name = content.text(at + HEAD_BYTES, (int) nameBytes, StandardCharsets.ISO_8859_1);
        long data = at + HEAD_BYTES + nameBytes;
        int precision = (int) (kind / 10 % 10);
        long left = content.size() - data;
        long each = width(precision) * (1 + imaginary);
        if (!name.matches("[A-Za-z]\\w*\0") || (rows > 0 && columns > left / each / rows)) {
            return Optional.empty();
        }
        return Optional.of(new Head(
                name.substring(0, name.length() - 1),
                type(precision, bigEndian),
                (int) (kind % 10),
                rows,
                columns,
                imaginary == 1,
                data,
                rows * columns * each));
    }

    private static long number(Content content, long at, boolean bigEndian) {
        return bigEndian ? Integer.reverseBytes(content.i32(at)) & 0xffff_ffffL : content.u32(at);
    }

    private static long width(int precision) {
        return switch (precision) {
            case 0 -> 8;
            case 1, 2 -> 4;
            case 3, 4 -> 2;
            default -> 1;
        };
    }

    private static ElementType type(int precision, boolean bigEndian) {
        return switch (precision) {
            case 0 -> bigEndian ? ElementType.F64_BIG_ENDIAN : ElementType.F64;
            case 1 -> bigEndian ? ElementType.F32_BIG_ENDIAN : ElementType.F32;
            case 2 -> bigEndian ? ElementType.I32_BIG_ENDIAN : ElementType.I32;
            case 3 -> bigEndian ? ElementType.I16_BIG_ENDIAN : ElementType.I16;
            case 4 -> bigEndian ? ElementType.PACKED : ElementType.U16;
            default -> ElementType.U8;
        };
    }
}
