package io.casemate.scan.spi;

import io.casemate.scan.call.Judge;

/** An inspection that keeps the limits and the judge of another one, and passes on nothing that it is told. */
public interface MutedInspection extends Inspection {
    /** The other one. */
    Inspection whole();

    @Override
    default Limits limits() {
        return whole().limits();
    }

    @Override
    default void step() {
        whole().step();
    }

    @Override
    default void spend(long bytes) {
        whole().spend(bytes);
    }

    @Override
    default Judge judge() {
        return whole().judge();
    }

    @Override
    default void found(String rule, long offset, String message) {
        // passed on to nobody
    }

    @Override
    default void gap(long offset, String what) {
        // passed on to nobody
    }

    @Override
    default void read(long offset, long length) {
        // passed on to nobody
    }

    @Override
    default void nested(Content inner, long offset, long length) {
        // passed on to nobody
    }

    @Override
    default void tensor(Tensor tensor) {
        // passed on to nobody
    }

    @Override
    default void fact(String name, String value) {
        // passed on to nobody
    }

    @Override
    default void needs(String module, String name) {
        // passed on to nobody
    }

    @Override
    default void explain(String line) {
        // passed on to nobody
    }

    @Override
    default void accept() {
        // passed on to nobody
    }

    @Override
    default void reject() {
        // passed on to nobody
    }
}
