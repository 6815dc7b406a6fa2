package io.casemate.report.html.page;

import io.casemate.core.model.Adversary;
import io.casemate.core.model.Asset;
import io.casemate.core.model.Topology;
import io.casemate.report.wording.Glossary;
import java.util.List;

/** What is worth protecting and from whom. */
record SystemPage(List<AssetRow> assets, List<AdversaryRow> adversaries) {
    /** An asset and where it lies. */
    record AssetRow(Asset asset, String name, List<String> held) {}

    /** An adversary and where they stand. */
    record AdversaryRow(Adversary adversary, String name, List<String> access) {}

    static SystemPage of(Topology topology, Glossary glossary) {
        List<AssetRow> assets = topology.model().assets().stream()
                .map(a -> new AssetRow(a, glossary.name(a.id()), held(a, topology, glossary)))
                .toList();
        List<AdversaryRow> adversaries = topology.model().adversaries().stream()
                .map(a -> new AdversaryRow(
                        a,
                        glossary.name(a.id()),
                        a.access().stream().map(glossary::name).toList()))
                .toList();
        return new SystemPage(assets, adversaries);
    }

    private static List<String> held(Asset asset, Topology topology, Glossary glossary) {
        return topology.model().elements().stream()
                .filter(e -> e.holds().contains(asset.id()))
                .map(e -> glossary.name(e.id()))
                .toList();
    }
}
