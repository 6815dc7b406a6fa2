package io.casemate.cli.scan;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.scan.Scan;
import io.casemate.scan.cache.KeptResults;
import io.casemate.scan.cache.ResultFolder;
import io.casemate.scan.rule.Rules;
import io.casemate.text.secret.SecretFinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The version of all that makes a verdict: scanners, rules and lists as built, and the organisation's allow-list. */
final class ResultVersion {
    private static final int HEX_DIGITS = 16;

    private ResultVersion() {}

    /** Kept results of exactly this program with exactly these trusted globals. */
    static KeptResults folder(Path folder, List<String> globals) {
        return new ResultFolder(folder, version(globals), Rules.builtIn());
    }

    private static String version(List<String> globals) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Class<?> part : List.of(Scan.class, SecretFinder.class, Knowledge.class)) {
                add(
                        digest,
                        Path.of(part.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI()));
            }
            digest.update(String.join("\n", globals).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the program's own files", e);
        } catch (NoSuchAlgorithmException | URISyntaxException e) {
            throw new IllegalStateException("every Java platform has SHA-256, and the program lies in files", e);
        }
    }

    private static void add(MessageDigest digest, Path code) throws IOException {
        if (Files.isRegularFile(code)) {
            digest.update(Files.readAllBytes(code));
            return;
        }
        try (Stream<Path> classes = Files.walk(code)) {
            for (Path file : classes.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(Files.readAllBytes(file));
            }
        }
    }
}
