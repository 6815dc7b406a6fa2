package io.casemate.scan.sentencepiece;

import static io.casemate.scan.protobuf.ProtoWriter.proto;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.protobuf.ProtoWriter;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Endurance;
import io.casemate.scan.trial.Trial;
import org.junit.jupiter.api.Test;

class SentencepieceScannerTest {
    static ProtoWriter honest() {
        return proto().message(1, proto().text(1, "<unk>").fixed32(2, 0).varint(3, 2))
                .message(1, proto().text(1, "a").fixed32(2, Float.floatToIntBits(-1)))
                .message(1, proto().text(1, "b").fixed32(2, Float.floatToIntBits(-2)))
                .message(2, proto().text(1, "corpus.txt"))
                .message(3, proto().text(1, "nmt_nfkc").bytes(2, new byte[9]));
    }

    @Test
    void an_honest_vocabulary_is_silent_and_wholly_read() {
        byte[] file = honest().toBytes();
        assertThat(new SentencepieceScanner().recognises(Content.of("x", file))).isEqualTo(Recognition.POSSIBLE);
        Trial trial = Trial.of(new SentencepieceScanner(), file);
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.coveredAll(file.length)).isTrue();
        assertThat(trial.facts).containsEntry("vocabulary", "3");
    }

    @Test
    void an_unknown_field_is_a_gap_and_stays_unread() {
        byte[] file = honest().bytes(99, new byte[50]).toBytes();
        Trial trial = Trial.of(new SentencepieceScanner(), file);
        assertThat(trial.gaps).hasSize(1);
        assertThat(trial.coveredAll(file.length)).isFalse();
    }

    @Test
    void survives_prefixes_and_mutations() {
        Endurance.survivesEveryPrefix(new SentencepieceScanner(), honest().toBytes());
        Endurance.survivesMutations(new SentencepieceScanner(), honest().toBytes());
    }
}
