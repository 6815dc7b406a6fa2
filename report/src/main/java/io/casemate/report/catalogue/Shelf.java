package io.casemate.report.catalogue;

import io.casemate.report.document.Block;
import java.util.List;

/**
 * Entries of one sort.
 *
 * @param file name of its page without ending
 * @param note what a reader should know of them
 */
public record Shelf(String file, String title, String note, List<Entry> entries) {
    /**
     * One entry.
     *
     * @param anchor what links lead to, unique over all shelves
     * @param id its id in the knowledge base
     */
    public record Entry(String anchor, String id, String title, List<Block> blocks) {
        public Entry {
            blocks = List.copyOf(blocks);
        }
    }

    public Shelf {
        entries = List.copyOf(entries);
    }
}
