package io.casemate.scan.pickle;

import io.casemate.scan.call.Call;
import io.casemate.scan.call.Judge;
import io.casemate.scan.call.Judgement;
import io.casemate.scan.call.Value;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Limits;
import io.casemate.scan.spi.Stopped;
import io.casemate.scan.spi.Tensor;

/** An inspection for a reading that only explains: nothing else that it tells arrives, so that explaining changes no verdict. */
record Explained(Inspection whole) implements Inspection {
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
    public Limits limits() {
        return whole.limits();
    }

    @Override
    public void step() {
        whole.step();
    }

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

    @Override
    public void found(String rule, long offset, String message) {
        // the reading that judges tells it
    }

    @Override
    public void gap(long offset, String what) {
        // the reading that judges tells it
    }

    @Override
    public void read(long offset, long length) {
        // the reading that judges tells it
    }

    @Override
    public void nested(Content inner, long offset, long length) {
        // the reading that judges hands it on
    }

    @Override
    public void tensor(Tensor tensor) {
        // the reading that judges tells it
    }

    @Override
    public void fact(String name, String value) {
        // the reading that judges tells it
    }

    @Override
    public void needs(String module, String name) {
        // the reading that judges tells it
    }

    @Override
    public void accept() {
        // the reading that judges says so
    }

    @Override
    public void reject() {
        // the reading that judges says so
    }
}
