package io.casemate.scan.javaserial;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;

/** Reads streams of Java's ObjectOutputStream (Java Object Serialization Specification, chapter 6). */
public final class JavaSerialScanner implements FormatScanner {
    private static final byte[] MAGIC = {(byte) 0xac, (byte) 0xed, 0, 5};

    @Override
    public String id() {
        return "java-serial";
    }

    @Override
    public Recognition recognises(Content content) {
        boolean sane = content.has(0, MAGIC) && content.size() > 4 && content.u8(4) >= 0x70 && content.u8(4) <= 0x7e;
        return sane ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("format", "Java serialised objects");
        var classes = new SeenClasses(inspection);
        var walk = new StreamWalk(content, classes, inspection);
        try {
            walk.read();
            inspection.read(0, content.size());
        } catch (IndexOutOfBoundsException broken) {
            inspection.gap(walk.position(), "the stream of Java objects cannot be read from here on");
            inspection.read(0, content.size());
            Descriptors.find(content, walk.position(), classes, inspection);
        }
    }
}
