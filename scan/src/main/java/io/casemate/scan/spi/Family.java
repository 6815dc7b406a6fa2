package io.casemate.scan.spi;

import java.util.Optional;

/**
 * What lies beside a content: the other files of its folder or members of its archive. Names are relative to that folder,
 * with {@code /}; a name that leaves the folder is never found.
 */
public interface Family {
    /** Beside it lies nothing. */
    Family NONE = name -> Optional.empty();

    /** The sibling of that name, if there is one that can be read. */
    Optional<Content> sibling(String name);
}
