package io.casemate.scan.call;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** All lists, and how a global is looked up in them. What was looked up is kept, up to a bound. */
final class Register {
    private static final int KEPT_MAX = 20_000;
    private static final Standing UNLISTED = new Standing.Unlisted();
    /** Attributes from which everything in the process can be reached. */
    private static final Set<String> INNARDS = Set.of(
            "__globals__",
            "__builtins__",
            "__subclasses__",
            "__code__",
            "__import__",
            "__loader__",
            "__spec__",
            "__dict__",
            "__bases__",
            "__base__",
            "__mro__",
            "__closure__",
            "__getattribute__",
            "__self__",
            "gi_frame",
            "f_globals");

    private static final String NEW = ".__new__";
    /** Modules of Python whose names functions of libraries have as well: {@code scipy.optimize.bisect}. */
    private static final Set<String> NAMESAKES =
            Set.of("array", "bisect", "copy", "random", "select", "statistics", "string", "time", "token");

    /** Names under which libraries are imported by custom. */
    private static final Map<String, String> CUSTOM =
            Map.of("np", "numpy", "pd", "pandas", "tf", "tensorflow", "sp", "scipy", "plt", "matplotlib", "F", "torch");

    private final Trusted trusted;
    private final AllowList allowed = new AllowList();
    private final Supplier<DenyList> denied = new Once<>(DenyList::new);
    private final Supplier<Set<String>> standard = new Once<>(() -> words("standard.txt"));
    private final Supplier<Set<String>> known = new Once<>(() -> words("known.txt"));
    private final Map<Value.Global, Standing> kept = new ConcurrentHashMap<>();

    Register(Trusted trusted) {
        this.trusted = trusted;
    }

    Standing of(Value.Global global) {
        Standing standing = kept.get(global);
        if (standing == null) {
            standing = lookUp(global);
            if (kept.size() < KEPT_MAX) {
                kept.put(global, standing);
            }
        }
        return standing;
    }

    /** What the deny-list says of a qualified name, whatever the allow-lists say. */
    Optional<Standing.Denied> danger(String qualified) {
        return denied.get().find(qualified);
    }

    private Standing lookUp(Value.Global global) {
        Optional<Rule> exact = allowed.find(global);
        if (exact.isPresent()) {
            return new Standing.Allowed(exact.get());
        }
        if (global.name().endsWith(NEW)
                && of(new Value.Global(global.module(), before(global.name()))) instanceof Standing.Allowed) {
            return new Standing.Allowed(Rule.NEWOBJ);
        }
        Optional<Standing> bad =
                danger(global.qualified()).<Standing>map(d -> d).or(() -> walk(global));
        boolean malicious = bad.isPresent()
                && bad.get() instanceof Standing.Denied d
                && d.danger().level == Judgement.Level.MALICIOUS;
        if (!malicious && trusted.trusts(global)) {
            return new Standing.Allowed(Rule.PLAIN);
        }
        return bad.or(() -> allowed.forMember(global)
                        .filter(rule -> Names.ofClass(global.name()) || ownMember(global.name()))
                        .map(Standing.Allowed::new))
                .orElseGet(() -> stranger(global));
    }

    /** A dotted name is walked attribute by attribute: whatever module a part names is reached. */
    private Optional<Standing> walk(Value.Global global) {
        String[] parts = global.name().split("\\.", -1);
        if (parts.length < 2) {
            return INNARDS.contains(global.name())
                    ? Optional.of(new Standing.Denied(Danger.REACH, global.qualified()))
                    : Optional.empty();
        }
        for (int i = 0; i < parts.length; i++) {
            if (INNARDS.contains(parts[i])) {
                return Optional.of(new Standing.Denied(Danger.CODE, global.qualified()));
            }
            String module = stripped(parts[i]);
            if (i < parts.length - 1 && !module.isEmpty() && standard.get().contains(module)) {
                String rest = module + global.name().substring(offset(parts, i));
                Danger danger = danger(rest).map(Standing.Denied::danger).orElse(Danger.IMPORT);
                return Optional.of(
                        new Standing.Denied(danger.level == Judgement.Level.MALICIOUS ? danger : Danger.IMPORT, rest));
            }
            String library = CUSTOM.getOrDefault(parts[i], parts[i]);
            if (i < parts.length - 1 && known.get().contains(library)) {
                Optional<Standing.Denied> reached =
                        danger(library + global.name().substring(offset(parts, i)));
                if (reached.isPresent()) {
                    return Optional.of(reached.get());
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a name is that of a function of the module itself: not of a module that it has imported, nor one that loads or runs. */
    private boolean ownMember(String name) {
        return !CUSTOM.containsKey(name)
                && (!standard.get().contains(name) || NAMESAKES.contains(name))
                && !known.get().contains(name)
                && danger(name).isEmpty()
                && danger(name + ".*").isEmpty()
                && !Verbs.reachesOut(name);
    }

    private Standing stranger(Value.Global global) {
        String top = Names.top(global.module());
        boolean std = standard.get().contains(top);
        if (!std && !known.get().contains(top)) {
            return UNLISTED;
        }
        if (std && top.startsWith("_")) {
            return new Standing.Odd("a private part of Python's standard library");
        }
        if (!std && Names.ofClass(Names.last(global.name()))) {
            return UNLISTED;
        }
        return new Standing.Odd(std ? "a part of Python's standard library" : "a function of the library " + top);
    }

    private static String before(String name) {
        return name.substring(0, name.length() - NEW.length());
    }

    private static String stripped(String part) {
        int start = 0;
        while (start < part.length() && part.charAt(start) == '_') {
            start++;
        }
        return part.substring(start);
    }

    /** Where in the dotted name the part after the given one begins, with its dot. */
    private static int offset(String[] parts, int index) {
        int offset = 0;
        for (int i = 0; i <= index; i++) {
            offset += parts[i].length() + (i == 0 ? 0 : 1);
        }
        return offset;
    }

    private static Set<String> words(String file) {
        var words = new HashSet<String>(1024);
        Lines.read(file, (head, word) -> words.add(word));
        return words;
    }
}
