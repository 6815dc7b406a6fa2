package io.casemate.report.kind;

import io.casemate.report.board.BoardFigures;
import io.casemate.report.board.BoardInput;
import io.casemate.report.board.Boards;
import io.casemate.report.html.BoardPage;
import io.casemate.report.json.BoardJson;
import io.casemate.report.spi.Report;
import io.casemate.report.spi.ReportFormat;
import io.casemate.report.spi.ReportInput;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Two sheets for the people who decide. */
public final class BoardReport implements Report {
    @Override
    public String kind() {
        return "board";
    }

    @Override
    public List<ReportFormat> formats() {
        return List.of(ReportFormat.HTML, ReportFormat.JSON);
    }

    @Override
    public int sheetsMax() {
        return 2;
    }

    @Override
    public byte[] write(ReportFormat format, ReportInput input) {
        var board = new BoardInput(input.assessment(), input.knowledge(), input.evidence(), input.digests());
        BoardFigures figures = Boards.of(board, assessment -> Costs.board(assessment, input.knowledge()));
        String text = format == ReportFormat.JSON ? BoardJson.of(figures).pretty() : BoardPage.of(figures);
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
