package io.casemate.core.model;

import java.util.List;
import java.util.Map;

/** What facts are stated about and threats aim at: an element or a flow. */
public sealed interface Part permits Element, Flow {
    String id();

    String name();

    /** Ids of the assets held or carried. */
    List<String> assets();

    /** True for yes, false for no; unknown facts are absent. */
    Map<String, Boolean> facts();

    /** Ids it had before; evidence, treatments and waivers that name one still count. */
    List<String> formerly();
}
