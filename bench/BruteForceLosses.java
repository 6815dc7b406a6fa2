import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Four scenarios by the longest way: every rate, probability, attempt and loss drawn as the definition says, every year kept,
 * all sorted. Shares no code with Casemate. The figures it prints for 100,000,000 years are in core's BruteForceTest.
 *
 * <p>Run: java -Xmx3g bench/BruteForceLosses.java 100000000
 */
final class BruteForceLosses {
    private static final double[] SHAPE = {2.0, 1.35, 0.8, 0.5};
    private static final double[] YEARS = {1.0, 1.5, 2.0, 1.0};
    private static final double[] V = {0.3, 0.6, 0.1, 0.2};
    private static final double[] TRIALS = {4, 12, 4, 4};
    private static final boolean[][] HARMS = {{true, false}, {true, true}, {false, true}, {true, false}};
    private static final double Z95 = 1.6448536269514722;

    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261121L);

    public static void main(String[] arguments) {
        int years = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        new BruteForceLosses().run(years);
    }

    private void run(int years) {
        double[] total = new double[years];
        double[] parts = new double[4];
        boolean keep = years <= 20_000_000;
        double[][] kept = new double[4][keep ? years : 0];
        for (int y = 0; y < years; y++) {
            Arrays.fill(parts, 0);
            total[y] = year(parts);
            for (int i = 0; keep && i < 4; i++) {
                kept[i][y] = parts[i];
            }
        }
        print("total", total);
        for (int i = 0; keep && i < 4; i++) {
            print("scenario " + i, kept[i]);
        }
    }

    private double year(double[] alone) {
        double shared = gamma(0.8);
        double[] rate = new double[4];
        double[] p = new double[4];
        for (int i = 0; i < 4; i++) {
            double x = gamma(TRIALS[i] * V[i]);
            double y = gamma(TRIALS[i] * (1 - V[i]));
            p[i] = x / (x + y);
            rate[i] = i < 3 ? (SHAPE[i] > 0.8 ? gamma(SHAPE[i] - 0.8) : 0) / YEARS[i] : gamma(SHAPE[3]) / YEARS[3];
        }
        double sum = 0;
        for (int n = poisson(shared / 1.0); n > 0; n--) {
            boolean[] hit = new boolean[4];
            for (int i = 0; i < 3; i++) {
                hit[i] = random.nextDouble() < 1.0 / YEARS[i] && random.nextDouble() < p[i];
            }
            sum += event(hit, alone);
        }
        for (int i = 0; i < 4; i++) {
            boolean[] hit = new boolean[4];
            hit[i] = true;
            for (int n = poisson(rate[i]); n > 0; n--) {
                if (random.nextDouble() < p[i]) {
                    sum += event(hit, alone);
                }
            }
        }
        return sum;
    }

    private double event(boolean[] hit, double[] alone) {
        double sum = 0;
        for (int asset = 0; asset < 2; asset++) {
            boolean any = false;
            for (int i = 0; i < 4; i++) {
                any |= hit[i] && HARMS[i][asset];
            }
            if (any) {
                double loss = asset == 0
                        ? logNormal(20_000, 800_000) + (random.nextDouble() < 0.2 ? logNormal(50_000, 2_000_000) : 0)
                        : pert(10_000, 50_000, 600_000);
                sum += loss;
                for (int i = 0; i < 4; i++) {
                    alone[i] += hit[i] && HARMS[i][asset] ? loss : 0;
                }
            }
        }
        return sum;
    }

    private double logNormal(double low, double high) {
        double mu = (Math.log(low) + Math.log(high)) / 2;
        double sigma = Math.log(high / low) / (2 * Z95);
        return Math.exp(mu + sigma * random.nextGaussian());
    }

    private double pert(double min, double mode, double max) {
        double x = gamma(1 + 4 * (mode - min) / (max - min));
        double y = gamma(1 + 4 * (max - mode) / (max - min));
        return min + (max - min) * x / (x + y);
    }

    private int poisson(double rate) {
        double limit = Math.exp(-rate);
        double product = random.nextDouble();
        int n = 0;
        while (product > limit) {
            product *= random.nextDouble();
            n++;
        }
        return n;
    }

    /** Marsaglia and Tsang 2000. */
    private double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    private static void print(String name, double[] losses) {
        Arrays.parallelSort(losses);
        int n = losses.length;
        double mean = Arrays.stream(losses).sum() / n;
        double square = Arrays.stream(losses).map(x -> (x - mean) * (x - mean)).sum() / n;
        long none = Arrays.stream(losses).filter(x -> x == 0).count();
        System.out.printf("%s: mean %.1f, deviation %.1f, any %.6f%n", name, mean, Math.sqrt(square), 1 - (double) none / n);
        for (double at : new double[] {0.5, 0.75, 0.9, 0.95, 0.99, 0.995}) {
            int rank = (int) Math.round(at * n);
            double tail = Arrays.stream(losses, rank, n).sum() / (n - rank);
            System.out.printf("  %.3f: VaR %.1f, TVaR %.1f%n", at, losses[rank - 1], tail);
        }
    }
}
