package io.casemate.core.tree;

import io.casemate.core.model.Adversary;
import io.casemate.core.model.Asset;
import io.casemate.core.model.Element;
import io.casemate.core.model.Level;
import io.casemate.core.model.Part;
import io.casemate.core.model.Topology;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Risk;
import io.casemate.core.threat.Stride;
import io.casemate.core.threat.Weights;
import io.casemate.core.tree.Node.Gate;
import io.casemate.core.tree.Node.Join;
import io.casemate.core.tree.Node.Kind;
import io.casemate.core.tree.Node.Leaf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the trees of all assets off one assessment. */
final class Growing {
    private final Topology topology;
    private final Weights.Effort effort;
    private final List<Risk> risks;

    /** Of each group of adversaries at a place, the probability that they act there at all in a year. */
    private final Map<String, Double> acting = new HashMap<>();

    private final Map<String, List<Risk>> footholds = new HashMap<>();

    Growing(Assessment assessment, Weights.Effort effort) {
        this.topology = assessment.topology();
        this.effort = effort;
        this.risks = assessment.risks().stream()
                .filter(r -> r.current().probability() > 0)
                .sorted(Comparator.comparingDouble((Risk r) -> -r.current().probability())
                        .thenComparing(Risk::id))
                .toList();
        for (Risk risk : risks) {
            acting.merge(place(risk), -Math.expm1(-risk.current().frequency()), Math::max);
            if (risk.threat().stride().contains(Stride.ELEVATION_OF_PRIVILEGE) && risk.part() instanceof Element e) {
                footholds.computeIfAbsent(e.id(), id -> new ArrayList<>()).add(risk);
            }
        }
    }

    List<AttackTree> trees() {
        List<AttackTree> trees = new ArrayList<>();
        for (Asset asset : topology.model().assets()) {
            List<Node> scenarios = risks.stream()
                    .filter(r -> harms(r, asset))
                    .<Node>map(this::scenario)
                    .toList();
            if (!scenarios.isEmpty()) {
                trees.add(new AttackTree(
                        asset, new Gate("asset:" + asset.id(), asset.name(), Join.OR, scenarios), scenarios.size()));
            }
        }
        return List.copyOf(trees);
    }

    private boolean harms(Risk risk, Asset asset) {
        boolean there = topology.handles(risk.part()).stream().anyMatch(a -> a.id().equals(asset.id()));
        return there
                && (risk.threat().harms().isEmpty() || risk.threat().harms().contains(asset.kind()));
    }

    private Gate scenario(Risk risk) {
        List<Node> begin = new ArrayList<>();
        begin.add(act(risk));
        for (String id :
                risk.path().subList(Math.min(1, risk.path().size()), risk.path().size())) {
            for (Risk before : footholds.getOrDefault(id, List.of())) {
                boolean other = !before.id().equals(risk.id()) && !place(before).equals(place(risk));
                if (other && !id.equals(risk.part().id())) {
                    begin.add(alone(before));
                }
            }
        }
        if (begin.size() == 1) {
            return alone(risk);
        }
        var where = new Gate("begin:" + risk.id(), "Where it begins", Join.OR, begin);
        return new Gate(risk.id() + "+", title(risk), Join.AND, List.of(where, succeed(risk)));
    }

    /** A scenario whose adversary stands where its path begins. */
    private Gate alone(Risk risk) {
        return new Gate(risk.id(), title(risk), Join.AND, List.of(act(risk), succeed(risk)));
    }

    private Leaf act(Risk risk) {
        String who = risk.adversaries().stream().map(this::adversary).collect(Collectors.joining(" or "));
        String where = name(risk.path().getFirst());
        double probability = acting.getOrDefault(place(risk), 0.0);
        String title = "%s, at %s".formatted(who.isEmpty() ? "Somebody" : who, where);
        return new Leaf("act:" + place(risk), title, Kind.ATTEMPT, probability, effort.actDays(), Level.LOW, Level.LOW);
    }

    private Leaf succeed(Risk risk) {
        double acts = acting.getOrDefault(place(risk), 0.0);
        double probability = acts > 0 ? Math.min(1, risk.current().probability() / acts) : 0;
        Level skill = risk.threat().skill();
        return new Leaf(
                "do:" + risk.id(),
                "%s succeeds at %s".formatted(risk.threat().title(), risk.part().name()),
                Kind.SUCCESS,
                probability,
                effort.attemptDays(skill),
                skill,
                detectability(risk));
    }

    /** High where somebody has been watching for it, medium where the target is said to log or be monitored, else low. */
    private static Level detectability(Risk risk) {
        if (risk.frequency().observedYears() > 0) {
            return Level.HIGH;
        }
        Map<String, Boolean> facts = risk.part().facts();
        boolean seen = facts.getOrDefault("monitored", false) || facts.getOrDefault("logged", false);
        return seen ? Level.MEDIUM : Level.LOW;
    }

    private static String place(Risk risk) {
        return String.join("+", risk.adversaries()) + "@" + risk.path().getFirst();
    }

    private String title(Risk risk) {
        return "%s at %s".formatted(risk.threat().title(), risk.part().name());
    }

    private String adversary(String id) {
        return topology.model().adversaries().stream()
                .filter(a -> a.id().equals(id))
                .map(Adversary::name)
                .findFirst()
                .orElse(id);
    }

    private String name(String id) {
        return topology.parts().stream()
                .filter(p -> p.id().equals(id))
                .map(Part::name)
                .findFirst()
                .orElse(id);
    }
}
