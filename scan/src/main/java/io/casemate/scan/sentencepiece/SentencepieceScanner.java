package io.casemate.scan.sentencepiece;

import io.casemate.scan.protobuf.ProtoReader;
import io.casemate.scan.protobuf.WireType;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;

/** Reads the vocabularies of SentencePiece: ModelProto of sentencepiece_model.proto. */
public final class SentencepieceScanner implements FormatScanner {
    private static final int PIECES_MIN = 3;

    @Override
    public String id() {
        return "sentencepiece";
    }

    @Override
    public Recognition recognises(Content content) {
        if (content.size() < 16 || content.u8(0) != 0x0a) {
            return Recognition.NO;
        }
        try {
            ProtoReader field = ProtoReader.over(content, () -> {});
            for (int i = 0; i < PIECES_MIN; i++) {
                boolean more = field.next();
                if (more && i == PIECES_MIN - 1 && field.number() == 2 && field.delimited()) {
                    return Recognition.POSSIBLE; // a small vocabulary, then how it was trained
                }
                if (!more || field.number() != 1 || !isPiece(field.message(), i < PIECES_MIN - 1)) {
                    return Recognition.NO;
                }
            }
            return Recognition.POSSIBLE;
        } catch (IndexOutOfBoundsException noMessage) {
            return Recognition.NO;
        }
    }

    /** A text, mostly a score, and sometimes a type. */
    private static boolean isPiece(ProtoReader piece, boolean scored) {
        boolean text = false;
        boolean score = false;
        while (piece.next()) {
            switch (piece.number()) {
                case 1 -> text = piece.delimited();
                case 2 -> score = piece.wireType() == WireType.FIXED32;
                case 3 -> score |= piece.wireType() == WireType.VARINT;
                default -> {
                    return false;
                }
            }
        }
        return text && (score || !scored);
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("format", "SentencePiece");
        long pieces = 0;
        long reached = 0;
        for (ProtoReader field = ProtoReader.over(content, inspection::step); field.next(); ) {
            boolean known = switch (field.number()) {
                case 1 -> isPiece(field.message(), false);
                case 2, 3, 4, 5 -> field.delimited();
                default -> false;
            };
            pieces += field.number() == 1 ? 1 : 0;
            if (known) {
                inspection.read(reached, field.offset() + field.length() - reached);
            } else {
                inspection.gap(
                        field.offset(), "a vocabulary has a field %d that is not known".formatted(field.number()));
            }
            reached = field.offset() + field.length();
        }
        inspection.fact("vocabulary", Long.toString(pieces));
    }
}
