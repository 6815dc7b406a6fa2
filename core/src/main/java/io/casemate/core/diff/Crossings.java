package io.casemate.core.diff;

import io.casemate.core.diff.Cause.Crossing;
import io.casemate.core.diff.edit.Act;
import io.casemate.core.diff.edit.Key;
import io.casemate.core.diff.edit.Key.Kind;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Topology;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which flows cross which zones now and did not, or no more, by one act: its flows, its moved elements, its zones. */
record Crossings(Topology old, Topology now) {

    List<Crossing> of(Act act) {
        Set<String> flows = new LinkedHashSet<>();
        for (Key key : act.keys()) {
            switch (key.field()) {
                case EXISTS, FROM, TO -> {
                    if (key.kind() == Kind.FLOW) {
                        flows.add(key.id());
                    } else if (key.kind() == Kind.ZONE) {
                        inside(key.id(), flows);
                    }
                }
                case ZONE -> {
                    if (key.kind() == Kind.ELEMENT) {
                        at(key.id(), flows);
                    }
                }
                case PARENT -> inside(key.id(), flows);
                default -> {}
            }
        }
        List<Crossing> crossings = new ArrayList<>();
        for (String flow : flows) {
            List<String> was = crossed(old, flow);
            List<String> is = crossed(now, flow);
            is.stream().filter(z -> !was.contains(z)).forEach(z -> crossings.add(new Crossing(flow, z, true)));
            was.stream().filter(z -> !is.contains(z)).forEach(z -> crossings.add(new Crossing(flow, z, false)));
        }
        return crossings;
    }

    private void at(String element, Set<String> flows) {
        for (Topology topology : List.of(old, now)) {
            topology.from(element).forEach(f -> flows.add(f.id()));
            topology.into(element).forEach(f -> flows.add(f.id()));
        }
    }

    /** Flows of the elements in a zone, before or after. */
    private void inside(String zone, Set<String> flows) {
        for (Topology topology : List.of(old, now)) {
            topology.model().elements().stream()
                    .filter(e -> topology.zonesAround(e).contains(zone))
                    .forEach(e -> at(e.id(), flows));
        }
    }

    private static List<String> crossed(Topology topology, String id) {
        Flow flow = topology.flows().get(id);
        return flow == null ? List.of() : topology.crossed(flow);
    }
}
