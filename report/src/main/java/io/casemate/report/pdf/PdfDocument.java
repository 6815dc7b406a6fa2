package io.casemate.report.pdf;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.text.PDFTextStripper;
import org.w3c.dom.Document;

/**
 * Prints a page that this program wrote. Its own style sheet takes the place of the page's; what only a screen needs is left out.
 * The same page and moment give the same bytes.
 */
public final class PdfDocument {
    private static final String BASE = "casemate:/";

    /** So few lines are no sheet of their own. */
    private static final int SPILL_LINES = 8;

    static {
        System.setProperty("java.awt.headless", "true"); // else a machine without a display fails on the first diagram
        XRLog.setLoggingEnabled(false);
    }

    private PdfDocument() {}

    /** The document as a file, on as many sheets as it needs. */
    public static byte[] of(String html, Instant asOf) {
        return within(Integer.MAX_VALUE, html, asOf);
    }

    /**
     * The document as a file, on at most so many sheets if any density of the type makes it fit, else at the densest.
     *
     * @param html a whole page of well-formed HTML, as the templates of this program write it
     * @param asOf the moment that the document tells of, which becomes its date
     */
    public static byte[] within(int sheets, String html, Instant asOf) {
        Printed printed = print(html, asOf, Density.USUAL);
        if (printed.spills() && printed.sheets() <= sheets) {
            return drawnBack(printed, html, asOf).bytes();
        }
        for (Density density : Density.TIGHTER) {
            if (printed.sheets() <= sheets) {
                break;
            }
            printed = print(html, asOf, density);
        }
        return printed.bytes();
    }

    /** With type a little firmer if that saves the last sheet, else as it is. */
    private static Printed drawnBack(Printed usual, String html, Instant asOf) {
        Printed firmer = print(html, asOf, Density.FIRMER);
        return firmer.sheets() < usual.sheets() ? firmer : usual;
    }

    /**
     * A document that was printed.
     *
     * @param lines of text on its last sheet, the one at its foot among them
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Printed(byte[] bytes, int sheets, long lines) {
        /** Whether the last sheet holds next to nothing. */
        boolean spills() {
            return sheets > 1 && lines <= SPILL_LINES;
        }
    }

    private static Printed print(String html, Instant asOf, Density density) {
        Document tree = PrintTree.of(html, density);
        var builder = new PdfRendererBuilder();
        Faces.use(builder);
        builder.withW3cDocument(tree, BASE)
                .useSVGDrawer(new BatikSVGDrawer())
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.usePdfUaAccessibility(true).withProducer("Casemate").toStream(OutputStream.nullOutputStream());
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument pdf = renderer.getPdfDocument();
            seal(pdf, html, asOf);
            var out = new ByteArrayOutputStream(1 << 18);
            pdf.save(out);
            return new Printed(out.toByteArray(), pdf.getNumberOfPages(), lines(pdf));
        } catch (IOException e) {
            throw new UncheckedIOException("a document in memory cannot be printed", e);
        }
    }

    private static long lines(PDDocument pdf) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(pdf.getNumberOfPages());
        return stripper.getText(pdf).lines().filter(l -> !l.isBlank()).count();
    }

    /** Everything that the renderer takes from the clock or from chance, taken from the document instead. */
    private static void seal(PDDocument pdf, String html, Instant asOf) {
        PDDocumentInformation information = pdf.getDocumentInformation();
        var date = GregorianCalendar.from(asOf.atZone(ZoneOffset.UTC));
        date.setTimeZone(TimeZone.getTimeZone("UTC"));
        information.setCreationDate(date);
        information.setModificationDate(date);
        information.setCreator("Casemate");
        var checksum = new CRC32();
        checksum.update(html.getBytes(StandardCharsets.UTF_8));
        pdf.setDocumentId(checksum.getValue());
        var preferences = new PDViewerPreferences(pdf.getDocumentCatalog().getCOSObject());
        preferences.setDisplayDocTitle(true);
        pdf.getDocumentCatalog().setViewerPreferences(preferences);
    }
}
