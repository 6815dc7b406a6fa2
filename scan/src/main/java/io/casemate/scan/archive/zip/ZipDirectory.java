package io.casemate.scan.archive.zip;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Reads one central directory and holds each entry against its local header: two readers that trust different ones must see
 * the same. Tolerates what honest writers do: sizes that follow the data, zip64 fields, and stating nothing.
 */
final class ZipDirectory {
    private static final int ENTRY_BYTES = 46;
    private static final long SATURATED = 0xffff_ffffL;
    private static final int ENCRYPTION_BITS = 0x41;

    private final Content content;
    private final Inspection inspection;
    private final BiConsumer<Long, String> mismatch;
    private final List<ZipMember> members = new ArrayList<>();

    ZipDirectory(Content content, Inspection inspection, BiConsumer<Long, String> mismatch) {
        this.content = content;
        this.inspection = inspection;
        this.mismatch = mismatch;
    }

    /** The members of the directory that an end record names. */
    List<ZipMember> read(ZipEnd end) {
        long p = end.directory();
        long count = 0;
        while (p < end.directoryEnd() && content.has(p, "PK\1\2") && p + ENTRY_BYTES <= content.size()) {
            inspection.step();
            if (count++ == inspection.limits().membersMax()) {
                inspection.gap(
                        p,
                        "the archive has more than %d members"
                                .formatted(inspection.limits().membersMax()));
                return members;
            }
            p = entry(p, end.shift());
        }
        inspection.read(end.directory(), p - end.directory());
        if ((count & 0xffff) != (end.entries() & 0xffff) || !end.honest() || p < end.directoryEnd()) {
            mismatch.accept(
                    end.offset(),
                    "the end record states %d members in %d bytes, the directory has %d in %d"
                            .formatted(end.entries(), end.directoryBytes(), count, p - end.directory()));
        }
        return members;
    }

    private long entry(long p, long shift) {
        int nameBytes = content.u16(p + 28);
        int extraBytes = content.u16(p + 30);
        long next = p + ENTRY_BYTES + nameBytes + extraBytes + content.u16(p + 32);
        byte[] rawName = content.copy(p + ENTRY_BYTES, nameBytes);
        var extra = new ZipExtra(content, p + ENTRY_BYTES + nameBytes, p + ENTRY_BYTES + nameBytes + extraBytes);
        long size = content.u32(p + 24);
        long packed = content.u32(p + 20);
        long header = content.u32(p + 42);
        int wide = 0;
        if (size == SATURATED && extra.wide(wide) >= 0) {
            size = extra.wide(wide++);
        }
        if (packed == SATURATED && extra.wide(wide) >= 0) {
            packed = extra.wide(wide++);
        }
        if (header == SATURATED && extra.wide(wide) >= 0) {
            header = extra.wide(wide);
        }
        int flags = content.u16(p + 8);
        var member = new ZipMember(
                ZipLocal.text(rawName, flags),
                flags,
                content.u16(p + 10),
                content.u32(p + 16),
                packed,
                size,
                header + shift,
                -1,
                content.u16(p + 40));
        unicodeName(p, rawName, extra);
        if (member.stored() && packed != size && !member.encrypted()) {
            mismatch.accept(
                    p,
                    "member %s is stored but states %d and %d bytes"
                            .formatted(Snippet.quoted(member.name()), packed, size));
        }
        members.add(compared(member, rawName));
        return next;
    }

    private void unicodeName(long p, byte[] rawName, ZipExtra extra) {
        long body = extra.find(ZipExtra.UNICODE_NAME);
        if (body < 0 || extra.length(body) <= 5) {
            return;
        }
        String other = content.text(body + 5, extra.length(body) - 5);
        String name = new String(rawName, StandardCharsets.ISO_8859_1);
        boolean ascii = name.chars().allMatch(c -> c < 0x80 && c != '?');
        if (ascii && !other.equals(name)) {
            mismatch.accept(p, "member %s has a second name %s".formatted(Snippet.quoted(name), Snippet.quoted(other)));
        }
    }

    private ZipMember compared(ZipMember member, byte[] rawName) {
        Optional<ZipLocal> found = ZipLocal.at(content, member.header());
        if (found.isEmpty()) {
            mismatch.accept(member.header(), "member %s has no local header".formatted(Snippet.quoted(member.name())));
            return member;
        }
        ZipLocal local = found.get();
        String difference = difference(member, rawName, local);
        if (!difference.isEmpty()) {
            mismatch.accept(
                    member.header(),
                    "member %s is not the same in its local header: %s"
                            .formatted(Snippet.quoted(member.name()), difference));
        }
        return member.at(local.data());
    }

    private static String difference(ZipMember member, byte[] rawName, ZipLocal local) {
        if (!local.named(rawName)) {
            return "its name there is " + Snippet.quoted(local.name());
        }
        if (local.method() != member.method()) {
            return "compression method %d against %d".formatted(local.method(), member.method());
        }
        if (((local.flags() ^ member.flags()) & ENCRYPTION_BITS) != 0) {
            return "one of them says that it is encrypted";
        }
        boolean later = (local.flags() & 8) != 0;
        if (differs(local.packed(), member.packed(), later) || differs(local.size(), member.size(), later)) {
            return "%d bytes there, %d here".formatted(local.packed(), member.packed());
        }
        if (differs(local.crc(), member.crc(), later)) {
            return "its checksum there is %08x, not %08x".formatted(local.crc(), member.crc());
        }
        return "";
    }

    private static boolean differs(long local, long central, boolean later) {
        return local != central && local >= 0 && !(later && local == 0);
    }
}
