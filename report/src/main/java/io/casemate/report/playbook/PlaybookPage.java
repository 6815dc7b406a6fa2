package io.casemate.report.playbook;

import io.casemate.core.knowledge.playbook.Playbook;
import io.casemate.core.knowledge.playbook.Playbook.Role;
import io.casemate.core.knowledge.playbook.Playbook.Step;
import io.casemate.core.knowledge.playbook.Playbook.Subject;
import io.casemate.core.model.Named;
import io.casemate.report.document.Block.Cell;
import io.casemate.report.document.Document;
import io.casemate.report.document.Line;
import io.casemate.report.playbook.PlaybookRun.Item;
import io.casemate.report.playbook.PlaybookRun.StepRun;
import io.casemate.report.wording.Words;
import java.util.ArrayList;
import java.util.List;

/** A playbook for people, with the values of a system or without. */
public final class PlaybookPage {
    private static final int ITEMS_MAX = 12;

    private final Playbook playbook;
    private final Document.Builder document = new Document.Builder();

    private PlaybookPage(Playbook playbook) {
        this.playbook = playbook;
    }

    /** The playbook as it stands, its placeholders unfilled. */
    public static Document of(Playbook playbook) {
        var page = new PlaybookPage(playbook);
        page.head();
        int number = 1;
        for (Step step : playbook.steps()) {
            page.document.section(step.id(), "%d. %s".formatted(number++, step.title()));
            page.document.paragraph(step.task());
            page.document.bullets(page.details(step, step.command()));
            page.document.bullets(step.ask().stream().map(Line::of).toList());
        }
        return page.document.build(playbook.title(), "Playbook");
    }

    static Document of(PlaybookRun run) {
        var page = new PlaybookPage(run.playbook());
        page.head();
        page.overview(run.steps());
        int number = 1;
        for (StepRun step : run.steps()) {
            page.document.section(
                    step.step().id(), "%d. %s".formatted(number++, step.step().title()));
            page.step(step);
        }
        var assessment = run.input().assessment();
        return page.document.build(
                "%s: %s"
                        .formatted(
                                run.playbook().title(),
                                assessment.topology().model().scope().name()),
                "Playbook",
                assessment.asOf());
    }

    private void head() {
        document.paragraph(playbook.purpose());
        document.paragraph(Line.EMPTY.strong("When: ").plain(playbook.when()));
        document.paragraph(Line.EMPTY.strong("Takes: ").plain(playbook.takes()));
        document.paragraph(Line.EMPTY
                .strong("Who: ")
                .plain(Words.list(playbook.roles().stream().map(Role::title).toList()) + "."));
    }

    private void overview(List<StepRun> steps) {
        document.section("steps", "Steps");
        List<List<Cell>> rows = new ArrayList<>();
        for (StepRun step : steps) {
            rows.add(List.of(
                    Cell.of(Line.EMPTY.link(
                            step.step().title(), "#" + step.step().id())),
                    Cell.of(step.state()),
                    Cell.of(role(step.step().decides()))));
        }
        document.table("Steps", List.of("Step", "State", "Decides"), rows);
    }

    private void step(StepRun run) {
        Step step = run.step();
        boolean single = step.each() == Subject.SYSTEM && run.items().size() == 1;
        document.paragraph(single ? run.items().getFirst().task() : step.task());
        document.bullets(details(step, single ? run.items().getFirst().command() : step.command()));
        document.bullets(step.ask().stream().map(Line::of).toList());
        if (run.items().isEmpty()) {
            document.paragraph(Line.EMPTY.muted("Nothing to do: the system has no such " + plain(step.each()) + "."));
        } else if (single) {
            Item item = run.items().getFirst();
            document.paragraph(Line.EMPTY
                    .strong(item.done() ? "Done" : "Open")
                    .plain(item.because().isEmpty() ? "." : ": " + item.because() + "."));
        } else {
            items(step, run.items());
        }
    }

    private void items(Step step, List<Item> items) {
        boolean commands = items.stream().anyMatch(i -> !i.command().isEmpty());
        List<String> header = new ArrayList<>(List.of(Words.capital(plain(step.each())), "State", "Because"));
        if (commands) {
            header.add("Command");
        }
        List<List<Cell>> rows = new ArrayList<>();
        items.stream().limit(ITEMS_MAX).forEach(item -> {
            List<Cell> row = new ArrayList<>(
                    List.of(Cell.of(item.name()), Cell.of(item.done() ? "done" : "open"), Cell.of(item.because())));
            if (commands) {
                row.add(Cell.of(Line.EMPTY.code(item.command())));
            }
            rows.add(row);
        });
        document.table(step.title(), header, rows);
        if (items.size() > ITEMS_MAX) {
            document.paragraph(Line.EMPTY.muted("%d more with --format json.".formatted(items.size() - ITEMS_MAX)));
        }
    }

    private List<Line> details(Step step, String command) {
        List<Line> lines = new ArrayList<>();
        if (step.each() != Subject.SYSTEM) {
            lines.add(Line.EMPTY.strong("For each: ").plain(plain(step.each())));
        }
        if (!command.isEmpty()) {
            lines.add(Line.EMPTY.strong("Command: ").code(command));
        }
        lines.add(Line.EMPTY.strong("Leaves: ").plain(step.leaves()));
        lines.add(Line.EMPTY.strong("Decides: ").plain(role(step.decides())));
        if (!step.doneBy().isEmpty()) {
            List<String> proofs = step.doneBy().stream()
                    .map(Named::id)
                    .sorted()
                    .map(Words::plain)
                    .toList();
            lines.add(Line.EMPTY.strong("Shown done by: ").plain(String.join(", ", proofs)));
        }
        return lines;
    }

    private String role(String id) {
        return playbook.role(id).map(Role::title).orElse(id);
    }

    private static String plain(Subject subject) {
        return Words.plain(subject.id());
    }
}
