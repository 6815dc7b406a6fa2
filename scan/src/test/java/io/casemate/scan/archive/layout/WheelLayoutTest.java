package io.casemate.scan.archive.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.archive.zip.ZipForge;
import io.casemate.scan.archive.zip.ZipScanner;
import io.casemate.scan.digest.ContentDigest;
import io.casemate.scan.trial.Direct;
import io.casemate.scan.trial.Trial;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class WheelLayoutTest {
    private final ZipForge zip = new ZipForge();

    private Trial read(String record) {
        zip.add("pkg-1.dist-info/RECORD", record);
        return Trial.of(new ZipScanner(List.of(new WheelLayout())), zip.build());
    }

    @Test
    void wheel_with_all_its_files_listed_is_silent() {
        zip.add("pkg/__init__.py", "x = 1\n");
        zip.add("distutils-precedence.pth", "import os; var = 'SETUPTOOLS_USE_DISTUTILS'; enabled = True\n");
        zip.add("paths.pth", "../other\n");
        assertThat(read("pkg/__init__.py,sha256=" + digest("x = 1\n")
                                + ",6\ndistutils-precedence.pth,,\n\"paths.pth\",,\npkg-1.dist-info/RECORD,,\n")
                        .findings)
                .isEmpty();
    }

    @Test
    void line_that_imports_in_a_path_file_runs_at_every_start() {
        zip.add("evil.pth", "import base64; exec('')\n");
        assertThat(read("evil.pth,,\n").rules()).containsExactly("wheel/path-code");
    }

    @Test
    void file_that_is_not_listed_is_told() {
        zip.add("pkg/late.py", "x = 1\n");
        assertThat(read("pkg-1.dist-info/RECORD,,\n").rules()).containsExactly("wheel/unrecorded-member");
    }

    private static String digest(String text) {
        return digest("SHA-256", text);
    }

    private static String digest(String algorithm, String text) {
        var told = new byte[1][];
        Direct.of(
                text.getBytes(StandardCharsets.UTF_8),
                (content, inspection) -> told[0] = ContentDigest.of(algorithm, content, inspection));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(told[0]);
    }

    @Test
    void file_that_was_changed_is_told() {
        zip.add("pkg/__init__.py", "x = 2\n");
        zip.add("pkg/a,b.py", "x = 2\n");
        String said = ",sha256=" + digest("x = 1\n") + ",6\n";
        Trial trial = read("pkg/__init__.py" + said + "\"pkg/a,b.py\"" + said);
        assertThat(trial.rules()).containsExactly("wheel/other-member");
        assertThat(trial.findings).hasSize(2);
    }

    @Test
    void digests_of_all_algorithms_that_wheels_allow_are_computed() {
        for (String bits : List.of("256", "384", "512")) {
            zip.members.clear();
            zip.add("pkg/__init__.py", "x = 1\n");
            String said = ",sha%s=%s,6\n".formatted(bits, digest("SHA-" + bits, "x = 1\n"));
            assertThat(read("pkg/__init__.py" + said).findings).as(bits).isEmpty();
        }
    }

    @Test
    void digest_that_is_none_is_told() {
        for (String said : new String[] {"sha256=!", "md5=x", "sha256", "sha256="}) {
            zip.members.clear();
            zip.add("pkg/__init__.py", "x = 1\n");
            assertThat(read("pkg/__init__.py," + said + ",6\n").rules())
                    .as(said)
                    .containsExactly("wheel/other-member");
        }
    }

    @Test
    void commands_that_installing_makes_are_a_fact() {
        zip.add("pkg-1.data/scripts/run", "x");
        zip.add("pkg-1.dist-info/entry_points.txt", "[console_scripts]\ngo = pkg:main\n");
        assertThat(read("pkg-1.data/scripts/run,,\npkg-1.dist-info/entry_points.txt,,\n").facts)
                .containsEntry("commands", "run, go = pkg:main");
    }
}
