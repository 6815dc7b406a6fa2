package io.casemate.scan.call;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What honest serialisers import, by module and name, each with the rule for its arguments. One file a framework
 * ({@code index.txt} says which packages it is for), read when a global of such a package is first asked for.
 */
final class AllowList {
    private final Map<String, String> fileOf = new HashMap<>();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();

    AllowList() {
        Lines.read("index.txt", (file, top) -> fileOf.put(top, file));
    }

    /** The rule of the entry that names it exactly; else the rule for all classes of its module, if there is one. */
    Optional<Rule> find(Value.Global global) {
        String file = fileOf.get(Names.top(global.module()));
        return file == null
                ? Optional.empty()
                : pages.computeIfAbsent(file, AllowList::read).find(global);
    }

    /** The rule for all classes of a module that nothing worse is known of. */
    Optional<Rule> forClass(Value.Global global) {
        String file = fileOf.get(Names.top(global.module()));
        return file == null
                ? Optional.empty()
                : pages.computeIfAbsent(file, AllowList::read).forClass(global);
    }

    /** Everything that is named exactly, qualified, for the tests. */
    Set<String> all() {
        var names = new HashSet<String>();
        for (String file : Set.copyOf(fileOf.values())) {
            pages.computeIfAbsent(file, AllowList::read)
                    .modules
                    .forEach((module, entries) -> entries.keySet().forEach(name -> names.add(module + "." + name)));
        }
        return names;
    }

    private static Page read(String file) {
        var page = new Page(new HashMap<>(), new HashSet<>());
        Lines.read(file, page::add);
        return page;
    }

    /**
     * One file.
     *
     * @param modules module, name in it, rule
     * @param classes modules whose classes may all be made without their constructor, with what is below them
     */
    private record Page(Map<String, Map<String, Rule>> modules, Set<String> classes) {
        void add(String head, String item) {
            int equals = item.indexOf('=');
            String name = equals < 0 ? item : item.substring(0, equals);
            Rule rule = equals < 0 ? Rule.PLAIN : Rule.of(item.substring(equals + 1));
            for (String module : Lines.words(head)) {
                if (!module.endsWith(".*")) {
                    modules.computeIfAbsent(module, m -> new HashMap<>()).put(name, rule);
                } else if (name.equals("*") && rule == Rule.INSTANCE) {
                    classes.add(module.substring(0, module.length() - 2));
                } else {
                    throw new IllegalStateException(
                            "%s: only '*=instance' can be said of many modules".formatted(head));
                }
            }
        }

        Optional<Rule> find(Value.Global global) {
            Map<String, Rule> entries = modules.get(global.module());
            return entries == null ? Optional.empty() : Optional.ofNullable(entries.get(global.name()));
        }

        Optional<Rule> forClass(Value.Global global) {
            return Names.ofClass(global.name())
                            && global.name().indexOf('.') < 0
                            && Names.withPrefixes(global.module(), classes::contains)
                    ? Optional.of(Rule.INSTANCE)
                    : Optional.empty();
        }
    }
}
