package io.casemate.scan.weight;

import io.casemate.scan.spi.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * One pass over one tensor, in steps, so that the same bytes can be hashed while they are in the cache. Memory: at most some
 * 150 KB, and eight bytes a row.
 *
 * <p>Every number is decoded; bytes are counted, for entropies, in the first {@value #COUNTED_FIRST} chunks (of
 * {@value Numbers#MAX} numbers, or some less) and in each sixteenth after them. A sample of that size tells an entropy to the
 * third digit, and counting every byte would take as long as all else.
 */
public final class TensorPass {
    private static final long ROWS_MAX = 1 << 20;
    private static final long ROW_ELEMENTS_MIN = 8;
    private static final int COUNTED_FIRST = 32;
    private static final int COUNTED_EACH = 16;

    /** Bytes around unusual numbers: more than the longest header has before its first whole number. */
    private static final long AROUND = 2048;

    /** Bytes of a tensor, from {@code begin} to before {@code end}. */
    public record Part(long begin, long end) {}

    private final Tensor tensor;
    private final List<Part> unusual = new ArrayList<>();
    private final Numbers numbers;
    private final ByteCounts counts = new ByteCounts();
    private final MomentLanes lanes = new MomentLanes();
    private final LowBitCounts lowBits;
    private final boolean decodes;
    private final int elementBytes;
    private final long rowElements;
    private final double[] rowSquares;
    private Moments moments = Moments.NONE;
    private long element;
    private long notANumber;
    private long infinite;
    private long zeros;
    private long countedZeros;
    private long chunks;

    public TensorPass(Tensor tensor) {
        this.tensor = tensor;
        numbers = new Numbers(tensor.type(), tensor.elements());
        decodes = Numbers.decodes(tensor.type());
        elementBytes = tensor.type().bits() / 8;
        long rows = rows(tensor);
        rowElements = rows == 0 ? 0 : tensor.elements() / rows;
        rowSquares = new double[(int) rows];
        lowBits = new LowBitCounts(tensor.type(), rowElements);
    }

    /** The whole pass at once; asks {@code step} between blocks whether to go on. */
    public static TensorStatistics of(Tensor tensor, Runnable step) {
        var pass = new TensorPass(tensor);
        while (pass.advance(1 << 20) > 0) {
            step.run();
        }
        return pass.result();
    }

    private static long rows(Tensor tensor) {
        List<Long> shape = tensor.shape();
        if (shape.size() < 2 || !Numbers.floating(tensor.type())) {
            return 0;
        }
        long rows = shape.getFirst();
        long elements = tensor.elements();
        boolean measured =
                rows >= 16 && rows <= ROWS_MAX && elements % rows == 0 && elements / rows >= ROW_ELEMENTS_MIN;
        return measured ? rows : 0;
    }

    /**
     * Reads on, about so many bytes: up to one chunk of 32 KB more.
     *
     * @return how many bytes were read; 0 at the end
     */
    public long advance(long bytesMax) {
        long first = element;
        long target = element + Math.max(1, bytesMax / elementBytes);
        while (element < tensor.elements() && element < target) {
            int n = chunk();
            long offset = element * elementBytes;
            boolean counted = chunks < COUNTED_FIRST || chunks % COUNTED_EACH == 0;
            if (counted) {
                counts.add(tensor.bytes(), offset, (long) n * elementBytes);
            }
            long before = zeros;
            if (decodes) {
                numbers.fill(tensor.bytes(), offset, n);
                measure(n, counted);
            } else {
                countZeroBytes(offset, n);
            }
            if (!numbers.usual) {
                unusual(offset, (long) n * elementBytes);
            }
            countedZeros += counted ? zeros - before : 0;
            chunks++;
            element += n;
        }
        return (element - first) * elementBytes;
    }

    /** Notes bytes, and those around them that a header may begin in or end in. */
    private void unusual(long offset, long length) {
        long begin = Math.max(0, offset - AROUND);
        long end = Math.min(tensor.bytes().byteSize(), offset + length + AROUND);
        if (!unusual.isEmpty() && begin <= unusual.getLast().end()) {
            begin = unusual.removeLast().begin();
        }
        unusual.add(new Part(begin, end));
    }

    /** The bytes read so far in which executables are to be sought, in order; in all others there can be none. */
    public List<Part> unusual() {
        return List.copyOf(unusual);
    }

    /** Numbers to decode next: whole rows, or a part of one row. A multiple of 8 wherever it can be. */
    private int chunk() {
        long left = tensor.elements() - element;
        long n = Numbers.MAX;
        if (rowElements > Numbers.MAX) {
            n = Math.min(n, rowElements - element % rowElements);
        } else if (rowElements > 0) {
            n = n / rowElements * rowElements;
        }
        return (int) Math.min(n, left);
    }

    private void measure(int n, boolean counted) {
        if (!numbers.finite) {
            measureWithGaps(n);
            return;
        }
        int nothing = zeros(numbers.values, n);
        zeros += nothing;
        Moments here = lanes.of(numbers.values, n);
        moments = moments.merge(here);
        lowBits.add(numbers.bits, n, nothing, element, counted);
        if (rowElements >= n) {
            rowSquares[(int) (element / rowElements)] += here.norm() * here.norm();
        } else if (rowElements > 0) {
            addRows(numbers.values, n);
        }
    }

    private static int zeros(double[] values, int n) {
        long zeros = 0;
        for (int i = 0; i < n; i++) {
            long magnitude = Double.doubleToRawLongBits(values[i]) << 1;
            zeros += (magnitude - 1 & ~magnitude) >>> 63;
        }
        return (int) zeros;
    }

    /** The chunk holds numbers that are none: they are counted, and become 0 for the rows and are left out of the moments. */
    private void measureWithGaps(int n) {
        var finite = new double[n];
        int kept = 0;
        for (int i = 0; i < n; i++) {
            double value = numbers.values[i];
            if (Double.isFinite(value)) {
                finite[kept++] = value;
            } else {
                notANumber += Double.isNaN(value) ? 1 : 0;
                infinite += Double.isNaN(value) ? 0 : 1;
                numbers.values[i] = 0;
            }
        }
        zeros += zeros(finite, kept);
        moments = moments.merge(lanes.of(finite, kept));
        if (rowElements > 0) {
            addRows(numbers.values, n);
        }
    }

    private void addRows(double[] values, int n) {
        for (int from = 0; from < n; ) {
            int row = (int) ((element + from) / rowElements);
            int to = (int) Math.min(n, from + rowElements - (element + from) % rowElements);
            rowSquares[row] += squares(values, from, to);
            from = to;
        }
    }

    private static double squares(double[] values, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i + 4 <= to; i += 4) {
            a += values[i] * values[i];
            b += values[i + 1] * values[i + 1];
            c += values[i + 2] * values[i + 2];
            d += values[i + 3] * values[i + 3];
        }
        for (; i < to; i++) {
            a += values[i] * values[i];
        }
        return (a + b) + (c + d);
    }

    private void countZeroBytes(long offset, int n) {
        numbers.fill(tensor.bytes(), offset, n);
        zeros += zeros(numbers.values, n);
    }

    private static double[] roots(double[] squares) {
        var roots = new double[squares.length];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = Math.sqrt(squares[i]);
        }
        return roots;
    }

    /** What was seen so far; all of it once {@link #advance} has returned 0. */
    public TensorStatistics result() {
        int lowest = tensor.type().bigEndian() ? elementBytes - 1 : 0;
        return new TensorStatistics(
                tensor.name(),
                tensor.type(),
                tensor.shape(),
                tensor.offset(),
                element,
                moments,
                notANumber,
                infinite,
                zeros,
                counts.entropy(),
                lowBits.result(counts.at(lowest, elementBytes), countedZeros),
                Rows.of(roots(rowSquares)));
    }
}
