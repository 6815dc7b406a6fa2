package io.casemate.report.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Golden files: {@code ./mvnw test -Dcasemate.golden=write} regenerates them. */
public final class Golden {
    private static final Path FOLDER = Path.of(System.getProperty("casemate.root", ".."), "report/src/test/golden");

    private Golden() {}

    public static void check(String name, String text) {
        Path file = FOLDER.resolve(name);
        try {
            if (System.getProperty("casemate.golden", "read").equals("write")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text);
            }
            assertThat(text)
                    .as("%s; after a wanted change run the tests with -Dcasemate.golden=write", file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or write " + file, e);
        }
    }
}
