package io.casemate.scan.archive;

import io.casemate.scan.archive.member.Names;
import io.casemate.scan.archive.stream.SegmentInput;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.spi.Stopped;
import io.casemate.scan.spi.Unpacked;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;

/** Reads 7z archives, member by member in their order, since later ones may need the earlier. */
public final class SevenZipScanner implements FormatScanner {
    private static final byte[] MAGIC = {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c};
    private static final int HEAD_BYTES = 32;
    private static final int MODE_SHIFT = 16;
    private static final int TYPE = 0xf000;
    private static final int LINK = 0xa000;
    private static final int LINK_BYTES_MAX = 4096;

    @Override
    public String id() {
        return "seven-zip";
    }

    @Override
    public Recognition recognises(Content content) {
        return content.has(0, MAGIC) && content.size() >= HEAD_BYTES ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        try (SevenZFile archive = SevenZFile.builder()
                .setSeekableByteChannel(new SegmentChannel(content.bytes()))
                .setMaxMemoryLimitKiB(SegmentInput.DECODER_KIB)
                .get()) {
            members(archive, content, inspection);
        } catch (PasswordRequiredException e) {
            inspection.gap(0, "the archive is encrypted");
        } catch (IOException e) {
            inspection.gap(0, "the archive cannot be read: " + Snippet.shown(String.valueOf(e.getMessage())));
        } catch (Stopped | IndexOutOfBoundsException e) {
            throw e;
        } catch (RuntimeException e) {
            // the decoder of others throws what it likes at damaged bytes
            inspection.gap(0, "the archive cannot be read: " + Snippet.shown(String.valueOf(e.getMessage())));
        }
    }

    private static void members(SevenZFile archive, Content content, Inspection inspection) throws IOException {
        int count = 0;
        for (SevenZArchiveEntry entry : archive.getEntries()) {
            inspection.step();
            if (count++ == inspection.limits().membersMax()) {
                inspection.gap(0, "the archive has more than %d members".formatted(count - 1));
                return;
            }
            name(entry, inspection);
        }
        for (SevenZArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            inspection.step();
            if (entry.hasStream() && !member(archive, entry, content, inspection)) {
                return;
            }
        }
        inspection.read(0, content.size());
    }

    private static void name(SevenZArchiveEntry entry, Inspection inspection) {
        switch (Names.manner(entry.getName())) {
            case PLAIN -> {}
            case LEAVES ->
                inspection.found(
                        "seven-zip/slip",
                        -1,
                        "member %s would be unpacked outside its folder".formatted(Snippet.quoted(entry.getName())));
            case ODD ->
                inspection.found(
                        "seven-zip/odd-name",
                        -1,
                        "member %s has a name that shows as another".formatted(Snippet.quoted(entry.getName())));
        }
    }

    /** Returns whether there is any use in going on. */
    private static boolean member(
            SevenZFile archive, SevenZArchiveEntry entry, Content content, Inspection inspection) {
        String name = Snippet.quoted(entry.getName());
        Unpacked unpacked = Unpacked.of(() -> open(archive), content.size(), inspection);
        if (unpacked.ending() == Unpacked.Ending.BOMB) {
            inspection.found("seven-zip/bomb", -1, "member %s: %s".formatted(name, unpacked.problem()));
        }
        if (!unpacked.whole()) {
            inspection.gap(-1, "member %s: %s".formatted(name, Snippet.shown(unpacked.problem())));
        }
        if (link(entry)) {
            escape(entry, unpacked, inspection);
        } else if (unpacked.bytes().byteSize() > 0) {
            inspection.nested(Content.of(content.name() + "!" + entry.getName(), unpacked.bytes()), 0, 0);
        }
        return unpacked.whole();
    }

    private static boolean link(SevenZArchiveEntry entry) {
        return entry.getHasWindowsAttributes() && (entry.getWindowsAttributes() >>> MODE_SHIFT & TYPE) == LINK;
    }

    private static void escape(SevenZArchiveEntry entry, Unpacked unpacked, Inspection inspection) {
        int length = (int) Math.min(LINK_BYTES_MAX, unpacked.bytes().byteSize());
        String target = Content.of("", unpacked.bytes()).text(0, length);
        if (Names.linkLeaves(entry.getName(), target)) {
            inspection.found(
                    "seven-zip/link-escape",
                    -1,
                    "member %s is a link to %s outside the archive"
                            .formatted(Snippet.quoted(entry.getName()), Snippet.quoted(target)));
        }
    }

    /** The bytes of the entry where the archive stands; the archive stays open. */
    private static InputStream open(SevenZFile archive) {
        return new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return archive.read(target, offset, length);
            }
        };
    }
}
