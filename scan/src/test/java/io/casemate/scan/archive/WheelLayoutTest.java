package io.casemate.scan.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.trial.Trial;
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
        assertThat(
                        read("pkg/__init__.py,sha256=x,6\ndistutils-precedence.pth,,\n\"paths.pth\",,\npkg-1.dist-info/RECORD,,\n")
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
}
