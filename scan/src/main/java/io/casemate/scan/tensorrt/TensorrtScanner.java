package io.casemate.scan.tensorrt;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import io.casemate.text.literal.LiteralSet;
import io.casemate.text.literal.LiteralSet.Literal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks through engines of TensorRT, {@code .plan} and {@code .engine}. The layout is not published; the head is known from use. */
public final class TensorrtScanner implements FormatScanner {
    private static final int VERSION_AT = 24;
    private static final int MAJOR_MIN = 5;
    private static final int MAJOR_MAX = 30;
    private static final int WINDOW = 64 << 10;
    private static final int MAGIC_MAX = 4;
    private static final int NAME_MAX = 64;
    private static final int TOLD_MAX = 10;
    private static final int ELF_HEAD_BYTES = 52;
    private static final int CUDA = 190;
    private static final LiteralSet SOUGHT = new LiteralSet(
            Stream.of("\u007fELF", ".so", ".dll").map(Literal::exact).toList());
    private static final Pattern LIBRARY = Pattern.compile("(lib[A-Za-z0-9_+.-]{2,}|[A-Za-z0-9_+-]{5,})$");
    /** Libraries of NVIDIA that every engine may need. */
    private static final Pattern OWN = Pattern.compile("(lib)?(nvinfer|cudnn|cublas|cudart|nvrtc|cuda|myelin).*");

    @Override
    public String id() {
        return "tensorrt";
    }

    @Override
    public Recognition recognises(Content content) {
        return content.has(0, "ftrt") || content.has(0, "ptrt") ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("format", "TensorRT engine");
        if (content.size() >= VERSION_AT + 4
                && content.u8(VERSION_AT) >= MAJOR_MIN
                && content.u8(VERSION_AT) <= MAJOR_MAX) {
            inspection.fact(
                    "TensorRT",
                    "%d.%d.%d"
                            .formatted(content.u8(VERSION_AT), content.u8(VERSION_AT + 1), content.u8(VERSION_AT + 2)));
        }
        inspection.found("tensorrt/engine", 0, "a TensorRT engine holds compiled code for a graphics processor");
        new Search(content, inspection).run();
        inspection.gap(0, "the code in a TensorRT engine was not judged");
    }

    /** One pass over the file for what can be told. */
    private static final class Search {
        private final Content content;
        private final Inspection inspection;
        private final Set<String> libraries = new HashSet<>();
        private int hosts;

        Search(Content content, Inspection inspection) {
            this.content = content;
            this.inspection = inspection;
        }

        void run() {
            var buffer = new byte[(int) Math.min(content.size(), WINDOW + MAGIC_MAX)];
            for (long from = 0; from < content.size(); from += WINDOW) {
                inspection.step();
                int n = (int) Math.min(buffer.length, content.size() - from);
                content.copy(from, buffer, n);
                long base = from;
                SOUGHT.find(buffer, 0, Math.min(n, WINDOW), n, (position, magic) -> at(base + position));
            }
        }

        private void at(long offset) {
            if (content.u8(offset) == 0x7f) {
                elf(offset);
            } else {
                library(offset);
            }
        }

        /** Kernels for the graphics processor are ELF files too, for a machine of their own. */
        private void elf(long offset) {
            if (offset > content.size() - ELF_HEAD_BYTES || content.u8(offset + 6) != 1) {
                return;
            }
            int machine = content.u16(offset + 18);
            if (machine == CUDA) {
                inspection.fact("code for", "CUDA");
            } else if (content.i32(offset + 20) == 1 && hosts++ < TOLD_MAX) {
                inspection.found(
                        "tensorrt/host-code",
                        offset,
                        "a library for the host stands in the engine (ELF machine %d)".formatted(machine));
            }
        }

        private void library(long dot) {
            int length = (int) Math.min(NAME_MAX, dot);
            var name = LIBRARY.matcher(content.text(dot - length, length, StandardCharsets.ISO_8859_1));
            boolean ends = dot + 4 > content.size()
                    || !Character.isLetterOrDigit(content.u8(dot + 3))
                    || content.has(dot, ".dll");
            if (ends
                    && name.find()
                    && !OWN.matcher(name.group()).matches()
                    && libraries.size() < TOLD_MAX
                    && libraries.add(name.group())) {
                inspection.found(
                        "tensorrt/plugin-library",
                        dot - name.group().length(),
                        "the engine names the library %s".formatted(Snippet.quoted(name.group())));
            }
        }
    }
}
