package io.casemate.scan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighboursTest {
    @Test
    void files_of_the_folder_are_given_out_and_none_outside_it(@TempDir Path home) throws IOException {
        Path folder = Files.createDirectories(home.resolve("model/inner")).getParent();
        Path data = Files.writeString(folder.resolve("weights.bin"), "data");
        Path below = Files.writeString(folder.resolve("inner/more.bin"), "more");
        Path outside = Files.writeString(home.resolve("outside.bin"), "secret");
        var claimed = new ArrayList<Path>();
        try (Arena arena = Arena.ofConfined()) {
            var neighbours = new Neighbours(folder, arena, claimed::add);
            assertThat(neighbours.sibling("weights.bin"))
                    .hasValueSatisfying(
                            content -> assertThat(content.text(0, 4)).isEqualTo("data"));
            assertThat(neighbours.sibling("inner/more.bin")).isPresent();
            for (String name : List.of(
                    "../outside.bin", "inner/../../outside.bin", outside.toString(), "", "inner", "none", "a\0b")) {
                assertThat(neighbours.sibling(name)).as(name).isEmpty();
            }
        }
        assertThat(claimed).containsExactly(data, below);
    }
}
