package io.casemate.report.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.json.JsonObject;
import io.casemate.core.json.JsonReader;
import io.casemate.report.example.ExampleSystems;
import io.casemate.report.example.Golden;
import io.casemate.report.html.HtmlDocument;
import io.casemate.report.markdown.MarkdownDocument;
import io.casemate.report.view.View;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ViewsTest {
    private static final List<String> EXAMPLES = List.of("image-classifier", "fraud-detection", "genai-platform");

    static Stream<Arguments> all() {
        return EXAMPLES.stream().flatMap(e -> Arrays.stream(ViewKind.values()).map(kind -> Arguments.of(e, kind)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void reads_as_the_golden_file(String example, ViewKind kind) {
        View view = kind.of(ExampleSystems.input(example));
        Golden.check("%s-%s.md".formatted(example, kind.id()), MarkdownDocument.of(view.document()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void is_one_page_without_outside_resources_and_versioned_json(String example, ViewKind kind) {
        View view = kind.of(ExampleSystems.input(example));
        String page = HtmlDocument.of(view.document());
        assertThat(page)
                .startsWith("<!doctype html>")
                .contains("default-src 'none'", view.document().title())
                .doesNotContain("<link", "src=\"http", "@import", "url(");
        assertThat(HtmlDocument.of(kind.of(ExampleSystems.input(example)).document()))
                .isEqualTo(page);
        JsonObject json = (JsonObject) JsonReader.read("view", view.json().pretty());
        assertThat(json.fields().keySet()).startsWith("casemate", "view", "asOf", "system");
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_link_inside_a_page_leads_to_a_section(String example, ViewKind kind) {
        String page = HtmlDocument.of(kind.of(ExampleSystems.input(example)).document());
        Set<String> ids = matches("id=\"([^\"]+)\"", page);
        assertThat(ids).containsAll(matches("href=\"#([^\"]+)\"", page));
    }

    private static Set<String> matches(String pattern, String text) {
        Set<String> found = new HashSet<>();
        Pattern.compile(pattern).matcher(text).results().forEach(m -> found.add(m.group(1)));
        return found;
    }
}
