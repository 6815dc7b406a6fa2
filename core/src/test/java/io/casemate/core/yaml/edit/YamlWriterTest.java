package io.casemate.core.yaml.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.yaml.Yaml;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWriterTest {
    private static SourceNode read(String text) {
        return YamlSource.read("t", text.getBytes(StandardCharsets.UTF_8)).root();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "two words",
                "a: b",
                "a #b",
                "#",
                "- x",
                "",
                "~",
                "null",
                "yes",
                "7",
                "-7",
                "[x]",
                "{x}",
                "x, y",
                "\"q\"",
                "'q'",
                "a\\b",
                "a\nb",
                " a",
                "a ",
                "*x",
                "&x",
                "!x",
                "|",
                ">",
                "%x",
                "@x",
                "`x",
                "ä",
                "😀",
                "a:b",
                "?",
                "? x",
                "-",
                "--- x",
                "...",
                "\t",
                "\u0085",
                "\u00a0",
                "x:",
                "EUR 7.5",
                "100 %",
                "key: [a, {b: c}]"
            })
    void every_text_reads_back_in_a_list_in_a_mapping_and_on_a_line(String text) {
        var scalar = new Yaml.Scalar(text, false, 0);
        var list = new Yaml.Sequence(List.of(scalar, scalar), 0);
        for (String written : List.of(YamlWriter.flow(list), YamlWriter.block(list, 0))) {
            assertThat(read("k: " + written.replace("\n", "\n   ")).scalars())
                    .as(written)
                    .extracting(SourceNode.Scalar::text)
                    .containsExactly(text, text);
        }
        String single = "k: " + YamlWriter.flow(scalar);
        assertThat(read(single).scalars())
                .as(single)
                .extracting(SourceNode.Scalar::text)
                .containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource({"Null, '\"Null\"'", "NULL, '\"NULL\"'", "nullable, nullable"})
    void what_a_reader_of_yaml_takes_for_nothing_is_quoted(String text, String written) {
        assertThat(YamlWriter.flow(new Yaml.Scalar(text, false, 0))).isEqualTo(written);
    }

    @Test
    void ends_of_lines_that_nobody_sees_are_written_so_that_one_does() {
        assertThat(YamlWriter.flow(new Yaml.Scalar("#a\u0085b\u00a0\r", false, 0)))
                .isEqualTo("\"#a\\Nb\\_\\r\"");
    }

    @Test
    void a_block_has_a_line_for_each_entry() {
        SourceNode node = read("{id: a, facts: {x: yes, y: no}, of: [{id: b}, {id: c, n: {}}], tags: [x, y]}");
        assertThat(YamlWriter.block(node.value(), 2)).isEqualTo("""
                        id: a
                          facts:
                            x: yes
                            y: no
                          of:
                            - id: b
                            - id: c
                              n: {}
                          tags: [x, y]""");
    }
}
