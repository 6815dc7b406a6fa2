package io.casemate.scan.archive.tar;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Goes through the headers of a tar, with the long names of GNU and the records of pax. */
final class TarReader {
    private static final int TEXT_BYTES_MAX = 1 << 20;
    private static final long LARGE_BYTES = 1L << 33;
    private static final int LARGE_DIGITS = 18;

    private final Content content;
    private final Inspection inspection;
    private final List<TarMember> members = new ArrayList<>();
    private final Map<String, String> global = new HashMap<>();
    private Map<String, String> pax = new HashMap<>();
    private String longName = "";
    private String longLink = "";
    private long begun;

    TarReader(Content content, Inspection inspection) {
        this.content = content;
        this.inspection = inspection;
    }

    List<TarMember> members() {
        return members;
    }

    /** Reads headers from an offset; returns where there is none any more. */
    long read(long from) {
        long p = from;
        begun = from;
        while (p <= content.size() - TarHeader.BLOCK_BYTES) {
            inspection.step();
            var header = new TarHeader(content, p);
            if (!header.sane()) {
                break;
            }
            if (members.size() == inspection.limits().membersMax()) {
                inspection.gap(p, "the archive has more than %d members".formatted(members.size()));
                return content.size();
            }
            long data = p + TarHeader.BLOCK_BYTES;
            long size = header(header, data);
            if (size > content.size() - data) {
                inspection.gap(p, "member %s is cut off".formatted(Snippet.quoted(header.name())));
                return content.size();
            }
            p = Math.min(content.size(), data + padded(size));
        }
        return p;
    }

    private static long padded(long size) {
        return (size + TarHeader.BLOCK_BYTES - 1) / TarHeader.BLOCK_BYTES * TarHeader.BLOCK_BYTES;
    }

    /** Takes one header; returns how many bytes of data follow it. */
    private long header(TarHeader header, long data) {
        long size = header.size();
        int length = (int) Math.clamp(content.size() - data, 0, Math.min(size, TEXT_BYTES_MAX));
        switch (header.type()) {
            case 'L' -> longName = text(data, length);
            case 'K' -> longLink = text(data, length);
            case 'x', 'X' -> pax = records(data, length);
            case 'g' -> global.putAll(records(data, length));
            default -> {
                return member(header, data, size);
            }
        }
        inspection.read(header.offset(), data + Math.min(size, length) - header.offset());
        return size;
    }

    private long member(TarHeader header, long data, long stated) {
        var fields = new HashMap<>(global);
        fields.putAll(pax);
        String name = fields.getOrDefault("path", longName.isEmpty() ? header.name() : longName);
        String link = fields.getOrDefault("linkpath", longLink.isEmpty() ? header.link() : longLink);
        long size = size(fields, stated, header);
        boolean sparse = header.type() == 'S' || fields.keySet().stream().anyMatch(key -> key.startsWith("GNU.sparse"));
        char type = header.type() == 0 || header.type() == '7' ? '0' : header.type();
        boolean empty = type >= '1' && type <= '6';
        long here = empty ? 0 : size;
        members.add(new TarMember(name, type, link, begun, data, Math.min(here, content.size() - data), sparse));
        inspection.read(begun, data - begun);
        pax = new HashMap<>();
        longName = "";
        longLink = "";
        begun = data + padded(here);
        return here;
    }

    private long size(Map<String, String> fields, long stated, TarHeader header) {
        String written = fields.getOrDefault("size", "");
        if (written.isEmpty()
                || written.length() > LARGE_DIGITS
                || !written.chars().allMatch(Character::isDigit)) {
            return stated;
        }
        long size = Long.parseLong(written);
        if (size != stated && size < LARGE_BYTES) {
            inspection.found(
                    "tar/header-mismatch",
                    header.offset(),
                    "member %s has %d bytes by its header and %d by the record before it"
                            .formatted(Snippet.quoted(header.name()), stated, size));
        }
        return size;
    }

    private String text(long offset, int length) {
        String text = content.text(offset, length, StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    /** Records of pax: "27 path=folder/name\n", where 27 is the length of the record in bytes. */
    private Map<String, String> records(long offset, int length) {
        var records = new HashMap<String, String>();
        long p = offset;
        long end = offset + length;
        while (p < end) {
            int digits = 0;
            int bytes = 0;
            while (p + digits < end && digits < 7 && Character.isDigit(content.u8(p + digits))) {
                bytes = bytes * 10 + content.u8(p + digits) - '0';
                digits++;
            }
            if (bytes <= digits + 1 || p + bytes > end) {
                inspection.gap(p, "a record of the archive is broken");
                break;
            }
            String record = content.text(p + digits + 1, bytes - digits - 1, StandardCharsets.UTF_8);
            int equals = record.indexOf('=');
            if (equals > 0) {
                String value = record.substring(equals + 1);
                records.put(
                        record.substring(0, equals),
                        value.endsWith("\n") ? value.substring(0, value.length() - 1) : value);
            }
            p += bytes;
        }
        return records;
    }
}
