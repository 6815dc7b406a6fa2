package io.casemate.report.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The typefaces of a printed document: Inter 4.1 and JetBrains Mono 2.242, both under the SIL Open Font License 1.1, reduced to
 * Latin, Greek, Cyrillic and signs. They stand for the generic families too, so that no text is left without an embedded font.
 */
final class Faces {
    private static final List<String> TEXT = List.of("Inter", "sans-serif", "serif");
    private static final List<String> CODE = List.of("JetBrains Mono", "monospace");

    private static final Set<FSFontUseCase> EVERYWHERE = EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG);

    private Faces() {}

    static void use(PdfRendererBuilder builder) {
        for (String family : TEXT) {
            use(builder, "Inter-Regular", family, 400, FontStyle.NORMAL);
            use(builder, "Inter-SemiBold", family, 700, FontStyle.NORMAL);
            use(builder, "Inter-Italic", family, 400, FontStyle.ITALIC);
        }
        CODE.forEach(family -> use(builder, "JetBrainsMono-Regular", family, 400, FontStyle.NORMAL));
    }

    private static void use(PdfRendererBuilder builder, String file, String family, int weight, FontStyle style) {
        builder.useFont(() -> open(file), family, weight, style, true, EVERYWHERE);
    }

    private static InputStream open(String file) {
        InputStream in = Faces.class.getResourceAsStream("fonts/" + file + ".ttf");
        if (in == null) {
            throw new IllegalStateException("the jar lacks io/casemate/report/pdf/fonts/%s.ttf".formatted(file));
        }
        return in;
    }
}
