package io.casemate.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    @Test
    void what_was_written_reads_back_as_the_same_value() {
        long seed = 20260103L;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 2_000; round++) {
            Json json = RandomJson.value(random, 4);
            assertThat(JsonReader.read("pretty", json.pretty()))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(json);
            assertThat(JsonReader.read("compact", json.compact()))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(json);
        }
    }

    @Test
    void a_number_is_kept_exactly() {
        assertThat(JsonReader.read("x", "12345678901234567890.1"))
                .isEqualTo(new Json.Decimal(new BigDecimal("12345678901234567890.1")));
        assertThat(JsonReader.read("x", "12345678901234567890.1").compact()).isEqualTo("12345678901234567890.1");
    }

    @Test
    void a_name_given_twice_is_refused_with_its_place() {
        Problem problem = problem("{\"a\": 1,\n \"b\": {\"c\": 1, \"c\": 2}}");

        assertThat(problem.where()).isEqualTo("x.json:2:16");
        assertThat(problem.what()).contains("'c' twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1",
                "[1,]",
                "{\"a\":}",
                "{a:1}",
                "'a'",
                "nul",
                "01",
                "+1",
                "NaN",
                "[1] [2]",
                "\"\t\"",
                "// x\n1",
                "{\"a\":1,}",
                "\"\\x\"",
                "]",
                "{\"a\" 1}",
                "1e",
                "[1}"
            })
    void what_is_not_json_is_a_problem(String text) {
        assertThat(problem(text).where()).startsWith("x.json");
    }

    @Test
    void a_syntax_error_names_line_and_column() {
        assertThat(problem("{\n  \"a\": 1,\n  \"b\": oops\n}").where()).startsWith("x.json:3:");
    }

    @Test
    void bytes_that_are_not_utf_8_are_a_problem() {
        byte[] cut = {'"', (byte) 0xc3, '(', '"'};
        byte[] overlong = {'"', (byte) 0xc0, (byte) 0xaf, '"'};

        for (byte[] bytes : List.of(cut, overlong)) {
            assertThatThrownBy(() -> JsonReader.read("x.json", bytes, JsonLimits.DEFAULT))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("not UTF-8 at byte 1");
        }
    }

    @Test
    void a_byte_order_mark_is_passed_over() {
        assertThat(JsonReader.read("x", "\ufeff[1]")).isEqualTo(Json.array(Json.number(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "1e99999999999", "1e-99999999999", "10e2147483647"})
    void a_number_of_absurd_size_is_a_problem(String text) {
        assertThat(problem(text).what()).contains("places");
    }

    @Test
    void depth_is_limited() {
        assertThat(problem("[".repeat(100_000)).what()).containsIgnoringCase("depth");
        assertThat(JsonReader.read("x", "[".repeat(200) + "]".repeat(200))).isInstanceOf(JsonArray.class);
    }

    @Test
    void size_and_number_of_tokens_are_limited() {
        var limits = new JsonLimits(100, 10, 20);

        assertThatThrownBy(() -> JsonReader.read("x", bytes("\"" + "a".repeat(100) + "\""), limits))
                .hasMessageContaining("larger than 100 bytes");
        assertThatThrownBy(() -> JsonReader.read("x", bytes("[" + "1,".repeat(30) + "1]"), limits))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void half_a_surrogate_pair_becomes_a_replacement_character() {
        assertThat(JsonReader.read("x", "[\"a\\ud83d\", \"\\ud83d\\ude00\"]"))
                .isEqualTo(Json.array(Json.text("a\ufffd"), Json.text("\ud83d\ude00")));
    }

    @Test
    void random_bytes_are_a_value_or_a_problem_and_nothing_else() {
        long seed = 20260104L;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = bytes(RandomJson.value(random, 3).pretty());
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(JsonReader.read("x", bytes, JsonLimits.DEFAULT)).isNotNull();
            } catch (InvalidInputException e) {
                assertThat(e.problems()).as("seed %d round %d", seed, round).hasSize(1);
            }
        }
    }

    @Test
    void a_file_that_is_not_there_is_named(@TempDir Path folder) {
        assertThatThrownBy(() -> JsonReader.read(folder.resolve("absent.json")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("absent.json");
    }

    private static Problem problem(String text) {
        var thrown = catchThrowableOfType(
                InvalidInputException.class, () -> JsonReader.read("x.json", bytes(text), JsonLimits.DEFAULT));
        assertThat(thrown)
                .as("reading %s", text.substring(0, Math.min(20, text.length())))
                .isNotNull();
        return thrown.problems().getFirst();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
