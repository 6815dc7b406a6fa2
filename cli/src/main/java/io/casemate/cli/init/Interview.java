package io.casemate.cli.init;

import io.casemate.cli.terminal.Lines;
import io.casemate.cli.terminal.Terminal;
import io.casemate.core.problem.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Questions on a terminal or down a pipe. Enter takes what stands in brackets; where the input ends, so are all questions
 * that are left.
 */
final class Interview {
    private final Terminal terminal;

    Interview(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Begins a part of the interview. */
    void part(String title, String about) {
        terminal.out().println();
        terminal.out().println(terminal.style().bold(title));
        terminal.out().println(Lines.wrap(about, terminal.columns(), ""));
    }

    /** A text, or the given one. */
    String text(String question, String otherwise) {
        String answer = ask(question, otherwise);
        return answer.isEmpty() ? otherwise : answer;
    }

    /** Texts that were given with commas between them. */
    List<String> texts(String question, String otherwise) {
        return Arrays.stream(text(question, otherwise).split(",", -1))
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .distinct()
                .toList();
    }

    /** Yes, no, or not known. */
    Optional<Boolean> fact(String question) {
        String answer = oneOf(question, List.of("yes", "no", "unknown"), "unknown");
        return answer.equals("unknown") ? Optional.empty() : Optional.of(answer.equals("yes"));
    }

    boolean yes(String question) {
        return oneOf(question, List.of("yes", "no"), "no").equals("yes");
    }

    /** One of the given words; their first letters are enough where they tell them apart. */
    String oneOf(String question, List<String> words, String otherwise) {
        String asked = "%s (%s)".formatted(question, String.join(", ", words));
        while (true) {
            String answer = ask(asked, otherwise);
            if (answer.isEmpty()) {
                return otherwise;
            }
            Optional<String> word = word(answer, words);
            if (word.isPresent()) {
                return word.get();
            }
            complain(answer, words);
        }
    }

    /** Any of the given words, with commas between them; none by default. */
    List<String> anyOf(String question, List<String> words) {
        while (true) {
            List<String> answers = texts(question, "");
            Optional<String> wrong =
                    answers.stream().filter(a -> word(a, words).isEmpty()).findFirst();
            if (wrong.isEmpty()) {
                return answers.stream()
                        .flatMap(a -> word(a, words).stream())
                        .distinct()
                        .toList();
            }
            complain(wrong.get(), words);
        }
    }

    private void complain(String answer, List<String> words) {
        terminal.out().printf("    '%s' is none of these; %s%n", answer, Spelling.remedy(answer, words, ""));
    }

    private static Optional<String> word(String answer, List<String> words) {
        String start = answer.toLowerCase(Locale.ROOT).replace(' ', '-');
        List<String> fitting = words.stream().filter(w -> w.startsWith(start)).toList();
        return fitting.size() == 1
                ? Optional.of(fitting.getFirst())
                : fitting.stream().filter(start::equals).findFirst();
    }

    private String ask(String question, String otherwise) {
        String shown = otherwise.isEmpty() ? question : "%s [%s]".formatted(question, otherwise);
        terminal.out().print(Lines.wrap(shown, terminal.columns(), "  ", "    ") + ": ");
        terminal.out().flush();
        try {
            String line = terminal.in().readLine();
            if (line == null) {
                terminal.out().println();
                return "";
            }
            return line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the answer", e);
        }
    }
}
