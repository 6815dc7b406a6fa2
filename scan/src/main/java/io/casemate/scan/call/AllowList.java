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
    private final Map<String, AllowPage> pages = new ConcurrentHashMap<>();

    AllowList() {
        Lines.read("index.txt", (file, top) -> fileOf.put(top, file));
    }

    /** The rule of the entry that names it exactly. */
    Optional<Rule> find(Value.Global global) {
        String file = fileOf.get(Names.top(global.module()));
        return file == null
                ? Optional.empty()
                : pages.computeIfAbsent(file, AllowList::read).find(global);
    }

    /** The rule for all classes, or all names, of a module: it holds where nothing worse is known of the name. */
    Optional<Rule> forMember(Value.Global global) {
        String file = fileOf.get(Names.top(global.module()));
        return file == null
                ? Optional.empty()
                : pages.computeIfAbsent(file, AllowList::read).forMember(global);
    }

    /** Everything that is named exactly, qualified, for the tests. */
    Set<String> all() {
        var names = new HashSet<String>();
        for (String file : Set.copyOf(fileOf.values())) {
            pages.computeIfAbsent(file, AllowList::read)
                    .exact()
                    .forEach((module, entries) -> entries.keySet().forEach(name -> names.add(module + "." + name)));
        }
        return names;
    }

    private static AllowPage read(String file) {
        var page = new AllowPage();
        Lines.read(file, page::add);
        return page;
    }
}
