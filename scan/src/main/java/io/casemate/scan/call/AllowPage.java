package io.casemate.scan.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One file of the allow-list. A head is modules that share their entries, and may end with a rule for all entries of the
 * line: {@code numpy =function: sin cos}. An entry is a name, or {@code name=rule}. Of a module with all that is below it
 * ({@code sklearn.*}) can be said: {@code *=instance}, every class may be made without its constructor, and
 * {@code **=instance}, the same where classes are also written in lower case.
 */
final class AllowPage {
    private final Map<String, Map<String, Rule>> exact = new HashMap<>();
    private final Set<String> classes = new HashSet<>();
    private final Set<String> members = new HashSet<>();
    private final List<String> modules = new ArrayList<>();
    private final List<Map<String, Rule>> entries = new ArrayList<>();
    private String head = "";
    private Rule usual = Rule.PLAIN;

    /** Module, name in it, rule. */
    Map<String, Map<String, Rule>> exact() {
        return exact;
    }

    void add(String itsHead, String item) {
        if (!itsHead.equals(head)) {
            begin(itsHead);
        }
        int equals = item.indexOf('=');
        String name = equals < 0 ? item : item.substring(0, equals);
        Rule rule = equals < 0 ? usual : Rule.of(item.substring(equals + 1));
        if (name.charAt(0) == '*' && rule == Rule.INSTANCE) {
            (name.equals("*") ? classes : members).addAll(modules);
        } else {
            for (int i = 0; i < entries.size(); i++) {
                entries.get(i).put(name, rule);
            }
        }
    }

    private void begin(String newHead) {
        head = newHead;
        usual = Rule.PLAIN;
        modules.clear();
        entries.clear();
        for (String word : newHead.strip().split(" +", -1)) {
            if (word.charAt(0) == '=') {
                usual = Rule.of(word.substring(1));
            } else if (word.endsWith(".*")) {
                modules.add(word.substring(0, word.length() - 2));
            } else {
                entries.add(exact.computeIfAbsent(word, module -> new HashMap<>()));
            }
        }
    }

    Optional<Rule> find(Value.Global global) {
        Map<String, Rule> names = exact.get(global.module());
        return names == null ? Optional.empty() : Optional.ofNullable(names.get(global.name()));
    }

    Optional<Rule> forMember(Value.Global global) {
        String name = global.name();
        if (name.indexOf('.') >= 0 || name.startsWith("__")) {
            return Optional.empty();
        }
        return (Names.ofClass(name) && Names.withPrefixes(global.module(), classes::contains))
                        || Names.withPrefixes(global.module(), members::contains)
                ? Optional.of(Rule.INSTANCE)
                : Optional.empty();
    }
}
