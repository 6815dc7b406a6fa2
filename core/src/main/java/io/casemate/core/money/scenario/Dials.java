package io.casemate.core.money.scenario;

import io.casemate.core.money.distribution.Distribution;
import java.util.List;

/** How often a scenario is tried and how often that succeeds. */
public sealed interface Dials {
    /** Nobody tries, or nothing succeeds. */
    Dials ENDED = new Posterior(0, 1, 0, 1);

    /** Events a year, on average. */
    double meanEvents();

    /** Variance of the events of one year. */
    double eventVariance();

    /**
     * The beliefs that evidence leaves, drawn anew for each year: F is Gamma of mean {@code frequency} and rate {@code years},
     * V is Beta of mean {@code vulnerability} and strength {@code trials}, that is Beta(trials V, trials (1 - V)).
     *
     * @param frequency mean attempts a year, at least 0
     * @param years years of observation that stand behind it, above 0
     * @param vulnerability mean probability that an attempt succeeds, 0 to 1
     * @param trials trials that stand behind it, above 0
     */
    record Posterior(double frequency, double years, double vulnerability, double trials) implements Dials {
        public Posterior {
            if (!(frequency >= 0 && years > 0 && vulnerability >= 0 && vulnerability <= 1 && trials > 0)
                    || Double.isInfinite(frequency + years + trials)) {
                throw new IllegalArgumentException(
                        "need frequency >= 0, years > 0, 0 <= vulnerability <= 1 and trials > 0, got %s, %s, %s, %s"
                                .formatted(frequency, years, vulnerability, trials));
            }
        }

        /** Shape of the Gamma distribution. */
        public double shape() {
            return frequency * years;
        }

        @Override
        public double meanEvents() {
            return frequency * vulnerability;
        }

        @Override
        public double eventVariance() {
            double f2 = frequency * frequency + frequency / years;
            double v2 = vulnerability * (trials * vulnerability + 1) / (trials + 1);
            return meanEvents() + f2 * v2 - meanEvents() * meanEvents();
        }
    }

    /**
     * What people state: the frequency is the product of its factors, such as attempts a year alone, or contacts a year and the
     * probability that a contact becomes an attempt. All are drawn anew for each year.
     *
     * @param frequency factors of the attempts a year, at least one
     * @param vulnerability probability that an attempt succeeds
     */
    record Stated(List<Distribution> frequency, Distribution vulnerability) implements Dials {
        public Stated {
            frequency = List.copyOf(frequency);
            if (frequency.isEmpty() || vulnerability.quantile(1 - 1e-12) > 1) {
                throw new IllegalArgumentException("need a factor of the frequency and a vulnerability of at most 1");
            }
        }

        /** So many attempts a year, of which so many succeed. */
        public static Stated of(Distribution attempts, Distribution vulnerability) {
            return new Stated(List.of(attempts), vulnerability);
        }

        /** FAIR's threat event frequency from contacts a year and the probability of action. */
        public static Stated ofContacts(Distribution contacts, Distribution action, Distribution vulnerability) {
            return new Stated(List.of(contacts, action), vulnerability);
        }

        @Override
        public double meanEvents() {
            return frequency.stream().mapToDouble(Distribution::mean).reduce(vulnerability.mean(), (a, b) -> a * b);
        }

        @Override
        public double eventVariance() {
            double square =
                    frequency.stream().mapToDouble(Stated::square).reduce(square(vulnerability), (a, b) -> a * b);
            return meanEvents() + square - meanEvents() * meanEvents();
        }

        private static double square(Distribution d) {
            return d.variance() + d.mean() * d.mean();
        }
    }
}
