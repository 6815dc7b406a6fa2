package io.casemate.scan.engine;

import io.casemate.scan.spi.Limits;
import io.casemate.scan.spi.Stopped;
import java.util.function.LongSupplier;

/** What one file may still cost, with all that is in it. Used by one thread. */
final class Budget {
    private final Limits limits;
    private final LongSupplier nanos;
    private final long startedNanos;
    private long unpackedBytes;
    private int members;

    Budget(Limits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
        this.startedNanos = nanos.getAsLong();
    }

    Limits limits() {
        return limits;
    }

    void checkDeadline() {
        if (nanos.getAsLong() - startedNanos > limits.deadline().toNanos()) {
            throw new Stopped("the deadline of %s s was reached"
                    .formatted(limits.deadline().toMillis() / 1000.0));
        }
    }

    /** What was asked for until now. */
    long unpackedBytes() {
        return unpackedBytes;
    }

    void spend(long bytes) {
        if (bytes < 0 || bytes > limits.unpackedBytesMax() - unpackedBytes) {
            unpackedBytes = limits.unpackedBytesMax(); // refused once, the rest of the file unpacks nothing more
            throw new Stopped("more than %,d bytes would have to be unpacked".formatted(limits.unpackedBytesMax()));
        }
        unpackedBytes += bytes;
        checkDeadline();
    }

    void member() {
        members++;
        if (members > limits.membersMax()) {
            throw new Stopped("it holds more than %,d contents".formatted(limits.membersMax()));
        }
    }
}
