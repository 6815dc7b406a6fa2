package io.casemate.scan.hdf5;

import static io.casemate.scan.hdf5.Hdf5Writer.hdf5;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.trial.Trial;
import org.junit.jupiter.api.Test;

/** What reading an HDF5 file would read besides it. */
class Hdf5OtherFilesTest {
    private static Trial read(Hdf5Writer file) {
        return Trial.of(new Hdf5Scanner(), file.toBytes());
    }

    @Test
    void external_data_set_of_an_absolute_path_is_an_escape_CVE_2026_1669() {
        Trial trial = read(hdf5().external("kernel", "/etc/passwd"));
        assertThat(trial.rules()).containsExactly("hdf5/escaping-path");
        assertThat(trial.findings.getFirst().message()).contains("'/kernel'", "'/etc/passwd'");
    }

    @Test
    void external_data_set_beside_the_file_is_told() {
        assertThat(read(hdf5().external("kernel", "weights.bin")).rules()).containsExactly("hdf5/external-storage");
    }

    @Test
    void external_link_beside_the_file_is_told() {
        Trial trial = read(hdf5().externalLink("kernel", "other.h5"));
        assertThat(trial.rules()).containsExactly("hdf5/external-link");
        assertThat(trial.findings.getFirst().message()).contains("'/x'", "'other.h5'");
    }

    @Test
    void external_link_to_a_parent_folder_is_an_escape() {
        assertThat(read(hdf5().externalLink("kernel", "a/../../other.h5")).rules())
                .containsExactly("hdf5/escaping-path");
    }

    @Test
    void soft_link_within_the_file_is_nothing() {
        Trial trial = read(hdf5().floats("kernel", 1).softLink("again", "/kernel"));
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
    }

    @Test
    void control_characters_of_a_name_never_reach_the_message() {
        Trial trial = read(hdf5().externalLink("\u001b[2J", "other.h5"));
        assertThat(trial.findings.getFirst().message()).doesNotContain("\u001b");
    }

    @Test
    void every_file_of_an_external_data_set_is_told() {
        Trial trial = read(hdf5().external("kernel", "weights.bin", "more.bin", "/etc/passwd"));
        assertThat(trial.findings)
                .extracting(Trial.Told::rule)
                .containsExactly("hdf5/external-storage", "hdf5/external-storage", "hdf5/escaping-path");
    }

    @Test
    void soft_link_of_an_old_group_is_nothing() {
        Trial trial = read(hdf5().floats("kernel", 1).oldGroup("old", "again", "/kernel"));
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
    }
}
