package io.casemate.scan.weight;

import io.casemate.scan.spi.Tensor;

/** How far two tensors of the same shape lie apart, over the numbers that are finite in both. */
final class Drift {
    private double differenceSquares;
    private double thenSquares;
    private double nowSquares;
    private double products;
    private double largest;

    private Drift() {}

    static TensorChange between(Tensor then, Tensor now, Runnable step) {
        if (!Numbers.decodes(then.type()) || !Numbers.decodes(now.type()) || then.elements() != now.elements()) {
            return TensorChange.unmeasured(now.name(), TensorChange.Kind.DRIFTED, "");
        }
        var drift = new Drift();
        var a = new Numbers(then.type(), then.elements());
        var b = new Numbers(now.type(), now.elements());
        int thenBytes = then.type().bits() / 8;
        int nowBytes = now.type().bits() / 8;
        long elements = then.elements();
        for (long at = 0; at < elements; at += Numbers.MAX) {
            int n = (int) Math.min(Numbers.MAX, elements - at);
            a.fill(then.bytes(), at * thenBytes, n);
            b.fill(now.bytes(), at * nowBytes, n);
            drift.add(a.values, b.values, n);
            step.run();
        }
        return new TensorChange(
                now.name(),
                TensorChange.Kind.DRIFTED,
                Math.sqrt(drift.differenceSquares / drift.thenSquares),
                drift.products / Math.sqrt(drift.thenSquares * drift.nowSquares),
                drift.largest,
                "",
                "");
    }

    private void add(double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            double d = b[i] - a[i];
            if (Double.isFinite(d)) {
                differenceSquares += d * d;
                thenSquares += a[i] * a[i];
                nowSquares += b[i] * b[i];
                products += a[i] * b[i];
                largest = Math.max(largest, Math.abs(d));
            }
        }
    }
}
