package io.casemate.scan.archive.zip;

import io.casemate.scan.archive.member.Names;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Family;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Stopped;
import io.casemate.scan.spi.Unpacked;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/** A zip that was looked through: its members, and their bytes on demand. Used by one thread. */
public final class ZipArchive {
    private static final int BOMBS_MAX = 3;
    private static final int CRYPT_HEADER_BYTES = 12;
    private static final int AES = 99;
    private static final long CHUNK_BYTES = 16L << 20;

    private final Content content;
    private final Inspection inspection;
    private final List<ZipMember> members;
    private final Map<String, ZipMember> byName = new HashMap<>();
    private int bombs;

    ZipArchive(Content content, Inspection inspection, List<ZipMember> members) {
        this.content = content;
        this.inspection = inspection;
        this.members = List.copyOf(members);
        for (ZipMember member : members) {
            byName.put(member.name(), member);
        }
    }

    /** The whole archive. */
    public Content content() {
        return content;
    }

    /** All members in the order of the directory; those that only their local headers name come last. */
    public List<ZipMember> members() {
        return members;
    }

    /** The member of that name; of several the last, as Python and Java have it. */
    public Optional<ZipMember> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** A member as content of its own; empty where it cannot be read, which is told. */
    public Optional<Content> open(ZipMember member) {
        return bytes(member).map(bytes -> new Content(name(member), bytes, family(member)));
    }

    String name(ZipMember member) {
        return content.name() + "!" + member.name();
    }

    Family family(ZipMember member) {
        String folder = member.name().substring(0, member.name().lastIndexOf('/') + 1);
        return name ->
                Names.manner(name) == Names.Manner.PLAIN ? find(folder + name).flatMap(this::open) : Optional.empty();
    }

    /** The bytes of a member, unpacked; a slice where it is stored. */
    Optional<MemorySegment> bytes(ZipMember member) {
        if (member.data() < 0 || member.data() > content.size()) {
            inspection.gap(member.header(), "member %s points outside".formatted(Snippet.quoted(member.name())));
            return Optional.empty();
        }
        if (member.method() == AES || (member.encrypted() && member.stored() && locked(member))) {
            return encrypted(member);
        }
        long length = Math.min(member.packed(), content.size() - member.data());
        if (length < member.packed() || length < 0) {
            inspection.gap(member.header(), "member %s is cut off".formatted(Snippet.quoted(member.name())));
        }
        MemorySegment packed = content.bytes().asSlice(member.data(), Math.max(0, length));
        return member.stored() ? Optional.of(packed) : unpack(member, packed);
    }

    private static boolean locked(ZipMember member) {
        return member.packed() == member.size() + CRYPT_HEADER_BYTES;
    }

    private Optional<MemorySegment> encrypted(ZipMember member) {
        inspection.gap(member.header(), "member %s is encrypted".formatted(Snippet.quoted(member.name())));
        return Optional.empty();
    }

    private Optional<MemorySegment> unpack(ZipMember member, MemorySegment packed) {
        Unpacked unpacked = Unpacked.of(() -> ZipMethod.open(member, packed), packed.byteSize(), inspection);
        if (member.encrypted() && (!unpacked.whole() || unpacked.bytes().byteSize() != member.size())) {
            return encrypted(member);
        }
        if (unpacked.ending() == Unpacked.Ending.BOMB) {
            bomb(member, unpacked.problem());
        } else if (!unpacked.whole()) {
            inspection.gap(
                    member.header(),
                    "member %s: %s".formatted(Snippet.quoted(member.name()), Snippet.shown(unpacked.problem())));
        } else if (member.size() >= 0 && unpacked.bytes().byteSize() != member.size()) {
            inspection.found(
                    "zip/header-mismatch",
                    member.header(),
                    "member %s states %d bytes and has %d"
                            .formatted(
                                    Snippet.quoted(member.name()),
                                    member.size(),
                                    unpacked.bytes().byteSize()));
        }
        return Optional.of(unpacked.bytes());
    }

    private void bomb(ZipMember member, String problem) {
        inspection.found(
                "zip/bomb", member.header(), "member %s: %s".formatted(Snippet.quoted(member.name()), problem));
        inspection.gap(
                member.header(), "the rest of member %s was not unpacked".formatted(Snippet.quoted(member.name())));
        if (content.name().indexOf('!') >= 0) {
            // an archive of archives of bombs would go on for hours: the second one spends the budget of the whole file
            inspection.spend(inspection.limits().unpackedBytesMax() / 2);
            throw new Stopped("an archive in an archive is a bomb");
        }
        if (++bombs == BOMBS_MAX) {
            throw new Stopped("%d members are bombs".formatted(bombs));
        }
    }

    /** CRC-32 of some bytes. */
    long checksum(MemorySegment bytes) {
        var crc = new CRC32();
        for (long p = 0; p < bytes.byteSize(); p += CHUNK_BYTES) {
            inspection.step();
            crc.update(bytes.asSlice(p, Math.min(CHUNK_BYTES, bytes.byteSize() - p))
                    .asByteBuffer());
        }
        return crc.getValue();
    }
}
