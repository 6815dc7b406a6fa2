package io.casemate.scan.huggingface;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.call.Judges;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Limits;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Trial;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigScannerTest {
    private static final ConfigScanner SCANNER = new ConfigScanner();

    /** Beside the configuration lies modeling_x.py. */
    private static Content content(String json) {
        Content code = Content.of("modeling_x.py", "import os\n".getBytes(StandardCharsets.UTF_8));
        return new Content(
                "config.json",
                MemorySegment.ofArray(json.getBytes(StandardCharsets.UTF_8)),
                name -> name.equals("modeling_x.py") ? Optional.of(code) : Optional.empty());
    }

    private static Trial read(String json) {
        return Trial.of(SCANNER, content(json), Limits.DEFAULT, Judges.builtIn());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"architectures\": [\"LlamaForCausalLM\"], \"model_type\": \"llama\", \"rope_scaling\": null, \"vocab_size\": 32000}",
                "{\"tokenizer_class\": \"LlamaTokenizer\", \"chat_template\": \"{% for m in messages %}{{ m['content'] }}{% endfor %}\"}",
                "{\"chat_template\": [{\"name\": \"default\", \"template\": \"{{ messages|tojson }}\"}], \"tokenizer_class\": \"X\"}",
                "{\"_class_name\": \"StableDiffusionPipeline\", \"unet\": [\"diffusers\", \"UNet2DConditionModel\"], \"feature_extractor\": [null, null]}",
                "[{\"idx\": 0, \"name\": \"0\", \"path\": \"\", \"type\": \"sentence_transformers.models.Transformer\"}]",
                "{\"peft_type\": \"LORA\", \"auto_mapping\": null, \"r\": 8, \"model_type\": \"x\", \"trust_remote_code\": false}"
            })
    void a_plain_configuration_is_read_and_silent(String json) {
        Trial trial = read(json);

        assertThat(SCANNER.recognises(content(json))).isEqualTo(Recognition.CERTAIN);
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.coveredAll(json.length())).isTrue();
    }

    @Test
    void code_beside_the_configuration_is_followed() {
        Trial trial = read(
                "{\"auto_map\": {\"AutoModel\": \"modeling_x.XModel\", \"AutoTokenizer\": [\"modeling_x.XTok\", null]}}");

        assertThat(trial.rules()).containsExactly("huggingface/remote-code");
        assertThat(trial.nested).extracting(Content::name).containsOnly("modeling_x.py");
        assertThat(trial.gaps).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"auto_map\": {\"AutoModel\": \"modeling_y.YModel\"}}",
                "{\"auto_map\": {\"AutoModel\": \"someone/else--modeling_x.XModel\"}}",
                "{\"auto\\u005fmap\": {\"AutoModel\": \"modeling_y.YModel\"}}",
                "{\"custom_pipelines\": {\"a\": {\"impl\": \"pipe.Pipe\", \"pt\": [\"AutoModel\"]}}}",
                "{\"_class_name\": [\"pipeline_y\", \"YPipeline\"], \"unet\": [\"diffusers\", \"U\"]}",
                "{\"_class_name\": \"P\", \"unet\": [\"my_unet\", \"U\"]}",
                "[{\"idx\": 0, \"path\": \"\", \"type\": \"custom_st.Transformer\"}]"
            })
    void code_that_is_not_here_is_a_gap(String json) {
        assertThat(SCANNER.recognises(content(json))).as(json).isEqualTo(Recognition.CERTAIN);
        assertThat(read(json).rules()).as(json).containsExactly("huggingface/remote-code");
        assertThat(read(json).gaps).as(json).hasSize(1);
    }

    @Test
    void trust_in_remote_code_is_told() {
        assertThat(read("{\"trust_remote_code\": true}").rules()).containsExactly("huggingface/remote-code");
    }

    @Test
    void templates_are_checked() {
        assertThat(read("{\"chat_template\": {\"a\": \"{{ ''.__class__ }}\"}}").rules())
                .containsExactly("template/injection");
        assertThat(read("{\"chat_template\": [{\"name\": \"a\", \"template\": \"{{ x|attr('__class__') }}\"}]}")
                        .rules())
                .containsExactly("template/injection");
    }

    @Test
    void what_hydra_calls_is_judged() {
        assertThat(read("{\"model\": {\"_target_\": \"os.system\", \"command\": \"id\"}}")
                        .rules())
                .containsExactly("code/dangerous-call");
        assertThat(read("{\"_target_\": \"nobody.knows.Me\"}").rules()).containsExactly("huggingface/custom-class");
    }

    @Test
    void a_base_class_of_unknown_origin_is_told() {
        String json =
                "{\"peft_type\": \"LORA\", \"auto_mapping\": {\"base_model_class\": \"X\", \"parent_library\": \"evil.lib\"}}";

        assertThat(read(json).rules()).containsExactly("huggingface/custom-class");
    }

    @Test
    void other_json_and_text_are_left_to_others() {
        assertThat(SCANNER.recognises(content("{\"a\": 1}"))).isEqualTo(Recognition.NO);
        assertThat(SCANNER.recognises(content("{% set a = 1 %}"))).isEqualTo(Recognition.NO);
        assertThat(SCANNER.recognises(content(""))).isEqualTo(Recognition.NO);
    }

    @Test
    void no_prefix_is_called_clean() {
        String json = "{\"auto_map\": {\"AutoModel\": \"modeling_x.XModel\"}}";
        for (int n = 0; n < json.length(); n++) {
            assertThat(read(json.substring(0, n)).gaps).as("cut at %d", n).isNotEmpty();
        }
    }
}
