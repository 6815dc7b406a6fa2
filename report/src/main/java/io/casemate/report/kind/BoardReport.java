package io.casemate.report.kind;

import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import io.casemate.core.problem.Spelling;
import io.casemate.core.risk.Band;
import io.casemate.report.board.BoardFigures;
import io.casemate.report.board.BoardInput;
import io.casemate.report.board.Boards;
import io.casemate.report.html.BoardPage;
import io.casemate.report.json.BoardJson;
import io.casemate.report.spi.Report;
import io.casemate.report.spi.ReportFormat;
import io.casemate.report.spi.ReportInput;
import io.casemate.report.spi.ReportOption;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

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
    public Set<ReportOption> options() {
        return Set.of(ReportOption.APPETITE);
    }

    @Override
    public int sheetsMax() {
        return 2;
    }

    @Override
    public byte[] write(ReportFormat format, ReportInput input) {
        var board = new BoardInput(
                input.assessment(), input.knowledge(), input.evidence(), input.digests(), appetite(input));
        BoardFigures figures = Boards.of(board, assessment -> Costs.board(assessment, input.knowledge()));
        String text = format == ReportFormat.JSON ? BoardJson.of(figures).pretty() : BoardPage.of(figures);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Nothing of the high band, unless somebody says otherwise. */
    private static Band appetite(ReportInput input) {
        String word = input.option(ReportOption.APPETITE);
        return switch (word) {
            case "", "medium" -> Band.MEDIUM;
            case "low" -> Band.LOW;
            default ->
                throw new InvalidInputException(List.of(new Problem(
                        "--appetite",
                        "unknown '%s'".formatted(word),
                        Spelling.remedy(word, List.of(Band.LOW.id(), Band.MEDIUM.id())))));
        };
    }
}
