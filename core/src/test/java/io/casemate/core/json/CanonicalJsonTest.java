package io.casemate.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
    @Test
    void the_example_of_rfc_8785_section_3_2_2_is_written_as_there() {
        Json json = JsonReader.read("example", """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }""");

        assertThat(canonical(json)).isEqualTo("""
                {"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],\
                "string":"\u20ac$\\u000f\\nA'B\\"\\\\\\\\\\"/"}""");
    }

    @Test
    void names_are_sorted_as_rfc_8785_section_3_2_3_sorts_them() {
        Json json = JsonReader.read("example", """
                {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                 "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
                 "\\u00f6": "Latin Small Letter O With Diaeresis"}""");

        assertThat(canonical(json))
                .containsSubsequence("Carriage", "One", "Control", "Latin", "Euro", "Emoji", "Hebrew");
    }

    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void the_numbers_of_rfc_8785_appendix_b_are_written_as_there(String bits, String expected) {
        Json number = Json.number(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16)));

        assertThat(canonical(number)).isEqualTo(expected);
        assertThat(number.compact()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void what_json_cannot_say_is_refused(double value) {
        assertThatThrownBy(() -> Json.number(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_number_beyond_a_double_has_no_canonical_form() {
        Json number = JsonReader.read("example", "1e999");

        assertThatThrownBy(number::canonical).isInstanceOf(IllegalArgumentException.class);
        assertThat(number.compact()).isEqualTo("1E+999");
    }

    @Test
    void any_object_is_canonical_as_the_reference_implementation_has_it() throws IOException {
        long seed = 20260101L;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 2_000; round++) {
            Json json = Json.object().put("root", RandomJson.value(random, 4));
            assertThat(json.canonical())
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(new JsonCanonicalizer(json.compact()).getEncodedUTF8());
        }
    }

    @Test
    void canonical_bytes_do_not_depend_on_layout_or_order() {
        long seed = 20260102L;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 1_000; round++) {
            Json json = RandomJson.value(random, 4);
            Json again = JsonReader.read("canonical", canonical(json));
            assertThat(again.canonical()).as("seed %d round %d", seed, round).isEqualTo(json.canonical());
        }
    }

    private static String canonical(Json json) {
        return new String(json.canonical(), StandardCharsets.UTF_8);
    }
}
