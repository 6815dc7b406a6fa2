package io.casemate.scan.rds;

import io.casemate.scan.rds.RdsInput.Writing;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;

/** Reads RDS and RData: R's serialization of versions 2 and 3 (R Internals, 1.8; src/main/serialize.c). */
public final class RdsScanner implements FormatScanner {
    @Override
    public String id() {
        return "rds";
    }

    @Override
    public Recognition recognises(Content content) {
        if (content.has(0, "RDX2\n")
                || content.has(0, "RDX3\n")
                || content.has(0, "RDA2\n")
                || content.has(0, "RDA3\n")) {
            return Recognition.CERTAIN;
        }
        boolean xdr = content.has(0, "X\n\0\0\0\u0002\0") || content.has(0, "X\n\0\0\0\u0003\0");
        boolean binary = content.has(0, "B\n\u0002\0\0\0") || content.has(0, "B\n\u0003\0\0\0");
        boolean ascii = content.has(0, "A\n2\n") || content.has(0, "A\n3\n");
        return xdr || binary || ascii ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("format", content.has(0, "RD") ? "RData" : "RDS");
        int start = content.has(0, "RD") ? 5 : 0;
        Writing writing = switch (content.u8(start)) {
            case 'X' -> Writing.XDR;
            case 'B' -> Writing.NATIVE;
            case 'A' -> Writing.ASCII;
            default -> throw new IndexOutOfBoundsException("no known writing at %d".formatted(start));
        };
        var input = new RdsInput(content, writing, start + 2L);
        int version = input.integer();
        input.integer(); // version of R that wrote it
        input.integer(); // oldest version of R that can read it
        if (version == 3) {
            input.text(input.length(), 64);
        } else if (version != 2) {
            inspection.gap(start, "serialization of version %d is not known".formatted(version));
            return;
        }
        var seen = new Seen();
        try {
            new RdsWalk(input, seen, inspection).item(0);
        } finally {
            seen.tell(inspection); // what stands before a broken place counts
        }
        long end = input.position();
        inspection.fact("serialization", Integer.toString(version));
        while (writing == Writing.ASCII && end < content.size() && content.u8(end) == '\n') {
            end++;
        }
        inspection.read(0, end);
    }
}
