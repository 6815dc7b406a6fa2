package io.casemate.core.model;

import java.util.List;

/**
 * What is looked at and why.
 *
 * @param excluded what is out of scope, each with its reason
 */
public record Scope(
        String name,
        String description,
        String owner,
        List<String> included,
        List<String> excluded,
        List<String> objectives,
        List<String> regulations) {
    public Scope {
        included = List.copyOf(included);
        excluded = List.copyOf(excluded);
        objectives = List.copyOf(objectives);
        regulations = List.copyOf(regulations);
    }
}
