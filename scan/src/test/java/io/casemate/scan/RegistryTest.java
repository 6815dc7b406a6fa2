package io.casemate.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.FormatScanner;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No scanner is forgotten: neither by the registry nor by the tests. Classes are found as compiled files, not by their names. */
class RegistryTest {
    private static final Set<String> REGISTERED =
            Scanners.ALL.stream().map(s -> s.getClass().getName()).collect(Collectors.toCollection(TreeSet::new));

    @Test
    void every_scanner_that_was_written_is_asked() throws Exception {
        var written = new TreeSet<String>();
        for (Class<?> type : classesBeside(Scanners.class)) {
            if (FormatScanner.class.isAssignableFrom(type)
                    && isConcrete(type)
                    && !type.getPackageName().endsWith(".trial")) {
                written.add(type.getName());
            }
        }
        assertThat(written).isNotEmpty().isSubsetOf(REGISTERED);
    }

    @Test
    void every_scanner_keeps_the_contract() throws Exception {
        var tested = new TreeSet<String>();
        for (Class<?> type : classesBeside(RegistryTest.class)) {
            if (FormatScannerContract.class.isAssignableFrom(type) && isConcrete(type)) {
                var constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                var contract = (FormatScannerContract) constructor.newInstance();
                tested.add(contract.scanner().getClass().getName());
            }
        }
        assertThat(tested).isNotEmpty().containsAll(REGISTERED);
    }

    @Test
    void no_two_scanners_have_one_id() {
        assertThat(Scanners.ALL).extracting(FormatScanner::id).doesNotHaveDuplicates();
    }

    /** All classes compiled into the same place as one, without those inside of others. */
    private static List<Class<?>> classesBeside(Class<?> one) throws IOException, ReflectiveOperationException {
        Path root = Path.of(URI.create(
                one.getProtectionDomain().getCodeSource().getLocation().toString()));
        var classes = new ArrayList<Class<?>>();
        try (Stream<Path> files = Files.walk(root.resolve("io/casemate/scan"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                String name =
                        root.relativize(file).toString().replace('\\', '.').replace('/', '.');
                if (!name.contains("$") && !name.endsWith("-info.class")) {
                    classes.add(Class.forName(
                            name.substring(0, name.length() - ".class".length()), false, one.getClassLoader()));
                }
            }
        }
        return classes;
    }

    private static boolean isConcrete(Class<?> type) {
        return !Modifier.isAbstract(type.getModifiers());
    }
}
