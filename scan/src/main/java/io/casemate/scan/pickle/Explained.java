package io.casemate.scan.pickle;

import io.casemate.scan.call.Call;
import io.casemate.scan.call.Judge;
import io.casemate.scan.call.Judgement;
import io.casemate.scan.call.Value;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.MutedInspection;
import io.casemate.scan.spi.Stopped;

/** An inspection for a reading that only explains: nothing else that it tells arrives, so that explaining changes no verdict. */
record Explained(Inspection whole) implements MutedInspection {
    private static final long BYTES_MAX = 16 << 20;

    /** Wants to see all of every call, and minds none. */
    private static final Judge INDIFFERENT = new Judge() {
        @Override
        public Judgement call(Call call) {
            return Judgement.SAFE;
        }

        @Override
        public Judgement reference(Value.Global global) {
            return Judgement.SAFE;
        }

        @Override
        public Need need(Value.Global global) {
            return Need.ARGUMENTS;
        }
    };

    @Override
    public void spend(long bytes) {
        if (bytes > BYTES_MAX) {
            throw new Stopped("%,d bytes are too many to explain".formatted(bytes));
        }
    }

    @Override
    public Judge judge() {
        return INDIFFERENT;
    }

    @Override
    public void explain(String line) {
        whole.explain(line);
    }
}
