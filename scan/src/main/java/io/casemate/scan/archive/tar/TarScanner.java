package io.casemate.scan.archive.tar;

import io.casemate.scan.archive.member.Names;
import io.casemate.scan.digest.BlobName;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Family;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads tars of every kind: the first Unix ones, ustar, GNU and pax. */
public final class TarScanner implements FormatScanner {
    private static final int TOLD_MAX = 20;

    @Override
    public String id() {
        return "tar";
    }

    @Override
    public Recognition recognises(Content content) {
        return content.size() >= TarHeader.BLOCK_BYTES && new TarHeader(content, 0).sane()
                ? Recognition.CERTAIN
                : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        var reader = new TarReader(content, inspection);
        long end = reader.read(0);
        List<TarMember> members = List.copyOf(reader.members());
        var siblings = new Members(content, members);
        boolean root = BlobName.isLayer(content.name()) || rootFolder(members);
        int told = 0;
        for (TarMember member : members) {
            inspection.step();
            told += told < TOLD_MAX && behaviour(member, root, inspection) ? 1 : 0;
            if (member.file() && member.sparse()) {
                inspection.gap(member.header(), "member %s is sparse".formatted(Snippet.quoted(member.name())));
            }
            if (member.file() && member.size() > 0) {
                Content inner = siblings.open(member);
                inspection.nested(inner, member.data(), member.size());
                BlobName.check(inner, inspection);
                padding(content, member, inspection);
            }
        }
        rest(content, end, inspection);
    }

    /** An image of a whole root folder, in which absolute links mean its own root. */
    private static boolean rootFolder(List<TarMember> members) {
        return members.stream()
                        .anyMatch(member ->
                                member.name().replaceFirst("^\\./", "").startsWith("etc/"))
                && members.stream()
                        .anyMatch(member ->
                                member.name().replaceFirst("^\\./", "").startsWith("usr/"));
    }

    /** Tells what unpacking the member would do; returns whether anything was told. */
    private static boolean behaviour(TarMember member, boolean root, Inspection inspection) {
        String name = Snippet.quoted(member.name());
        if (Names.manner(member.name()) == Names.Manner.LEAVES) {
            inspection.found(
                    "tar/slip", member.header(), "member %s would be unpacked outside its folder".formatted(name));
            return true;
        }
        if (Names.manner(member.name()) == Names.Manner.ODD) {
            inspection.found(
                    "tar/odd-name", member.header(), "member %s has a name that shows as another".formatted(name));
            return true;
        }
        if (removesFolder(member)) {
            inspection.found(
                    "tar/slip", member.header(), "member %s would remove a folder, not a file".formatted(name));
            return true;
        }
        if (member.device()) {
            inspection.found("tar/device", member.header(), "member %s is a device or a pipe".formatted(name));
            return true;
        }
        boolean leaves = member.symbolicLink()
                ? Names.linkLeaves(member.name(), root ? member.link().replaceFirst("^/+", "") : member.link())
                : member.hardLink() && Names.manner(member.link()) == Names.Manner.LEAVES;
        if (leaves && !(root && member.link().startsWith("/"))) {
            inspection.found(
                    "tar/link-escape",
                    member.header(),
                    "member %s is a link to %s outside the archive".formatted(name, Snippet.quoted(member.link())));
            return true;
        }
        return false;
    }

    /** A whiteout: the layer removes the file that its name goes on with, which "." and ".." are not (OCI Image Specification). */
    private static boolean removesFolder(TarMember member) {
        String simple = member.name().substring(member.name().lastIndexOf('/') + 1);
        return simple.equals(".wh.") || simple.equals(".wh..") || simple.equals(".wh...");
    }

    private static void padding(Content content, TarMember member, Inspection inspection) {
        long end = member.data() + member.size();
        long padded = Math.min(
                content.size(), (end + TarHeader.BLOCK_BYTES - 1) / TarHeader.BLOCK_BYTES * TarHeader.BLOCK_BYTES);
        inspection.read(end, padded - end);
    }

    /** What stands behind the last member: blank blocks, as written by everybody, or something else. */
    private static void rest(Content content, long end, Inspection inspection) {
        long p = end;
        while (p < content.size() && content.u8(p) == 0) {
            p++;
            if ((p & 0xffff) == 0) {
                inspection.step();
            }
        }
        inspection.read(end, p - end);
        if (p - end < TarHeader.BLOCK_BYTES) {
            inspection.gap(end, "the archive has no end");
        }
        if (p < content.size()) {
            long from = p - end < TarHeader.BLOCK_BYTES ? end : p;
            inspection.found(
                    "tar/trailing-data", from, "%d bytes stand behind the archive".formatted(content.size() - from));
            String name = "%s!(from byte %d)".formatted(content.name(), from);
            inspection.nested(
                    Content.of(name, content.bytes().asSlice(from, content.size() - from)),
                    from,
                    content.size() - from);
        }
    }

    /** The members by their names. */
    private static final class Members {
        private final Content content;
        private final Map<String, TarMember> byName = new HashMap<>();

        Members(Content content, List<TarMember> members) {
            this.content = content;
            for (TarMember member : members) {
                if (member.file()) {
                    byName.put(plain(member.name()), member);
                }
            }
        }

        private static String plain(String name) {
            return name.startsWith("./") ? name.substring(2) : name;
        }

        Content open(TarMember member) {
            String name = plain(member.name());
            String folder = name.substring(0, name.lastIndexOf('/') + 1);
            Family family = sibling -> Names.manner(sibling) == Names.Manner.PLAIN
                    ? Optional.ofNullable(byName.get(folder + plain(sibling))).map(this::open)
                    : Optional.empty();
            return new Content(
                    content.name() + "!" + name, content.bytes().asSlice(member.data(), member.size()), family);
        }
    }
}
