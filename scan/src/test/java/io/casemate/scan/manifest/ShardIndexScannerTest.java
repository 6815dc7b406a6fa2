package io.casemate.scan.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.trial.Trial;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ShardIndexScannerTest extends FormatScannerContract {
    private static final String BENIGN = """
            {"metadata": {"total_size": 10}, "weight_map": {"a": "model-00001-of-00002.safetensors"}}
            """;

    private static Trial read(String json) {
        return Trial.of(new ShardIndexScanner(), json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected FormatScanner scanner() {
        return new ShardIndexScanner();
    }

    @Override
    protected byte[] benign() {
        return BENIGN.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected byte[] hostile() {
        return BENIGN.replace("model-00001", "../../model").getBytes(StandardCharsets.UTF_8);
    }

    /** A text that is cut is text: the scanner of plain text takes it where too little is left to know it by. */
    @Override
    protected boolean isWhole(int length) {
        return true;
    }

    @Test
    void honest_one_is_silent_and_wholly_read() {
        Trial trial = read(BENIGN);
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.coveredAll(BENIGN.length())).isTrue();
    }

    @Test
    void one_that_is_cut_is_a_gap() {
        assertThat(read(BENIGN.strip().substring(0, BENIGN.length() - 5)).gaps).isNotEmpty();
    }

    @Test
    void hostile_one_is_told() {
        assertThat(read(BENIGN.replace("model-00001", "../../model")).rules())
                .containsExactly("shard-index/escaping-path");
    }

    @Test
    void absolute_paths_and_hosts_are_told() {
        for (String path : new String[] {"/etc/shadow", "C:\\\\x", "http://h/x", "a/../../b"}) {
            assertThat(read("{\"weight_map\": {\"w\": \"%s\"}}".formatted(path)).rules())
                    .as(path)
                    .containsExactly("shard-index/escaping-path");
        }
    }

    @Test
    void shards_that_are_pickles_are_noted_once() {
        String index = "{\"weight_map\": {\"v\": \"a-1.bin\", \"w\": \"a-2.bin\"}}";
        assertThat(read(index).findings).hasSize(1);
        assertThat(read(index).rules()).containsExactly("shard-index/pickled-shards");
    }
}
