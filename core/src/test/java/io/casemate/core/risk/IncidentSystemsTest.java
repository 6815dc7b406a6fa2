package io.casemate.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.knowledge.Knowledge;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Systems as they stood before incidents that happened, described without hindsight: what happened stands among the first ten,
 * what cannot happen is silent, and careful systems are calm.
 */
class IncidentSystemsTest {
    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();
    private static final int FIRST = 10;
    private static final int CALM_SHOWN = 4;
    private static final double SHOWN_PER_ELEMENT = 2;

    @Test
    void what_happened_stands_among_the_first_ten() {
        List<String> missed = new ArrayList<>();
        for (IncidentSystem system : IncidentSystem.all()) {
            List<String> first =
                    system.assess().shown().stream().limit(FIRST).map(Risk::id).toList();
            for (Set<String> any : system.happened()) {
                if (first.stream().noneMatch(any::contains)) {
                    missed.add("%s: none of %s in %s".formatted(system.name(), any, first));
                }
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void families_that_cannot_apply_are_silent() {
        List<String> loud = new ArrayList<>();
        for (IncidentSystem system : IncidentSystem.all()) {
            system.assess().risks().stream()
                    .filter(r -> system.silent().contains(r.threat().id()))
                    .forEach(r -> loud.add(system.name() + ": " + r.id()));
        }
        assertThat(loud).isEmpty();
    }

    @Test
    void careful_systems_are_calm() {
        for (IncidentSystem system : IncidentSystem.calm()) {
            List<Risk> shown = system.assess().shown();
            assertThat(shown)
                    .as(system.name())
                    .hasSizeLessThanOrEqualTo(CALM_SHOWN)
                    .noneMatch(r -> r.current().band() == Band.HIGH);
        }
    }

    @Test
    void an_element_has_two_shown_scenarios_on_average_at_most() {
        double shown = 0;
        int elements = 0;
        for (IncidentSystem system : IncidentSystem.all()) {
            shown += system.assess().shown().size();
            elements += system.model().elements().size();
        }
        assertThat(shown / elements).isLessThanOrEqualTo(SHOWN_PER_ELEMENT);
    }

    @Test
    void families_name_threats_of_the_catalogue() {
        Set<String> named = IncidentSystem.families().values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(KNOWLEDGE.threats().keySet()).containsAll(named);
    }
}
