package io.casemate.scan.plaintext;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.trial.Trial;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KerasYamlTest {
    private static final String CODE = "4wEAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static Trial read(String yaml) {
        return Trial.of(new PlaintextScanner(), yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static String model(String name, String function) {
        return """
            backend: tensorflow
            config:
              layers:
              - class_name: %s
                config:
                  function: !!python/tuple
                  - %s
                  - null
                  function_type: lambda
            keras_version: 2.4.0
            """.formatted(name, function);
    }

    @Test
    void function_of_a_lambda_is_a_content_of_its_own() {
        for (String function : new String[] {
            "'%s\n\n        '".formatted(CODE),
            "\"%s\\n\"".formatted(CODE),
            "\"%s\\\n      \\%s\\n\"".formatted("4wEAAAAAAAAAAAAA", "AAAAAAAAAAAA"),
            CODE
        }) {
            Trial trial = read(model("Lambda", function));
            assertThat(trial.rules()).as(function).containsExactly("plaintext/keras-lambda");
            assertThat(trial.nested).as(function).singleElement().satisfies(inner -> {
                assertThat(inner.size()).isEqualTo(21);
                assertThat(inner.u8(0)).isEqualTo(0xe3);
            });
        }
    }

    @Test
    void other_layers_are_silent() {
        assertThat(read(model("Dense", "x")).findings).isEmpty();
        assertThat(read(model("LambdaCallback", "x")).findings).isEmpty();
    }

    @Test
    void lambdas_that_are_no_layers_are_silent() {
        assertThat(read("functions:\n- class_name: Lambda\n").findings).isEmpty();
    }

    @Test
    void code_that_is_no_base64_is_no_content() {
        assertThat(read(model("Lambda", "short")).nested).isEmpty();
    }
}
