package io.casemate.report.html;

import io.casemate.report.board.BoardFigures;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A board's report as one self-contained HTML file: two sheets below each other, without a script. */
public final class BoardPage {
    private BoardPage() {}

    public static String of(BoardFigures figures) {
        var out = new StringWriter();
        try {
            Templates.Board.TEMPLATE.write("board", figures, out);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be written", e);
        }
        return out.toString();
    }
}
