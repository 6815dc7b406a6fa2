package io.casemate.core.plan.outcome;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.Treatment;
import io.casemate.core.risk.Supposed;
import io.casemate.core.risk.Supposition;
import io.casemate.core.threat.Mitigation;
import io.casemate.core.threat.Reading;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** Outcomes as far as they were learnt. */
final class Pool implements Outcomes {
    /** A rating that differs by less is the same. */
    private static final double ROUNDING = 1e-12;

    private final Supposition supposition;
    private final Menu menu;
    private final WayReader reader;
    private final Map<String, Routed> stakes = new LinkedHashMap<>();
    private final Set<String> leftOut = new HashSet<>();

    Pool(Knowledge knowledge, Supposition supposition, ToLongFunction<Mitigation> costs) {
        this.supposition = supposition;
        this.menu = new Menu(supposition.facts(), knowledge.mitigations(), costs);
        this.reader = new WayReader(knowledge, supposition, menu);
        for (Treatment t : supposition.topology().model().treatments()) {
            if (t.action() != Treatment.Action.MITIGATE) {
                leftOut.add(supposition.currentScenario(t.scenario()));
            }
        }
        List<Supposed> today = supposition.scenarios(Map.of());
        today.stream()
                .filter(s -> !s.shown())
                .forEach(s -> leftOut.add(s.candidate().id()));
        learn(today, new boolean[0]);
    }

    @Override
    public List<Choice> choices() {
        return Collections.unmodifiableList(menu.choices());
    }

    @Override
    public Collection<Stake> stakes() {
        return Collections.unmodifiableCollection(stakes.values());
    }

    @Override
    public boolean counts(Supposed scenario) {
        return !leftOut.contains(scenario.candidate().id());
    }

    @Override
    public List<Supposed> assess(boolean[] placed) {
        Map<String, Reading> readings = new HashMap<>();
        for (int c = 0; c < placed.length; c++) {
            if (placed[c]) {
                Choice choice = menu.choice(c);
                readings.put(Menu.key(choice), Menu.stated(choice));
            }
        }
        return supposition.scenarios(readings);
    }

    @Override
    public List<Supposed> assessAll() {
        return supposition.scenarios(menu.everything());
    }

    @Override
    public boolean learn(List<Supposed> assessed, boolean[] placed) {
        boolean learnt = false;
        for (Supposed scenario : assessed) {
            if (counts(scenario)) {
                Routed stake = stakes.computeIfAbsent(
                        scenario.candidate().id(), id -> new Routed(scenario, supposition.keptByEvidence(id)));
                boolean[] wide = Arrays.copyOf(
                        placed, Math.max(placed.length, menu.choices().size()));
                if (stake.at(wide) < scenario.rating().probability() - ROUNDING) {
                    learnt = true;
                    Way way = reader.read(scenario.candidate(), scenario.route(), scenario.unforeseen());
                    if (scenario.unforeseen()) {
                        stake.addEnded(enders(stake, placed), way);
                    } else {
                        stake.add(way);
                    }
                }
            }
        }
        return learnt;
    }

    /** A few of the choices that already leave no route: the fewer, the more sets are known to leave none. */
    private int[] enders(Stake stake, boolean[] placed) {
        boolean[] few = new boolean[placed.length];
        for (int c : stake.choices()) {
            if (c < placed.length) {
                few[c] = placed[c];
            }
        }
        if (!unforeseen(stake, few)) {
            return numbers(placed);
        }
        for (int c : numbers(few)) {
            few[c] = false;
            few[c] = !unforeseen(stake, few);
        }
        return numbers(few);
    }

    private boolean unforeseen(Stake stake, boolean[] placed) {
        return assess(placed).stream()
                .anyMatch(s -> s.unforeseen() && s.candidate().id().equals(stake.id()));
    }

    private static int[] numbers(boolean[] placed) {
        return IntStream.range(0, placed.length).filter(i -> placed[i]).toArray();
    }
}
