package io.casemate.core.model;

import java.util.List;

/**
 * What is looked at and why.
 *
 * @param excluded what is out of scope, each with its reason
 * @param money the currency in which losses are added up
 */
public record Scope(
        String name,
        String description,
        String owner,
        List<String> included,
        List<String> excluded,
        List<String> objectives,
        List<String> regulations,
        Exchange money) {
    public Scope {
        included = List.copyOf(included);
        excluded = List.copyOf(excluded);
        objectives = List.copyOf(objectives);
        regulations = List.copyOf(regulations);
    }

    /** A scope that states no currency of its own. */
    public Scope(
            String name,
            String description,
            String owner,
            List<String> included,
            List<String> excluded,
            List<String> objectives,
            List<String> regulations) {
        this(name, description, owner, included, excluded, objectives, regulations, Exchange.UNSTATED);
    }
}
