package io.casemate.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
    private final YamlProblems problems = YamlProblems.of("f.yaml");

    private Optional<YamlCursor> read(byte[] bytes) {
        return YamlReader.read(bytes, YamlLimits.DEFAULT, problems);
    }

    private List<String> problems(String text) {
        read(text.getBytes(StandardCharsets.UTF_8));
        return found();
    }

    private List<String> found() {
        return problems.all().stream().map(Problem::toString).toList();
    }

    private YamlCursor valid(String text) {
        YamlCursor top = read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        assertThat(found()).isEmpty();
        return top;
    }

    @Test
    void yes_and_no_stay_text() {
        YamlCursor top = valid("a: yes\nb: [no, 'on', 0x1F, 2026-01-01]\n");
        assertThat(top.at("a").text()).hasValue("yes");
        assertThat(top.at("b").texts()).containsExactly("no", "on", "0x1F", "2026-01-01");
    }

    @Test
    void keys_keep_the_order_of_the_file() {
        assertThat(valid("b: 1\na: 2\nc: 3").entries().keySet()).containsExactly("b", "a", "c");
    }

    @Test
    void blocks_and_quotes_and_comments_are_read() {
        YamlCursor top = valid("# first\na: |\n  one\n  two\nb: >-\n  three\n  four\nc: \"x\\u00e9\" # last\n");
        assertThat(top.at("a").text()).hasValue("one\ntwo\n");
        assertThat(top.at("b").text()).hasValue("three four");
        assertThat(top.at("c").text()).hasValue("x\u00e9");
    }

    @Test
    void an_empty_value_is_absent_but_an_empty_text_is_not() {
        YamlCursor top = valid("a:\nb: ~\nc: null\nd: ''\n");
        assertThat(top.at("a").present()).isFalse();
        assertThat(top.at("b").present()).isFalse();
        assertThat(top.at("c").present()).isFalse();
        assertThat(top.at("d").text()).hasValue("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# nothing\n", "---\n...\n"})
    void a_file_with_nothing_in_it_does_not_pass(String text) {
        Optional<YamlCursor> top = read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(top.map(YamlCursor::present).orElse(false)).isFalse();
    }

    @Test
    void an_empty_file_is_a_problem() {
        assertThat(problems("")).containsExactly("f.yaml: is empty; write a mapping of keys and values");
    }

    @Test
    void a_key_written_twice_is_a_problem_and_the_rest_is_read() {
        assertThat(problems("a:\n  b: 1\n  c: 2\n  b: 3\n"))
                .containsExactly("f.yaml:4 a: has the key 'b' twice, first in line 2; remove one of the two");
    }

    @Test
    void anchors_aliases_and_merge_keys_are_problems() {
        assertThat(problems("a: &x {b: 1}\nc: *x\nd:\n  <<: *x\n"))
                .containsExactly(
                        "f.yaml:1 a: has the anchor '&x'; remove it",
                        "f.yaml:2 c: has the alias '*x'; write the value out",
                        "f.yaml:4 d: has the merge key '<<'; write the keys out",
                        "f.yaml:4 d.<<: has the alias '*x'; write the value out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: !!python/object:os.system x | tag:yaml.org,2002:python/object:os.system",
                "a: !local [1] | !local",
                "a: !!str x | tag:yaml.org,2002:str"
            })
    void tags_are_problems(String text, String tag) {
        assertThat(problems(text)).containsExactly("f.yaml:1 a: has the tag '%s'; remove it".formatted(tag));
    }

    @Test
    void a_second_document_is_a_problem() {
        assertThat(problems("a: 1\n---\nb: 2\n"))
                .containsExactly("f.yaml:2: starts a second document; keep one document a file");
    }

    @Test
    void a_list_or_mapping_as_a_key_is_a_problem() {
        assertThat(problems("? [a, b]\n: 1\n"))
                .containsExactly("f.yaml:1: has a list or mapping as a key; use a text as key");
    }

    @Test
    void broken_grammar_is_a_problem_with_its_line() {
        assertThat(problems("a: 1\nb: [1, 2\nc: 3\n"))
                .containsExactly("f.yaml:3: is not YAML: expected ',' or ']', but got :; correct it there");
        assertThat(problems.all().getFirst().where()).isEqualTo("f.yaml:3");
    }

    @Test
    void a_tab_as_indentation_is_a_problem_with_its_line() {
        assertThat(problems("a:\n\tb: 1\n")).containsExactly("f.yaml:2: is indented with a tab; indent with spaces");
    }

    @Test
    void a_tab_inside_a_text_is_none() {
        assertThat(valid("a: |\n  x\ty\n  \tz\n").at("a").text()).hasValue("x\ty\n\tz\n");
    }

    @Test
    void bytes_that_are_not_utf_8_are_a_problem_with_their_line() {
        read(new byte[] {'a', ':', '\n', ' ', (byte) 0xFC, '\n'});
        assertThat(found()).containsExactly("f.yaml:2: has the byte 0xFC, which is not UTF-8; save it as UTF-8");
    }

    @Test
    void a_character_cut_off_at_the_end_is_a_problem() {
        read(new byte[] {'a', ':', ' ', (byte) 0xC3});
        assertThat(found()).containsExactly("f.yaml:1: has the byte 0xC3, which is not UTF-8; save it as UTF-8");
    }

    @Test
    void byte_order_marks_are_problems() {
        assertThat(problems("\uFEFFa: 1"))
                .containsExactly("f.yaml:1: starts with a byte order mark; save it as UTF-8 without one");
        YamlProblems other = YamlProblems.of("g.yaml");
        YamlReader.read("a: 1".getBytes(StandardCharsets.UTF_16), YamlLimits.DEFAULT, other);
        assertThat(other.all()).extracting(Problem::toString).containsExactly("g.yaml:1: is UTF-16; save it as UTF-8");
    }

    @Test
    void control_characters_are_problems_with_their_line() {
        assertThat(problems("a: 1\nb: \u0000"))
                .containsExactly("f.yaml:2: has the character U+0000; remove it: the file is to be text");
    }

    @Test
    void a_large_file_is_refused() {
        read(new byte[(16 << 20) + 1]);
        assertThat(found()).containsExactly("f.yaml: is larger than 16 MiB; split or shorten it");
    }

    @Test
    void a_line_of_more_than_a_million_characters_is_refused() {
        assertThat(problems("a: 1\n# " + "x".repeat(1_000_000)))
                .containsExactly("f.yaml:2: is longer than 1000000 characters in one line; break the line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "[\n", "a: [{"})
    void a_hundred_thousand_levels_are_refused_without_recursion(String level) {
        problems(level.repeat(100_000));
        assertThat(found()).isNotEmpty();
        assertThat(found().getFirst()).contains("f.yaml:");
    }

    @Test
    void sixty_four_levels_are_read_and_sixty_five_are_not() {
        valid("[".repeat(64) + "]".repeat(64));
        assertThat(problems("[".repeat(65) + "]".repeat(65)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("f.yaml:1 [0][0]")
                .endsWith(": nests deeper than 64 levels; make it flatter");
    }

    @Test
    void too_many_values_are_refused() {
        YamlReader.read("[a, b, c, d]".getBytes(StandardCharsets.UTF_8), new YamlLimits(100, 9, 4), problems);
        assertThat(found()).containsExactly("f.yaml:1: has more than 4 values; split or shorten the file");
    }

    @Test
    void a_bomb_of_aliases_is_refused_where_it_is_written() {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(problems(bomb.toString()))
                .hasSize(30 + 58)
                .contains("f.yaml:30 a29[1]: has the alias '*a28'; write the value out");
    }

    @Test
    void a_bomb_of_empty_lists_is_refused_in_bounded_memory() {
        assertThat(problems("a: [\n" + "[],\n".repeat(4_000_000) + "]"))
                .containsExactly("f.yaml:500001 a[499999]: has more than 500000 values; split or shorten the file");
    }

    @Test
    void a_message_shows_a_long_or_unprintable_word_short_and_printable() {
        assertThat(problems("\"\\x1b[31m" + "x".repeat(500) + "\": {a: 1, a: 2}"))
                .containsExactly("f.yaml:1 ?[31m%s...: has the key 'a' twice, first in line 1; remove one of the two"
                        .formatted("x".repeat(55)));
    }

    @Test
    void a_folder_is_no_file(@TempDir Path folder) {
        YamlReader.read(folder, YamlLimits.DEFAULT, problems);
        assertThat(found()).containsExactly("f.yaml: is not a file; name a YAML file");
    }

    @Test
    void a_file_is_read(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("f.yaml"), "a: 1");
        assertThat(YamlReader.read(file, YamlLimits.DEFAULT, problems)
                        .orElseThrow()
                        .at("a")
                        .text())
                .hasValue("1");
    }
}
