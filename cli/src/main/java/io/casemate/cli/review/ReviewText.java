package io.casemate.cli.review;

import io.casemate.cli.terminal.Style;
import io.casemate.cli.terminal.Table;
import io.casemate.core.review.Due;
import io.casemate.core.review.ReviewStatus;
import io.casemate.core.review.Trigger;

/** A review status for a terminal. */
final class ReviewText {
    private final String name;
    private final String command;
    private final ReviewStatus status;
    private final Style style;
    private final int columns;

    ReviewText(String name, String command, ReviewStatus status, Style style, int columns) {
        this.name = name;
        this.command = command;
        this.status = status;
        this.style = style;
        this.columns = columns;
    }

    String text() {
        var text = new StringBuilder();
        text.append(style.bold(safe(name))).append('\n');
        text.append(
                status.last().isEmpty()
                        ? "never reviewed\n"
                        : "last reviewed on %s%s\n"
                                .formatted(status.last(), status.by().isEmpty() ? "" : " by " + safe(status.by())));
        String due = "every %d months, next due on %s".formatted(status.everyMonths(), status.due());
        text.append(status.overdueDays() > 0 ? style.red(due) : due).append('\n');

        text.append('\n').append(style.bold("Calls for a review now")).append('\n');
        var triggers = new Table(columns, "  ");
        for (Trigger trigger : status.triggers()) {
            triggers.row(style.yellow(trigger.kind().id()), safe(trigger.what()));
        }
        text.append(status.triggers().isEmpty() ? "  " + style.green("nothing") + "\n" : triggers.text());

        text.append('\n').append(style.bold("What is due")).append('\n');
        var agenda = new Table(columns, "  ");
        for (Due item : status.agenda()) {
            String day = item.day().isBefore(status.today())
                    ? style.red(item.day().toString())
                    : item.day().toString();
            agenda.row(day, safe(item.who().isEmpty() ? item.what() : "%s: %s".formatted(item.who(), item.what())));
        }
        text.append(agenda.text());
        if (!status.triggers().isEmpty()) {
            text.append('\n')
                    .append(style.faint("then: casemate review %s --by NAME --note TEXT".formatted(command)))
                    .append('\n');
        }
        return text.toString();
    }

    /** What a file says cannot steer the terminal. */
    private static String safe(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
