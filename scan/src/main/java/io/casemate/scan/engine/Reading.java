package io.casemate.scan.engine;

import io.casemate.scan.call.Judge;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Limits;
import io.casemate.scan.spi.Tensor;
import io.casemate.scan.weight.TensorPass.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * One content read by one scanner. What it tells is kept back until it is sure that the content is of its format, so that a
 * scanner that only tried leaves no trace.
 */
final class Reading implements Inspection {
    private enum State {
        OPEN,
        ACCEPTED,
        REJECTED
    }

    private static final int HELD_BACK_MAX = 20_000;

    private final FileReading file;
    private final String format;
    private final Content content;
    private final int depth;
    private final long base;
    private final List<Runnable> heldBack = new ArrayList<>();
    private final Spans understood = new Spans();
    private final Spans inner = new Spans();
    private final Spans tensors = new Spans();
    private final Spans unusual = new Spans();
    private State state = State.OPEN;
    private long missing;

    /**
     * A reading by the scanner of a format.
     *
     * @param format its id, noted once the content is accepted; "" for readings that are no format's
     * @param base where the content begins in what it is a part of: added to every offset of a finding or gap
     */
    Reading(FileReading file, String format, Content content, int depth, long base) {
        this.file = file;
        this.format = format;
        this.content = content;
        this.depth = depth;
        this.base = base;
    }

    /** Whether the content is of the scanner's format, as far as it said. */
    boolean accepted() {
        return state == State.ACCEPTED;
    }

    boolean rejected() {
        return state == State.REJECTED;
    }

    /** Bytes that somebody understood or that were read as contents of their own. */
    Spans understood() {
        return understood;
    }

    /** Bytes that are contents of their own, which are swept by themselves. */
    Spans inner() {
        return inner;
    }

    /** Bytes that are numbers: no words are looked for in them. */
    Spans tensors() {
        return tensors;
    }

    /** Bytes of tensors in which executables are to be sought. */
    Spans unusual() {
        return unusual;
    }

    /** Bytes within {@link #understood()} that were handed on and not understood there. */
    long missing() {
        return missing;
    }

    @Override
    public Limits limits() {
        return file.budget().limits();
    }

    @Override
    public void step() {
        file.budget().checkDeadline();
    }

    @Override
    public void spend(long bytes) {
        file.budget().spend(bytes);
    }

    @Override
    public void found(String rule, long offset, String message) {
        long at = offset < 0 ? offset : offset + base;
        tell(() -> file.found(content, rule, at, message));
    }

    @Override
    public Judge judge() {
        return file.judge();
    }

    @Override
    public void gap(long offset, String what) {
        long at = offset < 0 ? offset : offset + base;
        tell(() -> file.gap(content, at, what));
    }

    @Override
    public void read(long offset, long length) {
        understood.add(offset, length);
    }

    @Override
    public void nested(Content inner, long offset, long length) {
        if (state == State.REJECTED) {
            return;
        }
        accept();
        understood.add(offset, length);
        if (length > 0) {
            this.inner.add(offset, length);
            file.claimed(content);
        }
        long innerUnderstood = file.route(inner, depth + 1);
        if (inner.size() > 0) {
            missing += Math.round(length * (1 - (double) innerUnderstood / inner.size()));
        }
    }

    @Override
    public void tensor(Tensor tensor) {
        if (state == State.REJECTED) {
            return;
        }
        if (tensor.offset() >= 0) {
            understood.add(tensor.offset(), tensor.bytes().byteSize());
            tensors.add(tensor.offset(), tensor.bytes().byteSize());
        }
        accept();
        for (Part part : file.weigh(tensor)) {
            if (tensor.offset() >= 0) {
                unusual.add(tensor.offset() + part.begin(), part.end() - part.begin());
            }
        }
    }

    @Override
    public void fact(String name, String value) {
        tell(() -> file.dossier().fact(name, value));
    }

    @Override
    public void needs(String module, String name) {
        tell(() -> file.dossier().needs(module.isEmpty() ? name : module + "." + name));
    }

    @Override
    public void explain(String line) {
        if (limits().explain()) {
            tell(() -> file.dossier().explain(line));
        }
    }

    @Override
    public void accept() {
        if (state == State.OPEN) {
            state = State.ACCEPTED;
            file.dossier().format(format);
            heldBack.forEach(Runnable::run);
            heldBack.clear();
        }
    }

    @Override
    public void reject() {
        if (state == State.OPEN) {
            state = State.REJECTED;
            heldBack.clear();
        }
    }

    private void tell(Runnable what) {
        switch (state) {
            case OPEN -> {
                if (heldBack.size() < HELD_BACK_MAX) {
                    heldBack.add(what);
                }
            }
            case ACCEPTED -> what.run();
            case REJECTED -> {
                // told of content that is not of the format
            }
        }
    }
}
