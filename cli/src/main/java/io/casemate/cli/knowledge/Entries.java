package io.casemate.cli.knowledge;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import io.casemate.core.problem.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** All entries of the catalogue: threats, then mitigations, facts and named conditions. */
final class Entries {
    private final List<Entry> all = new ArrayList<>();

    Entries(Knowledge knowledge) {
        knowledge.threats().values().forEach(t -> all.add(new Entry.OfThreat(t)));
        knowledge.mitigations().values().forEach(m -> all.add(new Entry.OfMitigation(m)));
        knowledge.facts().values().forEach(f -> all.add(new Entry.OfFact(f)));
        knowledge.conditions().forEach((id, condition) -> all.add(new Entry.OfCondition(id, condition)));
    }

    /**
     * The entry of that id, or the only one whose id begins so.
     *
     * @throws InvalidInputException where there is none or more than one
     */
    Entry named(String id) {
        String wanted = id.strip().toLowerCase(Locale.ROOT);
        Optional<Entry> exact = all.stream().filter(e -> e.id().equals(wanted)).findFirst();
        if (exact.isPresent()) {
            return exact.get();
        }
        List<Entry> beginning =
                all.stream().filter(e -> e.id().startsWith(wanted)).toList();
        if (beginning.size() == 1) {
            return beginning.getFirst();
        }
        if (beginning.isEmpty() || wanted.isEmpty()) {
            List<String> ids = all.stream().map(Entry::id).toList();
            throw problem(id, "is no entry", Spelling.remedy(wanted, ids, "look with 'casemate knowledge search'"));
        }
        String ids = beginning.stream().map(Entry::id).collect(Collectors.joining(", "));
        throw problem(id, "begins more than one id", "one of " + ids);
    }

    private static InvalidInputException problem(String id, String what, String remedy) {
        return new InvalidInputException(List.of(new Problem("'%s'".formatted(id), what, remedy)));
    }

    /** The entries in which all the words occur. */
    List<Entry> withWords(List<String> words) {
        List<String> wanted =
                words.stream().map(w -> w.toLowerCase(Locale.ROOT)).toList();
        return all.stream()
                .filter(e -> wanted.stream().allMatch(text(e)::contains))
                .toList();
    }

    private static String text(Entry entry) {
        String references = entry.references().stream()
                .map(r -> r.framework() + " " + r.id())
                .collect(Collectors.joining(" "));
        return String.join(" ", entry.id(), entry.id().replace('-', ' '), entry.title(), entry.words(), references)
                .toLowerCase(Locale.ROOT);
    }
}
