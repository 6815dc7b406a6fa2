package io.casemate.report.xlsx;

import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.report.register.Register;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Risks, actions, coverage, evidence, questions and money as a workbook (ECMA-376): one table a sheet, its header frozen and with
 * filters. It holds values only, no formula and no macro. The same input gives the same bytes.
 */
public final class RiskWorkbook {
    /** What a cell can hold; ECMA-376 and every program that reads it. */
    private static final int TEXT_MAX = 32_767;

    private static final String VERSION = "1.0";

    /** Points; and so many lines before a row hides those below it. */
    private static final double LINE = 15;

    private static final int LINES_MAX = 12;

    private RiskWorkbook() {}

    public static byte[] of(Register register, Knowledge knowledge, EvidenceBook evidence) {
        List<Table> tables = new Tables(register, knowledge, evidence).all();
        var out = new ByteArrayOutputStream(1 << 16);
        try (var workbook = new Workbook(out, "Casemate", VERSION)) {
            tables.forEach(t -> write(t, workbook));
        } catch (IOException e) {
            throw new UncheckedIOException("a workbook in memory cannot be written", e);
        }
        return Resealed.of(out.toByteArray(), register.assessment().asOf());
    }

    private static void write(Table table, Workbook workbook) {
        Worksheet sheet = workbook.newWorksheet(table.name());
        int last = table.columns().size() - 1;
        for (int c = 0; c <= last; c++) {
            Column column = table.columns().get(c);
            sheet.width(c, column.width());
            sheet.value(0, c, column.title());
        }
        sheet.range(0, 0, 0, last)
                .style()
                .bold()
                .fontColor("FFFFFF")
                .fillColor("0F6466")
                .verticalAlignment("center")
                .wrapText(true)
                .set();
        sheet.rowHeight(0, 30);
        for (int r = 0; r < table.rows().size(); r++) {
            row(sheet, r + 1, table, table.rows().get(r));
        }
        sheet.freezePane(table.columns().getFirst().look() == Column.Look.TEXT ? 1 : 0, 1);
        String[] headers = table.columns().stream().map(Column::title).toArray(String[]::new);
        sheet.range(0, 0, Math.max(1, table.rows().size()), last)
                .createTable(headers)
                .setName(table.name() + "Table")
                .setDisplayName(table.name() + "Table")
                .styleInfo()
                .setStyleName("TableStyleLight1");
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.repeatRows(0);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.footer("&P of &N", Position.RIGHT);
    }

    private static void row(Worksheet sheet, int r, Table table, List<Field> fields) {
        sheet.rowHeight(r, height(table, fields));
        for (int c = 0; c < fields.size(); c++) {
            Column.Look look = table.columns().get(c).look();
            switch (fields.get(c)) {
                case Field.Words words -> sheet.value(r, c, fitting(words.text()));
                case Field.Amount number -> sheet.value(r, c, number.value());
                case Field.Day day -> sheet.value(r, c, day.date());
                case Field.Empty empty -> {}
            }
            StyleSetter style = sheet.style(r, c).format(look.format()).verticalAlignment("top");
            (look == Column.Look.WRAPPED ? style.wrapText(true) : style).set();
        }
    }

    /** Programs that do not grow a row by themselves would cut what is wrapped. */
    private static double height(Table table, List<Field> fields) {
        int lines = 1;
        for (int c = 0; c < fields.size(); c++) {
            Column column = table.columns().get(c);
            if (column.look() == Column.Look.WRAPPED && fields.get(c) instanceof Field.Words words) {
                lines = Math.max(lines, 1 + words.text().length() * 11 / (column.width() * 10));
            }
        }
        return LINE * Math.min(lines, LINES_MAX);
    }

    private static String fitting(String text) {
        String clean = text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", " ");
        return clean.length() <= TEXT_MAX ? clean : clean.substring(0, TEXT_MAX - 1) + "…";
    }
}
