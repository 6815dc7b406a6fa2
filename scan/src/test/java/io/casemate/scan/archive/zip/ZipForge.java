package io.casemate.scan.archive.zip;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zips field by field, as no honest library would. */
public final class ZipForge {
    /** A member whose local header and directory entry may differ. */
    public static final class Member {
        public byte[] name;
        public byte[] centralName;
        public byte[] data;
        public int localFlags;
        public int centralFlags;
        public int localMethod;
        public int centralMethod;
        public long localCrc;
        public long centralCrc;
        public long size;
        public int mode;
        public byte[] localExtra = new byte[0];
        public boolean inDirectory = true;
        public boolean sizesLater;
        public long header = -1;

        Member(String name, byte[] content) {
            this.name = name.getBytes(StandardCharsets.UTF_8);
            this.centralName = this.name;
            this.data = content;
            this.size = content.length;
            var crc = new CRC32();
            crc.update(content);
            this.localCrc = crc.getValue();
            this.centralCrc = this.localCrc;
        }

        public Member deflated() {
            var deflater = new Deflater(6, true);
            deflater.setInput(data);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            byte[] chunk = new byte[8192];
            while (!deflater.finished()) {
                out.write(chunk, 0, deflater.deflate(chunk));
            }
            data = out.toByteArray();
            return method(8);
        }

        public Member method(int method) {
            localMethod = method;
            centralMethod = method;
            return this;
        }

        public Member flags(int flags) {
            localFlags = flags;
            centralFlags = flags;
            return this;
        }
    }

    public final List<Member> members = new ArrayList<>();
    public byte[] prefix = new byte[0];
    public byte[] suffix = new byte[0];
    public byte[] comment = new byte[0];
    public boolean prefixCounted;
    public int entriesStated = -1;

    public Member add(String name, byte[] content) {
        var member = new Member(name, content);
        members.add(member);
        return member;
    }

    public Member add(String name, String content) {
        return add(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] build() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(prefix);
        int base = prefixCounted ? 0 : prefix.length;
        for (Member member : members) {
            if (member.header >= 0) {
                continue;
            }
            member.header = out.size() - base;
            boolean later = member.sizesLater;
            out.writeBytes(buffer(30)
                    .put("PK\3\4".getBytes(StandardCharsets.ISO_8859_1))
                    .putShort((short) 20)
                    .putShort((short) (member.localFlags | (later ? 8 : 0)))
                    .putShort((short) member.localMethod)
                    .putInt(0)
                    .putInt(later ? 0 : (int) member.localCrc)
                    .putInt(later ? 0 : member.data.length)
                    .putInt(later ? 0 : (int) member.size)
                    .putShort((short) member.name.length)
                    .putShort((short) member.localExtra.length)
                    .array());
            out.writeBytes(member.name);
            out.writeBytes(member.localExtra);
            out.writeBytes(member.data);
            if (later) {
                out.writeBytes(buffer(16)
                        .put("PK\7\b".getBytes(StandardCharsets.ISO_8859_1))
                        .putInt((int) member.centralCrc)
                        .putInt(member.data.length)
                        .putInt((int) member.size)
                        .array());
            }
        }
        long directory = out.size() - base;
        int entries = 0;
        for (Member member : members) {
            if (member.inDirectory) {
                entries++;
                entry(out, member);
            }
        }
        long bytes = out.size() - base - directory;
        int stated = entriesStated < 0 ? entries : entriesStated;
        out.writeBytes(buffer(22)
                .put("PK\5\6".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(0)
                .putShort((short) stated)
                .putShort((short) stated)
                .putInt((int) bytes)
                .putInt((int) directory)
                .putShort((short) comment.length)
                .array());
        out.writeBytes(comment);
        out.writeBytes(suffix);
        return out.toByteArray();
    }

    /** The archive with a zip64 end record before its end record, which states so many entries. */
    byte[] withWideEnd(long entries) {
        byte[] narrow = build();
        int end = narrow.length - 22;
        ByteBuffer record = ByteBuffer.wrap(narrow).order(ByteOrder.LITTLE_ENDIAN);
        var out = new ByteArrayOutputStream();
        out.write(narrow, 0, end);
        out.writeBytes(buffer(56)
                .put("PK\6\6".getBytes(StandardCharsets.ISO_8859_1))
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45)
                .putLong(0)
                .putLong(record.getShort(end + 8))
                .putLong(entries)
                .putLong(record.getInt(end + 12))
                .putLong(record.getInt(end + 16))
                .array());
        out.writeBytes(buffer(20)
                .put("PK\6\7".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(0)
                .putLong(end)
                .putInt(1)
                .array());
        out.write(narrow, end, 22);
        return out.toByteArray();
    }

    private static void entry(ByteArrayOutputStream out, Member member) {
        out.writeBytes(buffer(46)
                .put("PK\1\2".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) (3 << 8 | 20))
                .putShort((short) 20)
                .putShort((short) (member.centralFlags | (member.sizesLater ? 8 : 0)))
                .putShort((short) member.centralMethod)
                .putInt(0)
                .putInt((int) member.centralCrc)
                .putInt(member.data.length)
                .putInt((int) member.size)
                .putShort((short) member.centralName.length)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(member.mode << 16)
                .putInt((int) member.header)
                .array());
        out.writeBytes(member.centralName);
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
