package io.casemate.scan.archive.layout;

import io.casemate.scan.archive.zip.ZipArchive;
import io.casemate.scan.archive.zip.ZipLayout;
import io.casemate.scan.archive.zip.ZipMember;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** A wheel: a Python package with a list of its files. Format: PEP 427 and the packaging guide's page on RECORD. */
public final class WheelLayout implements ZipLayout {
    private static final Pattern RECORD = Pattern.compile("[^/]+\\.dist-info/RECORD");
    private static final Pattern UNRECORDED = Pattern.compile("[^/]+\\.dist-info/RECORD(\\.jws|\\.p7s)?");
    private static final Pattern PATH_FILE = Pattern.compile("([^/]+\\.data/(purelib|platlib|data)/)?[^/]+\\.pth");
    private static final Pattern RUNS = Pattern.compile("(?m)^import[ \\t]");

    /** What setuptools itself installs. */
    private static final String SETUPTOOLS = "import os; var = 'SETUPTOOLS_USE_DISTUTILS'";

    private static final Pattern ENTRY_POINTS = Pattern.compile("[^/]+\\.dist-info/entry_points\\.txt");
    private static final Pattern SCRIPT = Pattern.compile("[^/]+\\.data/scripts/[^/]+");
    private static final int TEXT_BYTES_MAX = 16 << 20;
    private static final int TOLD_MAX = 10;

    @Override
    public boolean fits(ZipArchive archive) {
        return record(archive).isPresent();
    }

    private static Optional<ZipMember> record(ZipArchive archive) {
        return archive.members().stream()
                .filter(member -> RECORD.matcher(member.name()).matches())
                .findFirst();
    }

    @Override
    public Set<ZipMember> read(ZipArchive archive, Inspection inspection) {
        inspection.fact("package", "Python wheel");
        for (ZipMember member : archive.members()) {
            if (PATH_FILE.matcher(member.name()).matches()) {
                archive.open(member)
                        .map(WheelLayout::text)
                        .filter(text -> RUNS.matcher(text).find() && !text.startsWith(SETUPTOOLS))
                        .ifPresent(text -> inspection.found(
                                "wheel/path-code",
                                member.header(),
                                "once installed, %s runs code whenever Python starts"
                                        .formatted(Snippet.quoted(member.name()))));
            }
        }
        record(archive).flatMap(archive::open).map(WheelLayout::text).ifPresent(text -> {
            unrecorded(archive, text, inspection);
            WheelRecord.check(archive, text, inspection);
        });
        commands(archive, inspection);
        return Set.of();
    }

    /** Names that installing the wheel makes commands of. */
    private static void commands(ZipArchive archive, Inspection inspection) {
        var commands = new StringJoiner(", ");
        for (ZipMember member : archive.members()) {
            if (SCRIPT.matcher(member.name()).matches()) {
                commands.add(member.name().substring(member.name().lastIndexOf('/') + 1));
            } else if (ENTRY_POINTS.matcher(member.name()).matches()) {
                archive.open(member)
                        .map(WheelLayout::text)
                        .ifPresent(text -> text.lines()
                                .filter(line -> line.indexOf('=') > 0)
                                .forEach(line -> commands.add(line.strip())));
            }
        }
        if (commands.length() > 0) {
            inspection.fact("commands", Snippet.shown(commands.toString()));
        }
    }

    private static void unrecorded(ZipArchive archive, String record, Inspection inspection) {
        Set<String> recorded = new HashSet<>();
        record.lines().forEach(line -> recorded.add(WheelRecord.path(line)));
        int told = 0;
        for (ZipMember member : archive.members()) {
            boolean known = member.folder()
                    || recorded.contains(member.name())
                    || UNRECORDED.matcher(member.name()).matches();
            if (!known && told++ < TOLD_MAX) {
                inspection.found(
                        "wheel/unrecorded-member",
                        member.header(),
                        "member %s is not in the list of the wheel's files".formatted(Snippet.quoted(member.name())));
            }
        }
    }

    private static String text(Content content) {
        return content.text(0, (int) Math.min(TEXT_BYTES_MAX, content.size()));
    }
}
