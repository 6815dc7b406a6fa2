package io.casemate.report.view.stride;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.threat.Stride;
import io.casemate.report.example.ExampleSystems;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StrideTableTest {
    @Test
    void every_shown_scenario_stands_in_the_table_once_for_each_of_its_classes() {
        for (String example : List.of("image-classifier", "fraud-detection", "genai-platform")) {
            var input = ExampleSystems.input(example);
            var table = StrideTable.of(input.assessment(), input.knowledge());
            int cells = table.rows().stream()
                    .flatMap(r -> Arrays.stream(Stride.values())
                            .map(s -> Objects.requireNonNull(r.cells().get(s))))
                    .mapToInt(c -> c.shown().size())
                    .sum();
            int classes = input.assessment().shown().stream()
                    .mapToInt(r -> r.threat().stride().size())
                    .sum();
            assertThat(cells).as(example).isEqualTo(classes);
        }
    }
}
