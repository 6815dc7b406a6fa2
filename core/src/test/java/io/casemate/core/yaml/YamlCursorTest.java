package io.casemate.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class YamlCursorTest {
    private final YamlProblems problems = YamlProblems.of("f.yaml");

    private YamlCursor top(String text) {
        return YamlReader.read(text.getBytes(StandardCharsets.UTF_8), YamlLimits.DEFAULT, problems)
                .orElseThrow();
    }

    private List<String> found() {
        return problems.all().stream().map(Problem::toString).toList();
    }

    @Test
    void a_place_has_a_line_and_a_path() {
        YamlCursor place = top("a:\n  - b: 1\n  - b:\n      c: 2\n")
                .at("a")
                .items()
                .get(1)
                .at("b")
                .at("c");
        assertThat(place.line()).isEqualTo(4);
        assertThat(place.path()).isEqualTo("a[1].b.c");
    }

    @Test
    void a_missing_value_is_reported_where_it_should_be() {
        top("x: 1\na:\n  b: 1\n").at("a").at("c").required("write one");
        assertThat(found()).containsExactly("f.yaml:3 a.c: is missing; write one");
    }

    @Test
    void of_what_is_no_mapping_nothing_more_is_said() {
        YamlCursor a = top("a: text").at("a");
        a.at("b").required("write one");
        a.at("c").at("d").required("write one");
        a.noOtherKeys();
        assertThat(found()).containsExactly("f.yaml:1 a: is a text where a mapping is needed; write a mapping");
    }

    @Test
    void keys_that_nobody_asked_for_are_reported_at_their_line() {
        YamlCursor top = top("name: x\n\nnmae: y\nzzz: 1\n");
        top.at("name");
        top.noOtherKeys();
        assertThat(found())
                .containsExactly(
                        "f.yaml:3: unknown key 'nmae'; did you mean 'name'?",
                        "f.yaml:4: unknown key 'zzz'; known are name");
    }

    @Test
    void numbers_are_read_within_bounds() {
        YamlCursor top = top("a: 3\nb: 1.5e3\nc: -2\nd: 1e999\ne: 0x10\nf: 99999999999\n");
        assertThat(top.at("a").whole(0, 3)).hasValue(3);
        assertThat(top.at("b").number()).hasValue(1500);
        assertThat(top.at("c").whole(0, 3)).isEmpty();
        assertThat(top.at("d").number()).isEmpty();
        assertThat(top.at("e").number()).isEmpty();
        assertThat(top.at("f").whole(0, 3)).isEmpty();
        assertThat(top.at("absent").number()).isEmpty();
        assertThat(found())
                .hasSize(4)
                .first()
                .isEqualTo("f.yaml:3 c: '-2' is not a whole number from 0 to 3; write one");
    }

    @Test
    void truth_has_three_values() {
        YamlCursor top = top("[yes, true, no, false, unknown]");
        assertThat(top.items().stream()
                        .map(YamlCursor::truth)
                        .map(t -> t.map(Object::toString).orElse("-")))
                .containsExactly("true", "true", "false", "false", "-");
        assertThat(found()).isEmpty();
    }

    @Test
    void an_unknown_constant_is_named_by_its_key() {
        YamlCursor top = top("size: lrage\nsizes: [tiny]\n");
        String[] sizes = {"small", "large"};
        assertThat(top.at("size").oneOf(sizes, Function.identity())).isEmpty();
        top.at("sizes").items().getFirst().oneOf(sizes, Function.identity());
        assertThat(found())
                .containsExactly(
                        "f.yaml:1 size: unknown size 'lrage'; did you mean 'large'?",
                        "f.yaml:2 sizes[0]: unknown sizes 'tiny'; known are small, large");
    }

    @Test
    void problems_are_thrown_together() {
        YamlCursor top = top("a: [1]\nb: x\n");
        top.at("b").items();
        top.at("a").text();
        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("f.yaml:1 a: is a list where a text is needed; write a text" + System.lineSeparator()
                        + "f.yaml:2 b: is a text where a list is needed; write a list");
    }
}
