package io.casemate.scan.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.casemate.scan.json.JsonTokens.Token;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Trial;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTokensTest {
    /** Every token of a text with what it says: "NAME a", "TRUE". */
    private static List<String> tokens(String text) {
        var told = new ArrayList<String>();
        Trial.of(
                new FormatScanner() {
                    @Override
                    public String id() {
                        return "tokens";
                    }

                    @Override
                    public Recognition recognises(Content content) {
                        return Recognition.CERTAIN;
                    }

                    @Override
                    public void scan(Content content, Inspection inspection) {
                        var json = new JsonTokens(content, 0, content.size(), 1_000, inspection);
                        for (Token token = json.next(); token != Token.END; token = json.next()) {
                            boolean says = token == Token.NAME || token == Token.TEXT || token == Token.NUMBER;
                            told.add(says ? token + " " + json.text() : token.toString());
                        }
                    }
                },
                text.getBytes(StandardCharsets.UTF_8));
        return told;
    }

    @Test
    void tells_every_token_in_order() {
        assertThat(tokens("{\"a\" : [1, -2.5e3, true], \"b\":{}, \"c\":[ ], \"d\":null}"))
                .containsExactly(
                        "BEGIN_OBJECT",
                        "NAME a",
                        "BEGIN_ARRAY",
                        "NUMBER 1",
                        "NUMBER -2.5e3",
                        "TRUE",
                        "END_ARRAY",
                        "NAME b",
                        "BEGIN_OBJECT",
                        "END_OBJECT",
                        "NAME c",
                        "BEGIN_ARRAY",
                        "END_ARRAY",
                        "NAME d",
                        "NULL",
                        "END_OBJECT");
    }

    @Test
    void unescapes_texts_and_joins_surrogates() {
        assertThat(tokens("\"a\\n\\u00e9\\ud83d\\ude00 é\"")).containsExactly("TEXT a\né\ud83d\ude00 é");
    }

    @Test
    void reads_the_numbers_that_python_writes() {
        assertThat(tokens("[NaN, Infinity, -Infinity]"))
                .containsExactly("BEGIN_ARRAY", "NUMBER NaN", "NUMBER NaN", "NUMBER NaN", "END_ARRAY");
    }

    @Test
    void reads_texts_longer_than_its_window() {
        String text = "x".repeat(40_000);
        assertThat(tokens("[\"%s\", 7]".formatted(text))).contains("TEXT " + "x".repeat(1_000), "NUMBER 7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "{\"a\"}",
                "{a:1}",
                "[1 2]",
                "\"a",
                "\"\\x\"",
                "01",
                "tru",
                "[1}",
                "\"a\nb\"",
                "1e"
            })
    void refuses_what_is_no_json(String text) {
        assertThatExceptionOfType(BrokenJson.class).isThrownBy(() -> tokens(text));
    }

    @Test
    void refuses_a_thousand_and_one_levels() {
        assertThatExceptionOfType(BrokenJson.class).isThrownBy(() -> tokens("[".repeat(1_001)));
    }
}
