package io.casemate.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void an_object_is_written_by_hand_and_reads_well() {
        Json json = Json.object()
                .put("casemate", 1)
                .put("score", 0.1)
                .put("shown", true)
                .put("path", Json.texts(List.of("web", "model")))
                .put("questions", Json.array(List.of(1, 2), n -> Json.object().put("value", n * 1_000_000.0)))
                .put("gaps", Json.array())
                .put("coverage", Json.object())
                .put("verdict", Json.nothing());

        assertThat(json.pretty()).isEqualTo("""
                {
                  "casemate": 1,
                  "score": 0.1,
                  "shown": true,
                  "path": [
                    "web",
                    "model"
                  ],
                  "questions": [
                    {
                      "value": 1000000
                    },
                    {
                      "value": 2000000
                    }
                  ],
                  "gaps": [],
                  "coverage": {},
                  "verdict": null
                }
                """);
    }

    @Test
    void fields_keep_the_order_in_which_they_were_put() {
        assertThat(Json.object().put("b", 1).put("a", 2).put("b", 3).compact()).isEqualTo("{\"b\":3,\"a\":2}");
    }

    @Test
    void putting_changes_no_object_that_others_hold() {
        JsonObject before = Json.object().put("a", 1);
        JsonObject after = before.put("b", 2).without("a");

        assertThat(before.compact()).isEqualTo("{\"a\":1}");
        assertThat(after.compact()).isEqualTo("{\"b\":2}");
    }

    @Test
    void wrong_and_absent_fields_are_all_reported_at_once() {
        List<Problem> problems = new ArrayList<>();
        JsonObject object = Json.object()
                .put("text", 1)
                .put("number", "x")
                .put("whole", 1.5)
                .put("moment", "noon")
                .put("odd", 1);
        var fields = new JsonFields(object, "file:1", problems::add);

        fields.allowOnly("text", "number", "whole", "moment", "flag");
        assertThat(fields.text("text")).isEmpty();
        assertThat(fields.number("number")).isZero();
        assertThat(fields.whole("whole", 3, 9)).isEqualTo(3);
        assertThat(fields.instant("moment")).isEqualTo(Instant.EPOCH);
        assertThat(fields.bool("flag")).isFalse();
        assertThat(problems)
                .extracting(Problem::where)
                .containsExactly(
                        "file:1.odd", "file:1.text", "file:1.number", "file:1.whole", "file:1.moment", "file:1.flag");
    }

    @Test
    void fields_of_the_right_type_are_read_without_a_word() {
        List<Problem> problems = new ArrayList<>();
        JsonObject object = Json.object()
                .put("text", "a")
                .put("number", -2.5)
                .put("whole", 7)
                .put("moment", "2026-01-31T12:00:00Z")
                .put("inner", Json.object().put("flag", true))
                .put("items", Json.array(Json.nothing()));
        var fields = new JsonFields(object, "file:1", problems::add);

        assertThat(fields.text("text")).isEqualTo("a");
        assertThat(fields.textOr("absent", "b")).isEqualTo("b");
        assertThat(fields.number("number")).isEqualTo(-2.5);
        assertThat(fields.whole("whole", 0, 9)).isEqualTo(7);
        assertThat(fields.instant("moment")).isEqualTo("2026-01-31T12:00:00Z");
        assertThat(fields.object("inner").bool("flag")).isTrue();
        assertThat(fields.items("items")).containsExactly(Json.nothing());
        assertThat(problems).isEmpty();
    }

    @Test
    void a_number_beyond_a_double_is_no_number_for_arithmetic() {
        List<Problem> problems = new ArrayList<>();
        JsonObject object = (JsonObject) JsonReader.read("x", "{\"big\": 1e999, \"small\": 1e-999}");
        var fields = new JsonFields(object, "x", problems::add);

        assertThat(fields.whole("big", 0, 9)).isZero();
        assertThat(fields.whole("small", 0, 9)).isZero();
        assertThat(fields.number("big")).isZero();
        assertThat(problems).hasSize(3);
    }
}
