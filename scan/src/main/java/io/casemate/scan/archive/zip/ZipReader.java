package io.casemate.scan.archive.zip;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks through a zip for all that any reader would take for a member, and tells where readers would differ. */
final class ZipReader {
    private static final int TFLITE_MARK = 4;

    private static final int TOLD_MAX = 20;
    private static final int HOLES_MAX = 100;
    private static final int NAME_BYTES_MAX = 4096;

    private final Content content;
    private final Inspection inspection;
    private final Set<ZipMember> members = new LinkedHashSet<>();
    private final ZipHoles holes;
    private int mismatches;

    ZipReader(Content content, Inspection inspection) {
        this.content = content;
        this.inspection = inspection;
        this.holes = new ZipHoles(content, inspection);
    }

    ZipArchive read() {
        List<ZipEnd> ends = ends();
        if (ends.isEmpty()) {
            inspection.gap(
                    content.size(), "the archive has no central directory; members were read by their local headers");
        }
        for (ZipEnd end : ends) {
            List<ZipMember> named = new ZipDirectory(content, inspection, this::mismatch).read(end);
            repeated(named);
            members.addAll(named);
            holes.covers(end);
            if (end.end() > content.size()) {
                mismatch(end.offset(), "the comment of the archive is longer than the file");
            }
        }
        otherMethods();
        duplicates();
        members.forEach(holes::covers);
        List<ZipHoles.Hole> found = holes.find();
        if (holes.overlaps() > 0) {
            inspection.found("zip/overlap", -1, "%d members lie over the bytes of others".formatted(holes.overlaps()));
        }
        found.stream().limit(HOLES_MAX).forEach(hole -> look(hole, ends.size()));
        if (found.size() > HOLES_MAX) {
            inspection.gap(found.get(HOLES_MAX).start(), "the archive has %d holes".formatted(found.size()));
        }
        return new ZipArchive(content, inspection, List.copyOf(members));
    }

    /** The end records that some reader trusts: the last, and the last one that ends where the file ends. */
    private List<ZipEnd> ends() {
        if (content.size() < ZipEnd.MIN_BYTES) {
            return List.of();
        }
        List<ZipEnd> all = ZipEnd.all(content);
        var trusted = new ArrayList<ZipEnd>();
        for (ZipEnd end : all) {
            if (trusted.isEmpty() || end.closes(content)) {
                trusted.add(end);
            }
        }
        if (trusted.size() > 1) {
            inspection.found(
                    "zip/several-directories",
                    trusted.getFirst().offset(),
                    "the archive has %d end records; readers differ in which one they trust".formatted(trusted.size()));
        }
        return trusted;
    }

    /** One directory that names the same bytes again and again makes them many when it is unpacked (Fifield, zbsm). */
    private void repeated(List<ZipMember> named) {
        var places = new HashSet<Long>();
        long again =
                named.stream().filter(member -> !places.add(member.header())).count();
        if (again > 0) {
            inspection.found("zip/overlap", -1, "%d members lie over the bytes of others".formatted(again));
        }
    }

    private void mismatch(long offset, String message) {
        if (mismatches++ < TOLD_MAX) {
            inspection.found("zip/header-mismatch", offset, message);
        }
    }

    /** Where the local header has another method, some reader unpacks by that one. */
    private void otherMethods() {
        if (mismatches == 0) {
            return;
        }
        for (ZipMember member : List.copyOf(members)) {
            Optional<ZipLocal> local = ZipLocal.at(content, member.header());
            if (local.isPresent()
                    && local.get().method() != member.method()
                    && ZipMethod.known(local.get().method())) {
                members.add(member.packedBy(local.get().method()));
            }
        }
    }

    private void duplicates() {
        var names = new HashSet<String>();
        for (ZipMember member : members) {
            if (!names.add(member.name()) && mismatches == 0) {
                inspection.found(
                        "zip/duplicate-name",
                        member.header(),
                        "there is more than one member %s; readers differ in which one they take"
                                .formatted(Snippet.quoted(member.name())));
                return;
            }
        }
    }

    private void look(ZipHoles.Hole hole, int ends) {
        long p = hole.start();
        long begun = p;
        while (p < hole.end()) {
            Optional<ZipLocal> local = next(p, hole.end());
            if (local.isEmpty()) {
                break;
            }
            rest(begun, local.get().offset(), hole, ends);
            long limit = local.get().packed() < 0
                    ? next(local.get().data(), hole.end()).map(ZipLocal::offset).orElse(hole.end())
                    : hole.end();
            ZipMember member = local.get().member(limit);
            if (ends > 0) {
                inspection.found(
                        "zip/hidden-member",
                        member.header(),
                        "member %s is not in the central directory".formatted(Snippet.quoted(member.name())));
            }
            members.add(member);
            inspection.read(member.header(), member.data() - member.header());
            p = Math.max(member.data(), Math.min(member.end(), hole.end()));
            begun = p;
        }
        rest(begun, hole.end(), hole, ends);
    }

    private Optional<ZipLocal> next(long from, long end) {
        for (long p = from; p < end - ZipLocal.MIN_BYTES; p++) {
            if ((p & 0xffff) == 0) {
                inspection.step();
            }
            if (content.u8(p) == 'P' && content.has(p, "PK\3\4")) {
                Optional<ZipLocal> local = ZipLocal.at(content, p)
                        .filter(header ->
                                header.plausible(content) && header.rawName().length() <= NAME_BYTES_MAX);
                if (local.isPresent()) {
                    return local;
                }
            }
        }
        return Optional.empty();
    }

    /** Bytes that belong to no member. */
    private void rest(long start, long end, ZipHoles.Hole hole, int ends) {
        if (start >= end) {
            return;
        }
        if (ends == 0) {
            return;
        }
        if (hole.start() == 0 || hole.end() == content.size()) {
            polyglot(start, end);
        } else {
            inspection.found(
                    "zip/hidden-data", start, "%d bytes between the members belong to none".formatted(end - start));
        }
        String name = "%s!(bytes %d to %d)".formatted(content.name(), start, end);
        inspection.nested(Content.of(name, content.bytes().asSlice(start, end - start)), start, end - start);
    }

    private void polyglot(long start, long end) {
        if (start > 0) {
            inspection.found("zip/polyglot", start, "%d bytes stand behind the archive".formatted(end - start));
        } else if (content.has(0, "MZ") || content.has(0, "\177ELF") || content.has(0, "#!")) {
            inspection.found(
                    "zip/executable-prefix", 0, "the archive stands behind a program of %d bytes".formatted(end));
        } else if (!content.has(TFLITE_MARK, "TFL3")) { // there the archive holds labels, which belong to the model
            inspection.found("zip/polyglot", 0, "%d bytes stand before the archive".formatted(end));
        }
    }
}
