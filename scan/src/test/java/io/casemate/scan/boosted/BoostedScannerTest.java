package io.casemate.scan.boosted;

import static io.casemate.scan.trial.Bytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Bytes;
import io.casemate.scan.trial.Endurance;
import io.casemate.scan.trial.Trial;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BoostedScannerTest {
    private static Trial trial(byte... bytes) {
        return Trial.of(new BoostedScanner(), bytes);
    }

    private static byte[] json(String children, String attribute) {
        return "{\"version\":[1,7,4],\"learner\":{\"attributes\":{\"note\":\"%s\"},\"gradient_booster\":{\"model\":{\"trees\":[{\"left_children\":%s}]}}}}"
                .formatted(attribute, children)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Bytes name(Bytes out, String name) {
        return out.text("L").big(name.length(), 8).text(name);
    }

    private static byte[] ubjson(int child) {
        Bytes out = bytes().text("{");
        name(out, "learner").text("{");
        name(out, "names").text("[#L").big(1, 8).text("S");
        name(out, "f0");
        name(out, "left_children")
                .text("[$l#L")
                .big(3, 8)
                .big(child, 4)
                .big(-1, 4)
                .big(-1, 4);
        name(out, "flag").text("T");
        name(out, "x").text("d").big(7, 4).text("}");
        return name(out, "version").text("[i").u8(1).text("U").u8(7).text("]}").toBytes();
    }

    static byte[] binary(int child) {
        Bytes out = bytes().text("binf").zeros(12).u32(1).u32(1).zeros(136 - 20);
        out.u64(3).text("reg").u64(6).text("gbtree").u32(1).zeros(156);
        out.u32(1).u32(1).zeros(140).u32(-1).u32(child).u32(-1).zeros(8).zeros(16);
        return out.u32(0)
                .u64(1)
                .u64(1)
                .text("k")
                .u64(1)
                .text("v")
                .u64(1)
                .u64(4)
                .text("rmse")
                .toBytes();
    }

    private static byte[] lightgbm(String children) {
        return "tree\nversion=v4\nnum_class=1\n\nTree=0\nnum_leaves=3\nsplit_feature=0 1\nleft_child=%s\nleaf_value=1 2 3\n\nend of trees\n"
                .formatted(children)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Bytes catboost(String names) {
        return bytes().text("CBM1").u32(12 + names.length()).u32(8).zeros(8).text(names);
    }

    private static Map<String, byte[]> honest() {
        var honest = new LinkedHashMap<String, byte[]>();
        honest.put("json", json("[1,-1,-1]", "hello"));
        honest.put("ubjson", ubjson(1));
        honest.put("binary", binary(0));
        honest.put("lightgbm", lightgbm("1 -1"));
        honest.put("catboost", catboost("feature").toBytes());
        return honest;
    }

    static Stream<String> formats() {
        return honest().keySet().stream();
    }

    private static byte[] sample(String format) {
        return honest().getOrDefault(format, new byte[0]);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void an_honest_model_is_silent_and_wholly_read(String format) {
        byte[] file = sample(format);
        assertThat(new BoostedScanner().recognises(Content.of("x", file))).isNotEqualTo(Recognition.NO);
        Trial trial = trial(file);
        assertThat(trial.accepted).isTrue();
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.coveredAll(file.length)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void survives_prefixes_and_mutations(String format) {
        Endurance.survivesEveryPrefix(new BoostedScanner(), sample(format));
        Endurance.survivesMutations(new BoostedScanner(), sample(format));
    }

    @Test
    void a_tree_that_points_outside_itself_is_told_in_every_format() {
        assertThat(trial(json("[3,-1,-1]", "")).rules()).containsExactly("boosted/out-of-bounds");
        assertThat(trial(json("[-7,-1,-1]", "")).rules()).containsExactly("boosted/out-of-bounds");
        assertThat(trial(ubjson(3)).rules()).containsExactly("boosted/out-of-bounds");
        assertThat(trial(binary(1)).rules()).containsExactly("boosted/out-of-bounds");
        assertThat(trial(lightgbm("2 -1")).rules()).containsExactly("boosted/out-of-bounds");
        assertThat(trial(lightgbm("1 -4")).rules()).containsExactly("boosted/out-of-bounds");
        assertThat(trial(lightgbm("1")).rules()).containsExactly("boosted/out-of-bounds");
        assertThat(trial(bytes().text("CBM1").u32(-1).zeros(20).toBytes()).rules())
                .containsExactly("boosted/out-of-bounds");
    }

    @Test
    void code_in_a_text_is_told() {
        assertThat(trial(json("[-1]", "__import__('os').system('id')")).rules()).containsExactly("boosted/code");
        assertThat(trial(catboost("__import__('os').system('id')").toBytes()).rules())
                .containsExactly("boosted/code");
    }

    @Test
    void bytes_behind_the_trees_are_not_read() {
        byte[] file = catboost("x").text("hidden").toBytes();
        assertThat(trial(file).coveredAll(file.length)).isFalse();
        byte[] parts = catboost("static_ctr_provider_v1").text("counters").toBytes();
        assertThat(trial(parts).coveredAll(parts.length)).isTrue();
    }

    @Test
    void json_with_another_learner_is_rejected() {
        byte[] file = "{\"learner\": {\"name\": \"Ann\"}}".getBytes(StandardCharsets.UTF_8);
        assertThat(trial(file).rejected).isTrue();
    }

    @Test
    void columns_that_are_named_like_code_are_no_code() {
        String model = "{\"learner\":{\"feature_names\":[\"eval(x)\"],\"gradient_booster\":{}}}";
        Trial trial = trial(model.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(trial.accepted).isTrue();
        assertThat(trial.rules()).isEmpty();
    }
}
