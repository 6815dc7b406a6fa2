package io.casemate.core.knowledge.framework;

import io.casemate.core.knowledge.framework.Framework.Status;
import io.casemate.core.threat.Reference;
import java.util.List;

/**
 * Links from the entries of one published list to those of another, as somebody publishes them.
 *
 * @param id the name of its file
 * @param authority who says so
 * @param status how settled it is; ours are unreviewed until somebody else has read them
 * @param links in the order of the file
 * @param refused links of the source that are wrong and left out
 */
public record Crosswalk(
        String id,
        String title,
        String authority,
        Status status,
        String source,
        String licence,
        List<Pair> links,
        List<Refused> refused) {
    /** One link. */
    public record Pair(Reference from, Reference to) {}

    /**
     * A link whose id and name disagree where it is published.
     *
     * @param to the id and the name that do not belong together
     * @param because why it cannot be put right
     */
    public record Refused(Reference from, Link to, String because) {}

    public Crosswalk {
        links = List.copyOf(links);
        refused = List.copyOf(refused);
    }
}
