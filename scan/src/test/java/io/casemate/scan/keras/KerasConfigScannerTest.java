package io.casemate.scan.keras;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.Content;
import io.casemate.scan.trial.Trial;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What loading a configuration would import, call and unmarshal. */
class KerasConfigScannerTest {
    private static Trial read(String json) {
        return Trial.of(new KerasConfigScanner(), json.getBytes(StandardCharsets.UTF_8));
    }

    /** A Sequential model of one layer, as Keras 2 writes it to HDF5. */
    static String model(String layer) {
        return "{\"class_name\": \"Sequential\", \"config\": {\"name\": \"s\", \"layers\": [%s]}}".formatted(layer);
    }

    static String object(String module, String className, String config) {
        return "{\"module\": \"%s\", \"class_name\": \"%s\", \"config\": %s, \"registered_name\": null}"
                .formatted(module, className, config);
    }

    /** The beginning of a marshalled code object of CPython 3.11: its type, five small numbers, its instructions. */
    static String code() {
        var out = new ByteArrayOutputStream();
        out.write('c');
        for (int number : new int[] {1, 0, 0, 2, 3}) {
            out.writeBytes(new byte[] {(byte) number, 0, 0, 0});
        }
        out.write('s');
        out.writeBytes(new byte[] {4, 0, 0, 0, (byte) 151, 0, 'd', 0});
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    static String oldLambda() {
        return "{\"class_name\": \"Lambda\", \"config\": {\"function\": [\"%s\", null, null], \"function_type\": \"lambda\"}}"
                .formatted(code());
    }

    static String youngLambda() {
        String function = "{\"class_name\": \"__lambda__\", \"config\": {\"code\": \"%s\", \"defaults\": null}}"
                .formatted(code());
        return object("keras.layers", "Lambda", "{\"function\": %s}".formatted(function));
    }

    @Test
    void a_lambda_by_its_inner_name_is_told_where_its_code_cannot_be_read() {
        String hidden = object("builtins", "__lambda__", "{\"value\": [1, 2]}");
        Trial trial = read(model(object("keras.layers", "Dense", "{\"activation\": %s}".formatted(hidden))));
        assertThat(trial.rules()).contains("keras/lambda");
        assertThat(trial.gaps).isNotEmpty();
    }

    @Test
    void ordinary_layers_are_clean() {
        String dense = object(
                "keras.layers",
                "Dense",
                "{\"units\": 3, \"activation\": \"relu\", \"kernel_initializer\": %s}"
                        .formatted(object("keras.initializers", "GlorotUniform", "{\"seed\": null}")));
        Trial trial = read(model(dense));
        assertThat(trial.accepted).isTrue();
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.facts).containsEntry("architecture", "Sequential");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keras.src.models.functional Functional", "keras.src.layers.core.dense Dense",
                        "tf_keras.src.engine.sequential Sequential",
                "tensorflow.python.framework.tensor_spec TensorSpec", "keras DTypePolicy",
                        "keras.optimizers.schedules ExponentialDecay",
                "builtins my_loss", "keras.losses mean_squared_error", "collections OrderedDict"
            })
    void references_that_models_are_made_of_are_clean(String reference) {
        String[] parts = reference.split(" ", 2);
        assertThat(read(model(object(parts[0], parts[1], "{}"))).findings).isEmpty();
    }

    @Test
    void lambda_of_hdf5_is_told_and_its_code_handed_on_CVE_2025_9905() {
        Trial trial = read(model(oldLambda()));
        assertThat(trial.rules()).containsExactly("keras/lambda");
        assertThat(trial.nested).hasSize(1);
        assertThat(trial.nested.getFirst().u8(0)).isEqualTo('c');
    }

    @Test
    void lambda_of_version_3_is_told_CVE_2024_3660() {
        assertThat(read(model(youngLambda())).rules()).containsExactly("keras/lambda");
    }

    @Test
    void lambda_in_a_wrapper_in_a_model_in_a_model_is_told() {
        String wrapped = object("keras.layers", "TimeDistributed", "{\"layer\": %s}".formatted(youngLambda()));
        assertThat(read(model(model(wrapped))).rules()).containsExactly("keras/lambda");
    }

    @Test
    void junk_between_the_letters_of_base64_hides_nothing() {
        String spread = code().replace("A", "A\\n!");
        assertThat(read(model(oldLambda().replace(code(), spread))).rules()).containsExactly("keras/lambda");
    }

    @Test
    void escaped_names_of_fields_hide_nothing() {
        String escaped = model(youngLambda()).replace("class_name", "class\\u005fname");
        assertThat(read(escaped).rules()).containsExactly("keras/lambda");
    }

    @Test
    void lambda_whose_code_cannot_be_decoded_is_a_gap() {
        Trial trial = read(model("{\"class_name\": \"Lambda\", \"config\": {\"function\": \"\\u0000\\u0001 ???\"}}"));
        assertThat(trial.rules()).containsExactly("keras/lambda");
        assertThat(trial.gaps).hasSize(1);
    }

    @Test
    void class_of_another_module_is_called_CVE_2025_1550() {
        assertThat(read(model(object("os", "system", "\"id\""))).rules())
                .containsExactly("code/dangerous-call", "keras/foreign-reference");
    }

    @Test
    void function_of_another_module_is_called_CVE_2025_1550() {
        String function = object("os", "function", "\"system\"");
        assertThat(read(model(object("keras.layers", "Lambda", "{\"function\": %s}".formatted(function))))
                        .rules())
                .containsExactly("code/dangerous-call", "keras/foreign-reference");
    }

    @Test
    void registered_name_is_resolved_in_the_module_too() {
        String layer =
                object("os", "Nothing", "{}").replace("\"registered_name\": null", "\"registered_name\": \"system\"");
        assertThat(read(model(layer)).rules()).contains("keras/foreign-reference");
    }

    @Test
    void get_file_of_keras_is_no_layer_CVE_2025_8747() {
        String function = object("keras.utils", "function", "\"get_file\"");
        assertThat(read(model(object("keras.layers", "Lambda", "{\"function\": %s}".formatted(function))))
                        .rules())
                .containsExactly("keras/unsafe-function");
    }

    @Test
    void switching_safe_mode_off_is_no_layer_CVE_2025_9906() {
        assertThat(read(model(object("keras.config", "enable_unsafe_deserialization", "{}")))
                        .rules())
                .containsExactly("keras/unsafe-function");
    }

    @Test
    void torch_module_wrapper_unpickles_CVE_2025_49655() {
        byte[] pickle = new byte[30];
        pickle[0] = (byte) 0x80;
        pickle[1] = 2;
        String config = "{\"module\": \"%s\"}".formatted(Base64.getEncoder().encodeToString(pickle));
        Trial trial = read(model(object("keras.layers", "TorchModuleWrapper", config)));
        assertThat(trial.rules()).containsExactly("keras/pickled-module");
        assertThat(trial.nested).hasSize(1);
    }

    @Test
    void vocabulary_of_a_path_is_read_CVE_2025_12058() {
        String lookup = "{\"vocabulary\": \"%s\"}";
        assertThat(read(model(object("keras.layers", "StringLookup", lookup.formatted("/etc/passwd"))))
                        .rules())
                .containsExactly("keras/escaping-path");
        assertThat(read(model(object("keras.layers", "StringLookup", lookup.formatted("vocabulary.txt"))))
                        .rules())
                .containsExactly("keras/file-reference");
        assertThat(read(model(object("keras.layers", "StringLookup", "{\"vocabulary\": [\"a\", \"b\"]}"))).findings)
                .isEmpty();
    }

    @Test
    void saved_model_as_a_layer_is_loaded_CVE_2026_1462() {
        assertThat(read(model(object("keras.layers", "TFSMLayer", "{\"filepath\": \"inner\"}")))
                        .rules())
                .containsExactly("keras/external-model");
    }

    @Test
    void function_of_tensorflow_that_writes_files_is_no_layer() {
        String layer = "{\"class_name\": \"TFOpLambda\", \"config\": {\"function\": \"%s\"}}";
        assertThat(read(model(layer.formatted("io.write_file"))).rules()).containsExactly("keras/unsafe-function");
        assertThat(read(model(layer.formatted("math.add"))).findings).isEmpty();
    }

    @Test
    void python_built_in_function_is_no_loss() {
        assertThat(read(model(object("builtins", "function", "\"eval\""))).findings)
                .isNotEmpty();
    }

    @Test
    void class_that_the_user_registers_is_no_verdict() {
        assertThat(read(model(
                                "{\"class_name\": \"Custom>MyLayer\", \"config\": {}, \"registered_name\": \"Custom>Mine\"}"))
                        .rules())
                .containsExactly("keras/registered-object");
    }

    @Test
    void class_of_an_unknown_module_is_unknown() {
        assertThat(read(model(object("my_layers", "Attention", "{}"))).rules()).containsExactly("keras/custom-object");
        assertThat(read(model(object("operator", "attrgetter", "{}"))).rules()).containsExactly("keras/custom-object");
    }

    @Test
    void other_json_is_not_ours() {
        assertThat(read("{\"hidden_size\": 4, \"architectures\": [\"BertModel\"]}").rejected)
                .isTrue();
        assertThat(new KerasConfigScanner().recognises(Content.of("a", new byte[] {'[', ']'})))
                .isEqualTo(io.casemate.scan.spi.Recognition.NO);
    }

    @Test
    void cut_configuration_is_a_gap() {
        String whole = model(oldLambda());
        assertThat(read(whole.substring(0, whole.length() - 2)).gaps).hasSize(1);
    }

    @Test
    void lambda_whose_function_is_named_imports_its_module_unless_that_is_the_users_own() {
        String lambda = "{\"class_name\": \"Lambda\", \"config\": {\"function\": \"system\", \"module\": \"%s\"}}";
        assertThat(read(model(lambda.formatted("os"))).rules())
                .containsExactly("code/dangerous-call", "keras/foreign-reference");
        assertThat(read(model(lambda.formatted("__main__"))).findings).isEmpty();
    }

    @Test
    void name_of_a_type_specification_is_resolved_in_its_module() {
        String layer =
                "{\"class_name\": \"__typespec__\", \"module\": \"os\", \"spec_name\": \"system\", \"config\": []}";
        assertThat(read(model(layer)).rules()).containsExactly("code/dangerous-call", "keras/foreign-reference");
    }

    @Test
    void model_of_a_hub_as_a_layer_is_loaded_by_its_handle() {
        String layer = "{\"class_name\": \"KerasLayer\", \"config\": {\"handle\": \"%s\"}}";
        assertThat(read(model(layer.formatted("inner"))).rules()).containsExactly("keras/external-model");
        assertThat(read(model(layer.formatted("https://hub.example/x"))).rules())
                .containsExactly("keras/escaping-path");
    }

    @Test
    void archive_in_a_text_is_content_of_its_own() {
        byte[] zip = new byte[30];
        System.arraycopy("PK\3\4".getBytes(StandardCharsets.ISO_8859_1), 0, zip, 0, 4);
        String config = "{\"weights\": \"%s\"}".formatted(Base64.getEncoder().encodeToString(zip));
        Trial trial = read(model(object("keras.layers", "Dense", config)));
        assertThat(trial.nested).singleElement().matches(inner -> inner.has(0, "PK\3\4"));
    }

    @Test
    void raw_bytecode_of_old_versions_is_told_whether_it_is_referred_to_or_not() {
        byte[] code = Base64.getDecoder().decode(code());
        for (int type : new int[] {'c', 0xe3}) {
            code[0] = (byte) type;
            var text = new StringBuilder();
            for (byte letter : code) {
                text.append("\\u%04x".formatted(letter & 0xff));
            }
            Trial trial = read(
                    model("{\"class_name\": \"Lambda\", \"config\": {\"function\": [\"%s\", null]}}".formatted(text)));
            assertThat(trial.rules()).containsExactly("keras/lambda");
            assertThat(trial.nested).singleElement().matches(inner -> inner.u8(0) == type);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"builtins _load", "keras.layers _load", "keras.utils _load"})
    void private_names_are_no_parts_of_models(String reference) {
        String[] parts = reference.split(" ", 2);
        assertThat(read(model(object(parts[0], parts[1], "{}"))).findings).isNotEmpty();
    }
}
