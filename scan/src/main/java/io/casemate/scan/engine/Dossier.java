package io.casemate.scan.engine;

import io.casemate.scan.result.Coverage;
import io.casemate.scan.result.FileReport;
import io.casemate.scan.result.Finding;
import io.casemate.scan.result.Gap;
import io.casemate.scan.result.Location;
import io.casemate.scan.rule.Rule;
import io.casemate.scan.weight.TensorChange;
import io.casemate.scan.weight.WeightReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was told of one file by all who read in it. Bounded, whatever the file holds. */
final class Dossier {
    private static final int FINDINGS_MAX = 1_000;
    private static final int GAPS_MAX = 200;
    private static final int FACTS_MAX = 1_000;
    private static final int NEEDS_MAX = 10_000;
    private static final int LINES_MAX = 20_000;

    private final Set<String> formats = new LinkedHashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final SortedMap<String, String> facts = new TreeMap<>();
    private final SortedSet<String> needs = new TreeSet<>();
    private final List<String> explained = new ArrayList<>();
    private int moreGaps;
    private int moreFindings;

    void format(String id) {
        if (!id.isEmpty()) {
            formats.add(id);
        }
    }

    /** Where there are too many findings the worst are kept. */
    void found(Rule rule, Location location, String message) {
        var finding = new Finding(rule, location, message, "");
        if (findings.size() < FINDINGS_MAX) {
            findings.add(finding);
            return;
        }
        moreFindings++;
        int mildest = 0;
        for (int i = 1; i < findings.size(); i++) {
            if (findings.get(i).verdict().compareTo(findings.get(mildest).verdict()) < 0) {
                mildest = i;
            }
        }
        if (finding.verdict().compareTo(findings.get(mildest).verdict()) > 0) {
            findings.set(mildest, finding);
        }
    }

    void gap(Location location, String what) {
        if (gaps.size() < GAPS_MAX) {
            gaps.add(new Gap(location, what));
        } else {
            moreGaps++;
        }
    }

    void fact(String name, String value) {
        if (facts.size() < FACTS_MAX) {
            facts.merge(
                    name, value, (old, added) -> old.equals(added) || old.length() > 500 ? old : old + ", " + added);
        }
    }

    void needs(String global) {
        if (needs.size() < NEEDS_MAX) {
            needs.add(global);
        }
    }

    void explain(String line) {
        if (explained.size() < LINES_MAX) {
            explained.add(line);
        }
    }

    FileReport report(String path, String sha256, Coverage coverage, WeightReport weights, List<TensorChange> changes) {
        List<Finding> sorted = new ArrayList<>(new LinkedHashSet<>(findings));
        sorted.sort(Comparator.comparing((Finding f) -> f.rule().severity())
                .reversed()
                .thenComparing(f -> f.location().member())
                .thenComparingLong(f -> f.location().offset())
                .thenComparing(f -> f.rule().id())
                .thenComparing(Finding::message));
        List<Gap> allGaps = new ArrayList<>(new LinkedHashSet<>(gaps));
        if (moreGaps > 0) {
            allGaps.add(new Gap(new Location("", -1), "%,d more places could not be looked at".formatted(moreGaps)));
        }
        if (moreFindings > 0) {
            fact("further findings", Integer.toString(moreFindings));
        }
        return new FileReport(
                path,
                sha256,
                List.copyOf(formats),
                sorted,
                allGaps,
                coverage,
                facts,
                needs,
                explained,
                weights,
                changes);
    }
}
