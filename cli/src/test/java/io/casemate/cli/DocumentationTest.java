package io.casemate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the documents say of the program and of each other is so. */
class DocumentationTest {
    private static final Path ROOT =
            Path.of(System.getProperty("casemate.root", "..")).toAbsolutePath().normalize();
    private static final Pattern SHELL_BLOCK = Pattern.compile("(?ms)^```sh$(.*?)^```$");
    private static final Pattern CASEMATE = Pattern.compile("(?:^|<\\()\\./casemate ([^)|>#\\n]*)", Pattern.MULTILINE);
    private static final Pattern SCAN = Pattern.compile("^\\./casemate (scan [^>|#\\n]*)", Pattern.MULTILINE);
    private static final Pattern VERB_ROW = Pattern.compile("(?m)^\\| `([a-z ]+)` \\|");
    private static final String ORDERED_DICT = "ccollections\nOrderedDict\n(tR.";
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

    @Test
    void every_command_in_a_document_names_a_verb_and_options_that_exist() throws IOException {
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        for (Path document : documents()) {
            Matcher block = SHELL_BLOCK.matcher(Files.readString(document));
            while (block.find()) {
                Matcher command = CASEMATE.matcher(block.group(1));
                while (command.find()) {
                    seen++;
                    unknownWord(command.group(1))
                            .ifPresent(word -> wrong.add("%s: ./casemate %s: no '%s'"
                                    .formatted(ROOT.relativize(document), command.group(1), word)));
                }
            }
        }
        assertThat(seen).as("commands found in documents").isPositive();
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_commands_of_the_page_on_scanning_run(@TempDir Path folder) throws IOException {
        Path examples = folder.resolve("examples/image-classifier");
        Files.createDirectories(examples.resolve("models"));
        Files.createDirectories(folder.resolve("last-week"));
        Files.copy(ROOT.resolve("examples/image-classifier/casemate.yaml"), examples.resolve("casemate.yaml"));
        Files.writeString(examples.resolve("models/catalogue-resnet50.pt"), ORDERED_DICT);
        Files.writeString(folder.resolve("model.pkl"), ORDERED_DICT);
        String tensors = "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}";
        for (String model : List.of("model.safetensors", "last-week/model.safetensors")) {
            Files.write(folder.resolve(model), safetensors(tensors));
        }
        Matcher command = SCAN.matcher(Files.readString(ROOT.resolve("docs/scanning.md")));
        int ran = 0;
        while (command.find()) {
            Object[] words = Arrays.stream(command.group(1).strip().split("\\s+"))
                    .filter(word -> !word.equals("--isolate") && !word.equals("--heap") && !word.equals("128"))
                    .map(word -> word.startsWith("-") || word.matches("scan|json") ? word : folder.resolve(word))
                    .toArray();
            Run run = Run.casemate(words);
            assertThat(run.code())
                    .as("%s: %s%s", command.group(), run.out(), run.err())
                    .isZero();
            ran++;
        }
        assertThat(ran).isGreaterThan(6);
        assertThat(examples.resolve(".casemate/ledger.jsonl")).content().contains("\"control\":\"scanned\"");
    }

    /** One number behind a header. */
    private static byte[] safetensors(String header) {
        var bytes = ByteBuffer.allocate(8 + header.length() + 4).order(ByteOrder.LITTLE_ENDIAN);
        return bytes.putLong(header.length())
                .put(header.getBytes(StandardCharsets.ISO_8859_1))
                .putFloat(1)
                .array();
    }

    @Test
    void the_table_of_verbs_has_every_verb_and_no_other() throws IOException {
        Set<String> listed = new TreeSet<>();
        Matcher row = VERB_ROW.matcher(Files.readString(ROOT.resolve("README.md")));
        while (row.find()) {
            listed.add(row.group(1).split(" ")[0]);
        }
        Set<String> existing = new TreeSet<>();
        Main.commandLine().getSubcommands().forEach((name, verb) -> {
            if (!verb.getCommandSpec().usageMessage().hidden()) {
                existing.add(name);
            }
        });
        existing.removeAll(Set.of("help", "completion"));
        assertThat(listed).isEqualTo(existing);
    }

    @Test
    void every_link_between_documents_leads_somewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            Matcher link = LINK.matcher(Files.readString(document));
            while (link.find()) {
                if (!Files.exists(document.resolveSibling(link.group(1)))) {
                    broken.add("%s: %s".formatted(ROOT.relativize(document), link.group(1)));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    /** The first word that names neither a verb nor, behind the verb, an option of it. */
    private static Optional<String> unknownWord(String command) {
        CommandLine verb = Main.commandLine();
        boolean descending = true;
        for (String word : command.strip().split("\\s+")) {
            if (word.startsWith("-")) {
                if (verb.getCommandSpec().findOption(word.split("=")[0]) == null) {
                    return Optional.of(word);
                }
            } else if (descending
                    && (verb.getParent() == null || !verb.getSubcommands().isEmpty())) {
                CommandLine next = verb.getSubcommands().get(word);
                if (next == null) {
                    return Optional.of(word);
                }
                verb = next;
            } else {
                descending = false;
            }
        }
        return Optional.empty();
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().contains("/target/")
                            && !file.toString().contains("/src/"))
                    .sorted()
                    .toList();
        }
    }
}
