package io.casemate.scan.archive.zip;

import io.casemate.scan.archive.member.Names;
import io.casemate.scan.digest.BlobName;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads zips as every reader may: by the central directory, by the local headers, with something in front or behind. Format:
 * PKWARE's APPNOTE.
 */
public final class ZipScanner implements FormatScanner {
    private static final int LINK_BYTES_MAX = 4096;
    private static final Pattern PYTORCH = Pattern.compile("([^/]+/)?data\\.pkl");

    private final List<ZipLayout> layouts;

    /** @param layouts what members may mean together */
    public ZipScanner(List<ZipLayout> layouts) {
        this.layouts = List.copyOf(layouts);
    }

    @Override
    public String id() {
        return "zip";
    }

    @Override
    public Recognition recognises(Content content) {
        if (content.has(0, "PK\3\4") || content.has(0, "PK\7\bPK\3\4") || content.has(0, "PK00PK\3\4")) {
            return Recognition.CERTAIN;
        }
        if (content.size() < ZipEnd.MIN_BYTES) {
            return Recognition.NO;
        }
        if (content.has(0, "PK\5\6") || ZipEnd.closing(content)) {
            return Recognition.CERTAIN;
        }
        return ZipEnd.all(content).isEmpty() ? Recognition.NO : Recognition.POSSIBLE;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        ZipArchive archive = new ZipReader(content, inspection).read();
        Set<ZipMember> claimed = new HashSet<>();
        for (ZipLayout layout : layouts) {
            if (layout.fits(archive)) {
                claimed.addAll(layout.read(archive, inspection));
            }
        }
        int wrong = 0;
        for (ZipMember member : archive.members()) {
            inspection.step();
            wrong += tell(archive, member, claimed.contains(member), inspection) ? 0 : 1;
        }
        if (wrong > 0) {
            checksums(archive, wrong, inspection);
        }
    }

    /** Returns whether the member has the checksum that it states. */
    private static boolean tell(ZipArchive archive, ZipMember member, boolean claimed, Inspection inspection) {
        names(member, inspection);
        if (member.folder()) {
            inspection.read(member.data(), member.packed());
            return true;
        }
        Optional<MemorySegment> found = archive.bytes(member);
        if (found.isEmpty()) {
            return true;
        }
        MemorySegment bytes = found.get();
        if (member.encrypted()) {
            inspection.found(
                    "zip/false-encryption",
                    member.header(),
                    "member %s is marked as encrypted but is not".formatted(Snippet.quoted(member.name())));
        }
        if (member.link()) {
            link(member, bytes, inspection);
        } else if (!claimed && bytes.byteSize() > 0) {
            var content = new Content(archive.name(member), bytes, archive.family(member));
            inspection.nested(content, member.data(), member.packed());
            BlobName.check(content, inspection);
        } else {
            inspection.read(member.data(), member.packed());
        }
        boolean whole = bytes.byteSize() == member.size();
        return !whole || archive.checksum(bytes) == member.crc();
    }

    private static void names(ZipMember member, Inspection inspection) {
        switch (Names.manner(member.name())) {
            case PLAIN -> {}
            case LEAVES ->
                inspection.found(
                        "zip/slip",
                        member.header(),
                        "member %s would be unpacked outside its folder".formatted(Snippet.quoted(member.name())));
            case ODD ->
                inspection.found(
                        "zip/odd-name",
                        member.header(),
                        "member %s has a name that shows as another".formatted(Snippet.quoted(member.name())));
        }
    }

    private static void link(ZipMember member, MemorySegment bytes, Inspection inspection) {
        int length = (int) Math.min(bytes.byteSize(), LINK_BYTES_MAX);
        String target = Content.of(member.name(), bytes).text(0, length, StandardCharsets.UTF_8);
        inspection.read(member.data(), member.packed());
        if (Names.linkLeaves(member.name(), target)) {
            inspection.found(
                    "zip/link-escape",
                    member.header(),
                    "member %s is a link to %s outside the archive"
                            .formatted(Snippet.quoted(member.name()), Snippet.quoted(target)));
        } else {
            inspection.found(
                    "zip/link",
                    member.header(),
                    "member %s is a link to %s".formatted(Snippet.quoted(member.name()), Snippet.quoted(target)));
        }
    }

    /** PyTorch can be told to compute no checksums; then all of them are wrong. */
    private static void checksums(ZipArchive archive, int wrong, Inspection inspection) {
        long files =
                archive.members().stream().filter(member -> !member.folder()).count();
        boolean pytorch = archive.members().stream()
                .anyMatch(member -> PYTORCH.matcher(member.name()).matches());
        String message = "%d of %d members have another checksum than they state".formatted(wrong, files);
        inspection.found(
                pytorch && wrong == files && files > 2 ? "zip/no-checksums" : "zip/wrong-checksum", -1, message);
    }
}
