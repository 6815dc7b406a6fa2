package io.casemate.core.yaml.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.yaml.Yaml;
import io.casemate.core.yaml.edit.SourceNode.Mapping;
import io.casemate.core.yaml.edit.SourceNode.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class YamlEditsTest {
    private static final String TEXT = """
            # head
            name: one  # why
            list:
              # first
              - {id: a, tags: [x, y]}  # in braces
              - id: b
                note: >-
                  two
                  lines

              # last
              - id: c
                facts:
                  yes-said: yes   # 😀
            empty: []
            nothing:
            end: "q"
            """;

    private static YamlSource read(String text) {
        return YamlSource.read("test.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Yaml text(String text) {
        return new Yaml.Scalar(text, true, 0);
    }

    private static Yaml map(String key, Yaml value) {
        return new Yaml.Mapping(Map.of(key, new Yaml.Entry(0, value)), 0);
    }

    private static Mapping top(YamlSource source) {
        return (Mapping) source.root();
    }

    private static Sequence list(YamlSource source) {
        return (Sequence) top(source).get("list").orElseThrow();
    }

    private static Mapping item(YamlSource source, int index) {
        return (Mapping) list(source).items().get(index);
    }

    @Test
    void without_changes_the_text_is_the_same() {
        assertThat(new YamlEdits(read(TEXT)).text()).isEqualTo(TEXT);
    }

    @Test
    void only_what_is_replaced_changes() {
        YamlSource source = read(TEXT);
        var edits = new YamlEdits(source);
        edits.replace(top(source).get("name").orElseThrow(), text("two: three"));
        edits.replace(top(source).get("nothing").orElseThrow(), text("now"));
        edits.replace(item(source, 1).get("note").orElseThrow(), text("short"));
        assertThat(edits.text())
                .isEqualTo(TEXT.replace("one  # why", "\"two: three\"  # why")
                        .replace("nothing:", "nothing: now")
                        .replace(">-\n      two\n      lines", "short"));
    }

    @Test
    void what_is_put_in_stands_in_the_style_around_it() {
        YamlSource source = read(TEXT);
        var edits = new YamlEdits(source);
        edits.put(item(source, 0), "n", "id", text("1"));
        edits.put(item(source, 2), "n", "", map("deep", text("no")));
        edits.insert((Sequence) item(source, 0).get("tags").orElseThrow(), 0, text("z"));
        edits.insert(list(source), 0, map("id", text("new")));
        edits.insert(list(source), -1, map("id", text("last")));
        edits.insert((Sequence) top(source).get("empty").orElseThrow(), -1, text("#1"));
        assertThat(edits.text())
                .isEqualTo(TEXT.replace(
                                "{id: a, tags: [x, y]}  # in braces",
                                "{id: a, n: 1, tags: [x, z, y]}  # in braces\n  - id: new")
                        .replace("# 😀", "# 😀\n    n:\n      deep: no\n  - id: last")
                        .replace("[]", "[\"#1\"]"));
    }

    @Test
    void what_is_taken_out_takes_its_lines_and_no_others() {
        YamlSource source = read(TEXT);
        var edits = new YamlEdits(source);
        edits.remove(list(source), 1);
        edits.remove(item(source, 0), "id");
        edits.remove(item(source, 2), "id");
        edits.remove(top(source), "end");
        assertThat(edits.text())
                .isEqualTo(TEXT.replace("{id: a, tags", "{tags")
                        .replace("  - id: b\n    note: >-\n      two\n      lines\n", "")
                        .replace("- id: c\n    facts", "- facts")
                        .replace("\nend: \"q\"", ""));
    }

    @Test
    void a_list_that_loses_all_it_has_is_written_empty_and_one_that_gets_more_is_not() {
        YamlSource source = read("a:\n  - x\n  - y\nb:\n- x\nc: [x]\nd:\n  e: f\n");
        var edits = new YamlEdits(source);
        Sequence a = (Sequence) top(source).get("a").orElseThrow();
        edits.remove(a, 0);
        edits.remove(a, 1);
        edits.insert(a, 1, text("z"));
        edits.remove((Sequence) top(source).get("b").orElseThrow(), 0);
        edits.remove((Sequence) top(source).get("c").orElseThrow(), 0);
        edits.remove((Mapping) top(source).get("d").orElseThrow(), "e");
        assertThat(edits.text()).isEqualTo("a:\n  - z\nb: []\nc: []\nd: {}\n");
    }

    @Test
    void what_is_taken_out_of_braces_takes_its_comma() {
        YamlSource source = read("a: {x: 1, y: 2, z: 3}  # three\nb: [p, q]\n");
        var edits = new YamlEdits(source);
        edits.remove((Mapping) top(source).get("a").orElseThrow(), "y");
        edits.remove((Mapping) top(source).get("a").orElseThrow(), "z");
        edits.remove((Sequence) top(source).get("b").orElseThrow(), 1);
        assertThat(edits.text()).isEqualTo("a: {x: 1}  # three\nb: [p]\n");
    }

    @Test
    void what_loses_all_it_has_below_a_comment_stays_out_of_the_comment() {
        YamlSource source = read("a:  # why\n  x: 1\nb: 2\n");
        var edits = new YamlEdits(source);
        edits.remove((Mapping) top(source).get("a").orElseThrow(), "x");
        assertThat(edits.text()).isEqualTo("a:  # why\n  {}\nb: 2\n");
    }

    @Test
    void an_item_behind_one_that_is_not_there_comes_last() {
        YamlSource source = read("a: [p, q]\n");
        var edits = new YamlEdits(source);
        edits.insert((Sequence) top(source).get("a").orElseThrow(), 7, text("r"));
        assertThat(edits.text()).isEqualTo("a: [p, q, r]\n");
    }

    @Test
    void what_was_changed_inside_something_that_is_taken_out_is_gone_with_it() {
        YamlSource source = read(TEXT);
        var edits = new YamlEdits(source);
        edits.replace(item(source, 1).get("note").orElseThrow(), text("short"));
        edits.remove(list(source), 1);
        assertThat(edits.text()).isEqualTo(TEXT.replace("  - id: b\n    note: >-\n      two\n      lines\n", ""));
    }

    @Test
    void blank_lines_behind_a_text_of_several_lines_are_not_its_own() {
        YamlSource source = read("a: |\n  x\n  \nb: 1\n");
        var edits = new YamlEdits(source);
        edits.replace(top(source).get("a").orElseThrow(), text("short"));
        assertThat(edits.text()).isEqualTo("a: short\n  \nb: 1\n");
    }

    /** The oracle edits the values; the text that was edited must read as these. */
    @Test
    void edited_text_reads_as_the_edited_values() {
        long seed = 20261121L;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 2_000; round++) {
            YamlSource source = read(random.nextBoolean() ? TEXT : TEXT.replace("\n  ", "\n     "));
            var edits = new YamlEdits(source);
            Mapping changed = item(source, random.nextInt(3));
            Map<String, Object> values = new LinkedHashMap<>();
            changed.entries().forEach(e -> values.put(e.key(), plain(e.value())));
            List<Object> items = new ArrayList<>(
                    list(source).items().stream().map(YamlEditsTest::plain).toList());
            int place = list(source).items().indexOf(changed);
            for (var entry : changed.entries()) {
                if (random.nextInt(3) == 0) {
                    edits.remove(changed, entry.key());
                    values.remove(entry.key());
                }
            }
            if (random.nextBoolean()) {
                edits.put(changed, "fresh", random.nextBoolean() ? "id" : "", text("v: #" + round));
                values.put("fresh", "v: #" + round);
            }
            items.set(place, values);
            if (random.nextBoolean()) {
                edits.insert(list(source), -1, map("id", map("x", text("@" + round))));
                items.add(Map.of("id", Map.of("x", "@" + round)));
            }
            int gone = random.nextInt(4);
            if (gone < 3) {
                edits.remove(list(source), gone);
                items.remove(gone);
            }
            String text = edits.text();
            assertThat(plain(list(read(text))))
                    .as("seed %d round %d%n%s", seed, round, text)
                    .isEqualTo(items);
            assertThat(text).contains("# head", "# why", "end: \"q\"");
        }
    }

    private static Object plain(SourceNode node) {
        return switch (node) {
            case SourceNode.Scalar s -> s.text();
            case Sequence s -> s.items().stream().map(YamlEditsTest::plain).toList();
            case Mapping m -> {
                Map<String, Object> values = new LinkedHashMap<>();
                m.entries().forEach(e -> values.put(e.key(), plain(e.value())));
                yield values;
            }
        };
    }
}
