package io.casemate.report.catalogue;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.playbook.Playbook;
import io.casemate.report.document.Block;
import io.casemate.report.playbook.PlaybookPage;

/** The playbooks, their placeholders unfilled. */
final class PlaybookShelf {
    private PlaybookShelf() {}

    static Shelf of(Knowledge knowledge) {
        return new Shelf(
                "playbooks",
                "Playbooks",
                "Steps for a group of people; casemate playbook run fills in the values of a system.",
                knowledge.playbooks().values().stream()
                        .map(PlaybookShelf::entry)
                        .toList());
    }

    private static Shelf.Entry entry(Playbook playbook) {
        var blocks = PlaybookPage.of(playbook).blocks().stream()
                .map(b -> b instanceof Block.Heading h ? new Block.Heading(3, "", h.text()) : b)
                .toList();
        return new Shelf.Entry("playbook-" + playbook.id(), playbook.id(), playbook.title(), blocks);
    }
}
