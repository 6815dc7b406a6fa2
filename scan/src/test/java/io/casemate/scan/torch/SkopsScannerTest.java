package io.casemate.scan.torch;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.trial.Trial;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SkopsScannerTest extends FormatScannerContract {
    private static byte[] node(String module, String name, String loader, String content) {
        return """
                {"__class__": "%s", "__module__": "%s", "__loader__": "%s", "content": %s, "protocol": 2, "_skops_version": "0.12"}""".formatted(name, module, loader, content).getBytes(StandardCharsets.UTF_8);
    }

    private static Trial read(byte[] bytes) {
        return Trial.of(new SkopsScanner(), bytes);
    }

    @Override
    protected FormatScanner scanner() {
        return new SkopsScanner();
    }

    @Override
    protected byte[] benign() {
        return node(
                "builtins",
                "dict",
                "DictNode",
                "{\"a\": {\"__class__\": \"str\", \"__module__\": \"builtins\", \"__loader__\": \"JsonNode\"}}");
    }

    @Override
    protected byte[] hostile() {
        return node("os", "system", "ObjectNode", "{}");
    }

    @Override
    protected String name() {
        return "schema.json";
    }

    @Override
    protected boolean isWhole(int length) {
        // before its loader is named, it is a text like others
        String loader = "\"__loader__\"";
        return length < new String(benign(), StandardCharsets.UTF_8).indexOf(loader) + loader.length();
    }

    @Test
    void classes_of_nodes_are_judged() {
        assertThat(read(hostile()).rules()).containsExactly("code/dangerous-call");
        assertThat(read(benign()).findings).isEmpty();
    }

    @Test
    void functions_by_path_are_judged() {
        byte[] bytes = node("builtins", "dict", "FunctionNode", "{\"module_path\": \"os\", \"function\": \"system\"}");
        assertThat(read(bytes).rules()).containsExactly("code/dangerous-call");
    }

    @Test
    void operator_node_of_another_module_is_odd_cve_2025_54412() {
        assertThat(read(node("builtins", "str", "OperatorFuncNode", "{}")).rules())
                .containsExactly("skops/odd-node");
    }

    @Test
    void method_with_underscores_is_odd_cve_2025_54413() {
        byte[] bytes = node("builtins", "dict", "MethodNode", "{\"obj\": {}, \"func\": \"__reduce_ex__\"}");
        assertThat(read(bytes).rules()).containsExactly("skops/odd-node");
    }

    @Test
    void second_class_of_a_node_is_odd() {
        byte[] bytes =
                "{\"__class__\": \"str\", \"__class__\": \"str\", \"__module__\": \"builtins\", \"__loader__\": \"JsonNode\"}"
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(read(bytes).rules()).containsExactly("skops/odd-node");
    }

    @Test
    void caller_of_methods_is_odd_and_a_getter_of_attributes_is_not() {
        assertThat(read(node("operator", "methodcaller", "OperatorFuncNode", "[]"))
                        .rules())
                .contains("skops/odd-node");
        assertThat(read(node("operator", "attrgetter", "OperatorFuncNode", "[]"))
                        .rules())
                .doesNotContain("skops/odd-node");
    }
}
