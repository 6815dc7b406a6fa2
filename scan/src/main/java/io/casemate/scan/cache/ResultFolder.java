package io.casemate.scan.cache;

import io.casemate.core.json.JsonLimits;
import io.casemate.core.json.JsonReader;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.scan.result.FileReport;
import io.casemate.scan.rule.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Results as files of one folder. Whoever can write to the folder can write verdicts: keep it where the models are as safe.
 * A file that is missing, torn or of another version is no result. A disk that refuses keeps nothing, and harms nothing.
 *
 * @param version what judged: another version finds nothing of this one
 */
public record ResultFolder(Path folder, String version, Rules rules) implements KeptResults {
    @Override
    public boolean keeps() {
        return true;
    }

    @Override
    public Optional<FileReport> find(String sha256, String simpleName) {
        Path file = file(sha256, simpleName);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            var json = JsonReader.read(file.toString(), Files.readAllBytes(file), JsonLimits.DEFAULT);
            return new ReportJson(rules)
                    .report(json)
                    .filter(report -> report.sha256().equals(sha256));
        } catch (IOException | InvalidInputException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void keep(String simpleName, FileReport report) {
        if (!report.gaps().isEmpty() || report.sha256().isEmpty()) {
            return;
        }
        Path file = file(report.sha256(), simpleName);
        try {
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(file.getParent(), "draft", ".tmp");
            Files.writeString(draft, new ReportJson(rules).json(report).compact());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // a result that is not kept is made again
            return;
        }
    }

    private Path file(String sha256, String simpleName) {
        var name = new CRC32();
        name.update(simpleName.getBytes(StandardCharsets.UTF_8));
        return folder.resolve(version)
                .resolve(sha256.substring(0, 2))
                .resolve("%s-%08x.json".formatted(sha256, name.getValue()));
    }
}
