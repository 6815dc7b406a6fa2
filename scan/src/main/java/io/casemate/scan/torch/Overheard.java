package io.casemate.scan.torch;

import io.casemate.scan.call.Judge;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Limits;
import io.casemate.scan.spi.Tensor;

/** An inspection that tells nobody: for a pickle that is read for its tensors here, and for its calls as content of its own. */
record Overheard(Inspection inspection) implements Inspection {
    @Override
    public Limits limits() {
        return inspection.limits();
    }

    @Override
    public void step() {
        inspection.step();
    }

    @Override
    public void spend(long bytes) {
        inspection.spend(bytes);
    }

    @Override
    public Judge judge() {
        return inspection.judge();
    }

    @Override
    public void found(String rule, long offset, String message) {
        // told by whoever reads the pickle as content of its own
    }

    @Override
    public void gap(long offset, String what) {
        // told by whoever reads the pickle as content of its own
    }

    @Override
    public void read(long offset, long length) {
        // offsets in another content
    }

    @Override
    public void nested(Content inner, long offset, long length) {
        // routed by whoever reads the pickle as content of its own
    }

    @Override
    public void tensor(Tensor tensor) {
        // tensors stand beside the pickle
    }

    @Override
    public void fact(String name, String value) {
        // told by whoever reads the pickle as content of its own
    }

    @Override
    public void needs(String module, String name) {
        // told by whoever reads the pickle as content of its own
    }

    @Override
    public void explain(String line) {
        // told by whoever reads the pickle as content of its own
    }

    @Override
    public void accept() {
        // the archive was accepted
    }

    @Override
    public void reject() {
        // the archive was accepted
    }
}
