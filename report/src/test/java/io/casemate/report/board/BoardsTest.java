package io.casemate.report.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.model.Element;
import io.casemate.core.model.Scope;
import io.casemate.core.model.SystemModel;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Assessment.Outlook;
import io.casemate.core.risk.Band;
import io.casemate.report.board.BoardFigures.Ask;
import io.casemate.report.board.BoardFigures.Standing;
import io.casemate.report.board.Trend.Change;
import io.casemate.report.board.Trend.Way;
import io.casemate.report.example.Assessments;
import io.casemate.report.example.ExampleSystems;
import io.casemate.report.example.FraudSystem;
import io.casemate.report.html.BoardPage;
import io.casemate.report.json.BoardJson;
import io.casemate.report.pdf.PdfDocument;
import io.casemate.report.view.ViewInput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoardsTest {
    private static final String CHART =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 260\" width=\"640\" height=\"260\" role=\"img\" aria-label=\"curve\"><path d=\"M0 0L9 9\"/></svg>";

    private static BoardMoney money(double mean) {
        return new BoardMoney(
                "EUR", mean, 3 * mean, mean / 2, CHART, Map.of("model-extraction@ensemble", mean / 4), List.of());
    }

    private static BoardFigures fraud(BoardMoney money) {
        return of(Assessments.fraud(), money);
    }

    private static BoardFigures of(Assessment assessment, BoardMoney money) {
        return Boards.of(
                new BoardInput(assessment, Assessments.KNOWLEDGE, EvidenceBook.EMPTY, Map.of(), Band.MEDIUM),
                a -> money);
    }

    private static int sheets(BoardFigures figures) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(PdfDocument.within(2, BoardPage.of(figures), figures.asOf()))) {
            return pdf.getNumberOfPages();
        }
    }

    @Test
    void the_first_sentence_says_what_it_costs_in_a_breath() {
        BoardFigures board = fraud(money(1_940_000));
        assertThat(board.headline())
                .isEqualTo(
                        "Attacks on this system and its failures are expected to cost us EUR 1.9 million in an average year,"
                                + " and more than EUR 5.8 million in one year of twenty.");
        assertThat(board.headline().split(" ", -1)).hasSizeLessThan(32);
    }

    @Test
    void without_a_price_it_says_how_many_risks_are_too_high() {
        BoardFigures board = fraud(BoardMoney.NONE);
        assertThat(board.standing()).isEqualTo(Standing.ABOVE);
        assertThat(board.headline()).startsWith("3 of 3 risks are higher than we accept");
        assertThat(board.position()).startsWith("One thing has happened already: ");
        assertThat(board.unknowns()).anyMatch(u -> u.startsWith("Nobody stated what a loss would cost"));
    }

    @Test
    void the_worst_are_told_without_ids_arrows_or_placeholders() {
        for (String example : List.of("fraud-detection", "genai-platform", "image-classifier")) {
            ViewInput input = ExampleSystems.input(example);
            BoardFigures board = Boards.of(
                    new BoardInput(
                            input.assessment(), input.knowledge(), input.evidence(), input.digests(), Band.MEDIUM),
                    a -> BoardMoney.NONE);
            assertThat(board.concerns()).as(example).hasSizeBetween(1, 5).allSatisfy(c -> {
                assertThat(c.what()).doesNotContain("{", "}", "→", "@").isNotBlank();
                assertThat(c.title()).doesNotContain("@");
                assertThat(c.chance()).contains("year");
            });
        }
    }

    @Test
    void overdue_work_is_insisted_on_first_and_what_nobody_decided_is_asked() {
        List<Ask> asks = fraud(BoardMoney.NONE).asks();
        assertThat(asks.getFirst().act()).isEqualTo("Insist");
        assertThat(asks.getFirst().overdue()).isTrue();
        assertThat(asks.getLast().what()).contains("overdue since 2026-09-01");
    }

    @Test
    void a_figure_that_went_down_is_better_and_one_that_reads_the_same_is_unchanged() {
        Assessment now = Assessments.fraud();
        Trend trend = new Trends(now, money(2_000_000), now, money(1_500_000), Band.MEDIUM).trend();
        assertThat(trend.since()).isEqualTo("2026-06-01");
        assertThat(trend.changes().getFirst())
                .isEqualTo(new Change("Cost of an average year", "EUR 2 million", "EUR 1.5 million", Way.BETTER));
        assertThat(trend.changes().getLast().way()).isEqualTo(Way.SAME);
        assertThat(new Trends(now, money(1), now, money(2_000), Band.MEDIUM)
                        .trend()
                        .changes()
                        .getFirst()
                        .way())
                .isEqualTo(Way.WORSE);
    }

    @Test
    void nothing_is_compared_where_nobody_reviewed() {
        Assessment many = Assessments.many(FraudSystem.model(), 3);
        assertThat(of(many, BoardMoney.NONE).trend()).isEqualTo(Trend.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fraud-detection", "genai-platform", "image-classifier"})
    void each_example_fills_two_sheets(String example) throws IOException {
        ViewInput input = ExampleSystems.input(example);
        var board =
                new BoardInput(input.assessment(), input.knowledge(), input.evidence(), input.digests(), Band.MEDIUM);
        assertThat(sheets(Boards.of(board, a -> BoardMoney.NONE))).isEqualTo(2);
        assertThat(sheets(Boards.of(board, a -> money(1_900_000)))).isEqualTo(2);
    }

    @Test
    void forty_risks_with_long_names_fill_two_sheets_too() throws IOException {
        SystemModel fair = FraudSystem.model();
        String name = "Nightly settlement reconciliation and chargeback forecasting service of the northern region ";
        var model = new SystemModel(
                new Scope(name.repeat(3), name, name.repeat(2), List.of(), List.of(), List.of(), List.of()),
                fair.assets(),
                fair.adversaries(),
                fair.zones(),
                fair.elements().stream()
                        .map(e -> new Element(
                                e.id(),
                                name + e.id(),
                                "",
                                e.kind(),
                                e.zone(),
                                e.holds(),
                                e.facts(),
                                List.of(),
                                List.of()))
                        .toList(),
                fair.flows(),
                List.of(),
                List.of());
        BoardFigures board = of(Assessments.many(model, 40), money(123_456_789));
        assertThat(board.concerns()).hasSize(5);
        assertThat(board.concernsMore()).isEqualTo(35);
        assertThat(board.asks()).hasSize(5);
        assertThat(sheets(board)).isEqualTo(2);
    }

    @Test
    void the_same_figures_are_on_the_page_and_in_the_json() {
        BoardFigures board = fraud(money(1_940_000));
        String page = BoardPage.of(board);
        assertThat(page).contains(board.headline(), "<svg", "What we ask of you");
        assertThat(BoardJson.of(board).pretty()).contains("\"headline\": \"" + board.headline() + "\"");
        assertThat(page).doesNotContain("<script");
    }

    @Test
    void a_smaller_appetite_counts_and_asks_for_more() {
        ViewInput input = ExampleSystems.input("fraud-detection");
        Function<Band, BoardFigures> board = appetite -> Boards.of(
                new BoardInput(input.assessment(), input.knowledge(), input.evidence(), input.digests(), appetite),
                a -> BoardMoney.NONE);
        BoardFigures usual = board.apply(Band.MEDIUM);
        BoardFigures careful = board.apply(Band.LOW);
        long above = input.assessment().shown().stream()
                .filter(r -> r.current().band() != Band.LOW)
                .count();
        assertThat(careful.headline()).startsWith("%d of ".formatted(above));
        assertThat(above(careful)).isEqualTo(above).isGreaterThan(above(usual));
        assertThat(careful.asks().size() + careful.asksMore())
                .isGreaterThan(usual.asks().size() + usual.asksMore());
        assertThat(BoardJson.of(careful).pretty()).contains("\"appetite\": \"low\"");
    }

    private static long above(BoardFigures board) {
        return board.tiles().stream()
                .filter(t -> t.label().equals("Risks above what we accept"))
                .mapToLong(t -> Long.parseLong(t.value()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_calm_system_says_so() {
        Assessment calm = Assessments.many(FraudSystem.model(), 0);
        BoardFigures board = of(calm, BoardMoney.NONE);
        assertThat(calm.outlook(Assessments.KNOWLEDGE.weights().bands())).isEqualTo(Outlook.CALM);
        assertThat(board.standing()).isEqualTo(Standing.WITHIN);
        assertThat(board.headline()).isEqualTo("No risk of this system that we know of is higher than we accept.");
        assertThat(BoardPage.of(board)).contains("Nothing has to be decided today.");
    }
}
