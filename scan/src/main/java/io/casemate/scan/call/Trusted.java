package io.casemate.scan.call;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names that an organisation trusts.
 *
 * @param names qualified names: "mypkg.Model"
 * @param modules modules all of which is trusted, and what is below them: "mypkg.models"
 */
record Trusted(Set<String> names, Set<String> modules) {
    Trusted {
        names = Set.copyOf(names);
        modules = Set.copyOf(modules);
    }

    static Trusted of(Collection<String> patterns) {
        var names = new TreeSet<String>();
        var modules = new TreeSet<String>();
        for (String pattern : patterns) {
            if (!pattern.matches("[\\p{L}_][\\p{L}\\p{N}_]*(\\.[\\p{L}_][\\p{L}\\p{N}_]*)*(\\.\\*)?")) {
                throw new IllegalArgumentException(
                        "need a qualified name such as mypkg.Model or mypkg.models.*, got '%s'".formatted(pattern));
            }
            if (pattern.endsWith(".*")) {
                modules.add(pattern.substring(0, pattern.length() - 2));
            } else {
                names.add(pattern);
            }
        }
        return new Trusted(names, modules);
    }

    boolean trusts(Value.Global global) {
        return (!names.isEmpty() && names.contains(global.qualified()))
                || (!modules.isEmpty() && Names.withPrefixes(global.qualified(), modules::contains));
    }
}
