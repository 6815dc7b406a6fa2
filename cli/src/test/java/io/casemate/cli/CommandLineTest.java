package io.casemate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandLineTest {
    private static final int COLUMNS = 80;

    @ParameterizedTest
    @MethodSource("verbs")
    void every_verb_has_help_with_examples_that_fits_a_narrow_terminal(List<String> verb) {
        List<String> arguments = new ArrayList<>(verb);
        arguments.add("--help");
        Run run = Run.casemate(arguments.toArray());

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Usage: casemate").contains("\nExamples\n");
        assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(COLUMNS));
        long examples = run.out()
                .lines()
                .filter(l -> l.matches("  (casemate|source|git) .*"))
                .count();
        assertThat(examples).isGreaterThanOrEqualTo(2);
    }

    static Stream<List<String>> verbs() {
        List<List<String>> all = new ArrayList<>();
        all.add(List.of());
        collect(Main.commandLine(), List.of(), all);
        return all.stream();
    }

    private static void collect(CommandLine line, List<String> above, List<List<String>> all) {
        line.getSubcommands().forEach((name, verb) -> {
            List<String> path = Stream.concat(above.stream(), Stream.of(name)).toList();
            all.add(path);
            collect(verb, path, all);
        });
    }

    @Test
    void the_help_of_the_program_names_every_verb() {
        String help = Run.casemate("--help").out();
        assertThat(Main.commandLine().getSubcommands().keySet())
                .contains("init", "assess", "explain", "questions", "attest", "audit", "knowledge", "report")
                .allSatisfy(verb -> assertThat(help).contains("  " + verb + " "));
    }

    @Test
    void without_arguments_it_helps_on_the_error_stream() {
        Run run = Run.casemate();
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Usage: casemate VERB");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            asses x                     | casemate: unknown verb 'asses'; did you mean 'assess'?
            frobnicate                  | casemate: unknown verb 'frobnicate'
            help                        | casemate: unknown verb 'help'; did you mean '--help'?
            assess                      | casemate assess: needs SYSTEM
            assess x --fromat json      | casemate assess: unknown option '--fromat'; did you mean '--format'?
            assess x --format jsn       | casemate assess: --format: unknown 'jsn'; did you mean 'json'?
            assess x --format yaml      | casemate assess: --format: unknown 'yaml'; known are text, json, html, md, sarif
            assess x --top many         | casemate assess: --top: 'many' is no whole number
            assess x --top -3           | --top: '-3' is below 0; write how many to print
            assess x y                  | casemate assess: does not know what to do with 'y'
            report x --kind boat        | --kind: unknown 'boat'; known are full, board, register, stride
            report x --kind strid       | --kind: unknown 'strid'; did you mean 'stride'?
            report x --framework y      | --framework: a report of kind full does not look at it; leave it out, or ask for --kind compliance
            knowledge                   | casemate knowledge: needs a verb: coverage, export, list, search, show, update
            knowledge shwo x            | casemate knowledge: unknown verb 'shwo'; did you mean 'show'?
            completion fish             | casemate completion: SHELL: unknown 'fish'; known are bash, zsh
            ledger merge x              | casemate ledger merge: needs --from FILE
            init x --template foo       | casemate init: --template: unknown 'foo'; known are image-classifier
            assess x --as-of yesterday  | x: does not exist
            """)
    void wrong_arguments_are_named_with_what_was_meant(String arguments, String message) {
        Run run = Run.casemate((Object[]) arguments.split(" "));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith(message);
    }

    @Test
    void a_moment_that_is_none_is_told_how_to_write_one() {
        Run run = Run.casemate("assess", Run.root().resolve("examples/fraud-detection"), "--as-of", "tomorrow");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .isEqualToIgnoringNewLines(
                        "--as-of: 'tomorrow' is no moment; write 2026-11-21 or 2026-11-21T12:00:00Z");
    }

    @Test
    void a_stack_trace_is_shown_on_request_only() {
        assertThat(Run.casemate("assess", "nowhere").err()).doesNotContain("\tat ");
        assertThat(Run.casemate("assess", "nowhere", "--debug").err()).contains("\tat io.casemate");
    }

    @Test
    void the_version_is_one_line() {
        assertThat(Run.casemate("--version").out()).matches("casemate \\d.*\\R");
    }

    @Test
    void completion_knows_the_verbs_and_zsh_loads_the_bash_way() {
        Run bash = Run.casemate("completion", "bash");
        Run zsh = Run.casemate("completion", "zsh");
        assertThat(bash.out()).contains("questions", "--report-dir");
        assertThat(zsh.out()).contains("bashcompinit").endsWith(bash.out());
    }
}
