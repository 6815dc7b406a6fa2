import io.casemate.core.money.distribution.Constant;
import io.casemate.core.money.distribution.LogNormal;
import io.casemate.core.money.loss.Losses;
import io.casemate.core.money.scenario.Dials;
import io.casemate.core.money.scenario.Peril;
import io.casemate.core.money.scenario.Portfolio;
import io.casemate.core.money.scenario.Stake;
import io.casemate.core.money.simulation.Simulation;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;

/** Simulates scenarios of 0.01 to 1 successful attempts a year; prints seconds and the peak of the heap. Arguments: scenarios, years, threads. */
final class MoneyYears {
    private MoneyYears() {}

    public static void main(String[] arguments) {
        int scenarios = Integer.parseInt(arguments[0]);
        long years = Long.parseLong(arguments[1]);
        int threads = Integer.parseInt(arguments[2]);
        List<Peril> perils = new ArrayList<>();
        for (int i = 0; i < scenarios; i++) {
            double events = 0.01 * (1 + i % 100);
            double v = 0.1 + 0.8 * (i % 7) / 6;
            Stake stake = i % 3 == 0
                    ? new Stake("asset" + i % 10, LogNormal.of90(20_000, 900_000), 0, Constant.ZERO)
                    : new Stake("other" + i % 10, LogNormal.of90(50_000, 600_000), 0.2, LogNormal.of90(90_000, 2_000_000));
            perils.add(new Peril("s" + i, "origin" + i % 12, new Dials.Posterior(events / v, 1.5, v, 6), List.of(stake)));
        }
        long start = System.nanoTime();
        Losses total = new Simulation(List.of(new Portfolio(perils)), years, 1, threads)
                .run()
                .states()
                .getFirst()
                .total();
        double seconds = (System.nanoTime() - start) / 1e9;
        long cpu = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class).getProcessCpuTime();
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(u -> u.getUsed())
                .sum();
        System.out.printf(
                "%d scenarios x %,d years on %d threads: %.1f s wall, %.1f s CPU of the process, heap at most %d MB; mean %,.0f, 99 %% %,.0f%n",
                scenarios,
                years,
                threads,
                seconds,
                cpu / 1e9,
                heap >> 20,
                total.mean().value(),
                total.percentile(0.99).value());
    }
}
