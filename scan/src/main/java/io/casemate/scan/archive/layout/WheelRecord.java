package io.casemate.scan.archive.layout;

import io.casemate.scan.archive.zip.ZipArchive;
import io.casemate.scan.archive.zip.ZipMember;
import io.casemate.scan.digest.ContentDigest;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The list of a wheel's files: a line "path,sha256=digest,size" for each, where a path with a comma is quoted. */
final class WheelRecord {
    private static final Map<String, String> ALGORITHMS =
            Map.of("sha256", "SHA-256", "sha384", "SHA-384", "sha512", "SHA-512");
    private static final int TOLD_MAX = 10;

    private WheelRecord() {}

    /** The path that a line names. */
    static String path(String line) {
        if (line.startsWith("\"")) {
            int end = line.indexOf('"', 1);
            return end < 0 ? line : line.substring(1, end);
        }
        int comma = line.indexOf(',');
        return comma < 0 ? line : line.substring(0, comma);
    }

    /** What a line says of the file, behind its path: "sha256=digest"; "" where it says nothing. */
    private static String digest(String line) {
        int behind = line.startsWith("\"") ? line.indexOf('"', 1) + 1 : line.indexOf(',');
        if (behind <= 0 || behind >= line.length() || line.charAt(behind) != ',') {
            return "";
        }
        int end = line.indexOf(',', behind + 1);
        return line.substring(behind + 1, end < 0 ? line.length() : end).strip();
    }

    /** Holds the members against their digests. */
    static void check(ZipArchive archive, String record, Inspection inspection) {
        int told = 0;
        for (String line : record.lines().toList()) {
            inspection.step();
            String said = digest(line);
            Optional<ZipMember> member = said.isEmpty() ? Optional.empty() : archive.find(path(line));
            Optional<Content> content = member.flatMap(archive::open);
            if (content.isPresent() && !matches(said, content.get(), inspection) && told++ < TOLD_MAX) {
                inspection.found(
                        "wheel/other-member",
                        member.get().header(),
                        "member %s has another digest than the list of the wheel's files says"
                                .formatted(Snippet.quoted(member.get().name())));
            }
        }
    }

    private static boolean matches(String said, Content content, Inspection inspection) {
        int equals = said.indexOf('=');
        String algorithm = equals < 0 ? null : ALGORITHMS.get(said.substring(0, equals));
        if (algorithm == null) {
            return false;
        }
        try {
            byte[] digest = Base64.getUrlDecoder().decode(said.substring(equals + 1));
            return Arrays.equals(digest, ContentDigest.of(algorithm, content, inspection));
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }
}
