package io.casemate.scan.paddle;

import io.casemate.scan.protobuf.ProtoReader;
import io.casemate.scan.protobuf.WireType;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;

/** Reads programs of Paddle ({@code .pdmodel}, {@code __model__}): ProgramDesc of framework.proto. */
public final class PaddleScanner implements FormatScanner {
    private static final int NAME_MAX = 256;

    @Override
    public String id() {
        return "paddle";
    }

    /** The first block is number 0, names its parent, and then holds variables. */
    @Override
    public Recognition recognises(Content content) {
        try {
            ProtoReader program = ProtoReader.over(content, () -> {});
            if (!program.next() || program.number() != 1 || !program.delimited()) {
                return Recognition.NO;
            }
            ProtoReader block = program.message();
            boolean first =
                    block.next() && block.number() == 1 && block.wireType() == WireType.VARINT && block.value() == 0;
            boolean parent = block.next() && block.number() == 2 && block.wireType() == WireType.VARINT;
            boolean holds = block.next() && (block.number() == 3 || block.number() == 4) && block.delimited();
            return first && parent && holds ? Recognition.POSSIBLE : Recognition.NO;
        } catch (IndexOutOfBoundsException noMessage) {
            return Recognition.NO;
        }
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("framework", "Paddle");
        long reached = 0;
        for (ProtoReader program = ProtoReader.over(content, inspection::step); program.next(); ) {
            if (program.number() == 1) {
                block(program.message(), inspection);
            }
            long end = program.offset() + program.length();
            if (program.number() <= 5) {
                inspection.read(reached, end - reached);
            }
            reached = end;
        }
    }

    private static void block(ProtoReader block, Inspection inspection) {
        while (block.next()) {
            if (block.number() == 4) {
                for (ProtoReader operator = block.message(); operator.next(); ) {
                    if (operator.number() == 3) {
                        Operators.judge(operator.text(NAME_MAX), operator.offset(), inspection);
                    }
                }
            }
        }
    }
}
