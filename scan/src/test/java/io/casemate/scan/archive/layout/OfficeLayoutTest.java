package io.casemate.scan.archive.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.archive.zip.ZipForge;
import io.casemate.scan.archive.zip.ZipScanner;
import io.casemate.scan.trial.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfficeLayoutTest {
    private final ZipForge zip = new ZipForge();

    private Trial read() {
        return Trial.of(new ZipScanner(List.of(new OfficeLayout())), zip.build());
    }

    @Test
    void a_document_without_macros_is_silent() {
        zip.add("[Content_Types].xml", "<Types/>");
        zip.add("xl/workbook.xml", "<workbook/>");
        zip.add("xl/_rels/x.rels", "<R Type='http://x/hyperlink\" TargetMode=\"External\"/>");
        assertThat(read().rules()).isEmpty();
    }

    @Test
    void macros_and_foreign_templates_are_told() {
        zip.add("[Content_Types].xml", "<Types/>");
        zip.add("xl/vbaProject.bin", "x");
        zip.add(
                "word/_rels/settings.xml.rels",
                "<R Type=\"http://x/attachedTemplate\" Target=\"http://h\" TargetMode=\"External\"/>");
        assertThat(read().rules()).containsExactlyInAnyOrder("office/macro", "office/foreign-template");
    }
}
