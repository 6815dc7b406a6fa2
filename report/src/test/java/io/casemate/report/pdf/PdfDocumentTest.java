package io.casemate.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casemate.report.example.ExampleSystems;
import io.casemate.report.html.HtmlExporter;
import io.casemate.report.view.ViewInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfDocumentTest {
    private static final Instant AS_OF = Instant.parse("2026-11-21T00:00:00Z");
    private static byte[] report = {};

    @BeforeAll
    static void print() {
        ViewInput input = ExampleSystems.input("genai-platform");
        report = PdfDocument.of(new HtmlExporter().export(input.assessment(), input.knowledge()), AS_OF);
    }

    private static String page(String body) {
        return """
                <!doctype html>
                <html lang="en"><head><title>A page</title><style>p { color: red }</style></head>
                <body><main>%s</main><script>var a = 1 < 2 && 3;</script></body></html>
                """.formatted(body);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void the_whole_report_has_title_language_tags_and_a_date_that_was_given() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(report)) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Assistants of an insurer · Threat model");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
            assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(AS_OF);
            String xmp = new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(xmp).contains("pdfuaid:part").doesNotContain("CreateDate");
        }
    }

    @Test
    void bookmarks_lead_to_sections_and_scenarios() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(report)) {
            List<String> names = new ArrayList<>();
            for (PDOutlineItem item :
                    pdf.getDocumentCatalog().getDocumentOutline().children()) {
                names.add(item.getTitle());
                assertThat(item.findDestinationPage(pdf)).as(item.getTitle()).isNotNull();
            }
            assertThat(names).contains("Data flows", "Heat map", "Questions", "Action plan", "Coverage");
        }
    }

    @Test
    void every_font_is_embedded() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(report)) {
            for (PDPage sheet : pdf.getPages()) {
                for (COSName name : sheet.getResources().getFontNames()) {
                    assertThat(sheet.getResources().getFont(name).isEmbedded())
                            .as(name.getName())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void a_wide_diagram_lies_alone_on_a_sheet_on_its_side() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(report)) {
            List<Integer> wide = new ArrayList<>();
            for (int i = 0; i < pdf.getNumberOfPages(); i++) {
                if (pdf.getPage(i).getMediaBox().getWidth()
                        > pdf.getPage(i).getMediaBox().getHeight()) {
                    wide.add(i);
                }
            }
            assertThat(wide).containsExactly(1);
            var stripper = new PDFTextStripper();
            stripper.setStartPage(2);
            stripper.setEndPage(2);
            assertThat(stripper.getText(pdf)).contains("Data flows").doesNotContain("Heat map");
        }
    }

    @Test
    void every_figure_can_be_heard() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(report)) {
            List<String> heard = new ArrayList<>();
            figures(pdf.getDocumentCatalog().getStructureTreeRoot(), heard);
            assertThat(heard).hasSizeGreaterThan(5).noneMatch(t -> t.isBlank() || t.equals("Figure"));
            assertThat(heard.getFirst()).contains("elements", "trust boundaries");
        }
    }

    private static void figures(PDStructureNode above, List<String> heard) {
        for (Object kid : above.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if ("Figure".equals(element.getStructureType())) {
                    heard.add(String.valueOf(element.getAlternateDescription()));
                }
                figures(element, heard);
            }
        }
    }

    @Test
    void sheets_are_numbered_and_table_headers_repeat() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(report)) {
            String text = new PDFTextStripper().getText(pdf);
            int n = pdf.getNumberOfPages();
            assertThat(text).contains("1 of " + n, n + " of " + n);
            assertThat(text.split("Fact to state", -1)).hasSizeGreaterThan(4);
        }
    }

    @Test
    void no_sheet_is_blank() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(report)) {
            for (int sheet = 1; sheet <= pdf.getNumberOfPages(); sheet++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(sheet);
                stripper.setEndPage(sheet);
                assertThat(stripper.getText(pdf)).as("sheet %d", sheet).hasSizeGreaterThan(90);
            }
        }
    }

    @Test
    void links_inside_the_document_work() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(report)) {
            assertThat(pdf.getPage(0).getAnnotations())
                    .filteredOn(PDAnnotationLink.class::isInstance)
                    .hasSizeGreaterThan(10);
        }
    }

    @Test
    void the_same_page_gives_the_same_bytes() {
        String html = page("<h1>One</h1><table><tbody><tr><td>two</td></tr></tbody></table>");
        assertThat(PdfDocument.of(html, AS_OF)).isEqualTo(PdfDocument.of(html, AS_OF));
        assertThat(PdfDocument.of(html, AS_OF)).isNotEqualTo(PdfDocument.of(html, AS_OF.plusSeconds(1)));
    }

    @Test
    void nothing_outside_the_page_is_read(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.css"), "p:before { content: 'stolen' }");
        Path image = Files.write(
                folder.resolve("i.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));
        String html = """
                <!doctype html>
                <html lang="en"><head><title>T</title><link rel="stylesheet" href="%s"/></head><body><p>plain</p>
                <img src="%s" alt="an image"/><img src="http://127.0.0.1:9/x.png" alt="another"/>
                <svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" aria-label="drawn"><image href="%s" width="9" height="9"/></svg>
                </body></html>
                """.formatted(secret.toUri(), image.toUri(), image.toUri());
        byte[] pdf = PdfDocument.of(html, AS_OF);
        assertThat(text(pdf)).contains("plain").doesNotContain("stolen");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (COSName name : document.getPage(0).getResources().getXObjectNames()) {
                COSBase object =
                        document.getPage(0).getResources().getXObject(name).getCOSObject();
                assertThat(object.toString()).doesNotContain("Image");
            }
        }
    }

    @Test
    void an_entity_of_a_document_type_is_refused() {
        assertThatThrownBy(() -> PdfDocument.of(
                        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><html><head><title>x</title></head><body>&e;</body></html>",
                        AS_OF))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no well-formed HTML");
    }

    @Test
    void type_shrinks_until_it_fits_and_no_further() throws IOException {
        String much = page(
                "<h1>Much</h1>" + "<p>Words and more words that fill a line of a sheet and then some.</p>".repeat(42));
        try (PDDocument usual = Loader.loadPDF(PdfDocument.of(much, AS_OF));
                PDDocument fitted = Loader.loadPDF(PdfDocument.within(1, much, AS_OF))) {
            assertThat(usual.getNumberOfPages()).isEqualTo(2);
            assertThat(fitted.getNumberOfPages()).isEqualTo(1);
        }
        String endless = page("<p>Words.</p>".repeat(400));
        try (PDDocument spilled = Loader.loadPDF(PdfDocument.within(1, endless, AS_OF))) {
            assertThat(spilled.getNumberOfPages()).isGreaterThan(1);
        }
    }

    @Test
    void a_last_sheet_with_a_line_or_two_is_saved() throws IOException {
        String line = "<p>Words and more words that fill a line of a sheet and then some.</p>";
        int lines = 30;
        byte[] pdf = PdfDocument.of(page(line.repeat(lines)), AS_OF);
        while (sheets(pdf) == 1) {
            pdf = PdfDocument.of(page(line.repeat(++lines)), AS_OF);
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(2);
            assertThat(stripper.getText(document).lines().filter(l -> l.startsWith("Words")))
                    .as("the fewest lines that have a second sheet")
                    .hasSizeGreaterThan(2);
        }
    }

    private static int sheets(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    @Test
    void a_tree_stands_below_its_title_and_what_is_said_of_it() throws IOException {
        String filler = "<p>Words.</p>".repeat(24);
        String tree =
                "<h2 id=\"t\">The title</h2><p>What is said.</p><figure class=\"canvas tree\"><svg xmlns=\"http://www.w3.org/2000/svg\""
                        + " width=\"300\" height=\"600\" aria-label=\"A tree\"><text x=\"9\" y=\"9\">inside</text></svg></figure>";
        try (PDDocument document = Loader.loadPDF(PdfDocument.of(page(filler + tree), AS_OF))) {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(2);
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(stripper.getText(document)).contains("The title", "What is said.");
        }
    }

    @Test
    void greek_cyrillic_and_signs_have_letters() throws IOException {
        assertThat(text(PdfDocument.of(page("<p>Αθήνα Київ café → ≥ − €</p>"), AS_OF)))
                .contains("Αθήνα", "Київ", "café", "→", "≥", "€");
    }
}
