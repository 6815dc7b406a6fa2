package io.casemate.scan.weight;

import io.casemate.scan.spi.Inspection;
import java.util.List;

/**
 * The weights of one file.
 *
 * @param tensors statistics of each, in the order they were told
 */
public record WeightReport(List<TensorStatistics> tensors) {
    public WeightReport {
        tensors = List.copyOf(tensors);
    }

    /** How many numbers there are in floating-point and packed tensors. */
    public long parameters() {
        return tensors.stream().mapToLong(TensorStatistics::elements).sum();
    }

    /** Tells what stands out, as evidence, and the facts. */
    public void tell(Inspection inspection) {
        if (tensors.isEmpty()) {
            return;
        }
        inspection.fact("tensors", Long.toString(tensors.size()));
        inspection.fact("parameters", Long.toString(parameters()));
        new Oddities(this, inspection).tell();
    }
}
