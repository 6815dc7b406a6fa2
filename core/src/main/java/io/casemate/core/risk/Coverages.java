package io.casemate.core.risk;

import io.casemate.core.risk.Coverage.Outcome;
import io.casemate.core.risk.Coverage.ThreatCoverage;
import io.casemate.core.threat.Candidate;
import io.casemate.core.threat.Evaluator;
import io.casemate.core.threat.Threat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says of every threat of the catalogue what came of it. */
final class Coverages {
    private Coverages() {}

    static Coverage of(
            Evaluator evaluator,
            Collection<Threat> catalogue,
            List<Risk> risks,
            List<Candidate> asked,
            List<Answered> answered) {
        Map<String, Long> fired =
                risks.stream().collect(Collectors.groupingBy(r -> r.threat().id(), Collectors.counting()));
        Map<String, Long> open =
                asked.stream().collect(Collectors.groupingBy(c -> c.threat().id(), Collectors.counting()));
        Map<String, List<Answered>> ended = answered.stream().collect(Collectors.groupingBy(Answered::threat));
        List<ThreatCoverage> threats = new ArrayList<>();
        for (Threat threat : catalogue) {
            String id = threat.id();
            List<Answered> by = ended.getOrDefault(id, List.of());
            if (fired.containsKey(id)) {
                threats.add(new ThreatCoverage(id, Outcome.FIRED, fired.get(id).intValue(), ""));
            } else if (open.containsKey(id)) {
                threats.add(new ThreatCoverage(
                        id, Outcome.ASKED, open.get(id).intValue(), "depends on facts that are unknown"));
            } else if (!by.isEmpty()) {
                String controls = String.join(", ", by.getFirst().controls());
                threats.add(new ThreatCoverage(id, Outcome.ANSWERED, by.size(), "ended by " + controls));
            } else {
                threats.add(new ThreatCoverage(id, Outcome.SILENT, 0, Silence.because(threat, evaluator)));
            }
        }
        return new Coverage(
                evaluator.topology().elements().size(),
                evaluator.topology().flows().size(),
                threats);
    }
}
