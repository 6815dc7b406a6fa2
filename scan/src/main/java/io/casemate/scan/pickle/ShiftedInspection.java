package io.casemate.scan.pickle;

import io.casemate.scan.call.Judge;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Limits;
import io.casemate.scan.spi.Tensor;

/** An inspection of content out of which bytes were cut: what is told of the rest is told where it stands in the whole. */
record ShiftedInspection(Inspection whole, long cut, long missing) implements Inspection {
    private long back(long offset) {
        return offset >= cut ? offset + missing : offset;
    }

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
        whole.spend(bytes);
    }

    @Override
    public void found(String rule, long offset, String message) {
        whole.found(rule, back(offset), message);
    }

    @Override
    public Judge judge() {
        return whole.judge();
    }

    @Override
    public void gap(long offset, String what) {
        whole.gap(back(offset), "read as the C unpickler does from a file, " + what);
    }

    @Override
    public void read(long offset, long length) {
        // the first reading said what was read
    }

    @Override
    public void nested(Content inner, long offset, long length) {
        whole.nested(inner, back(offset), 0);
    }

    @Override
    public void tensor(Tensor tensor) {
        // the first reading told it
    }

    @Override
    public void fact(String name, String value) {
        whole.fact(name, value);
    }

    @Override
    public void needs(String module, String name) {
        whole.needs(module, name);
    }

    @Override
    public void explain(String line) {
        whole.explain(line);
    }

    @Override
    public void accept() {
        whole.accept();
    }

    @Override
    public void reject() {
        whole.reject();
    }
}
