package io.casemate.scan.call;

import io.casemate.scan.call.Judgement.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges the calls that program code makes: safe is what {@code source.txt} does not name. */
final class SourceJudge implements Judge {
    /** Where text or bytes are unpacked: what is evaluated then was meant to stay unseen. */
    private static final Set<String> DECODERS = Set.of(
            "b64decode",
            "b32decode",
            "b16decode",
            "b85decode",
            "a85decode",
            "decodebytes",
            "unhexlify",
            "a2b_base64",
            "fromhex",
            "decompress",
            "decode",
            "loads",
            "urlopen",
            "get",
            "read",
            "recv",
            "content",
            "text",
            "chr",
            "join");

    private static final Set<String> SECRET_PATHS = Set.of(
            "/etc/passwd",
            "/etc/shadow",
            ".ssh/",
            ".aws/",
            ".netrc",
            ".git-credentials",
            ".kube/config",
            ".bash_history",
            "id_rsa",
            "/proc/self/environ",
            ".docker/config",
            ".huggingface/token",
            "login data",
            "wallet.dat",
            ".pypirc",
            ".npmrc");
    private static final Set<String> START_UP_PATHS = Set.of(
            ".bashrc",
            ".profile",
            ".zshrc",
            "authorized_keys",
            "/etc/cron",
            "crontab",
            "/etc/ld.so.preload",
            "sitecustomize",
            "usercustomize",
            "/etc/systemd",
            ".config/autostart",
            "/etc/rc.local",
            "launchagents",
            "\\startup\\");
    private static final int DEPTH_MAX = 8;

    private final SourceList list = new SourceList();

    @Override
    public Judgement call(Call call) {
        String function = name(call.function(), 0);
        Judgement handed = handedOver(call, function);
        if (function.isEmpty()) {
            return handed;
        }
        Judgement own = switch (function) {
            case "builtins.eval", "builtins.exec", "builtins.execfile", "builtins.compile" ->
                evaluation(call, function);
            case "builtins.__import__", "importlib.__import__", "importlib.import_module" -> importing(call, function);
            case "builtins.getattr" -> lookUp(call);
            case "builtins.open", "io.open", "codecs.open", "pathlib.Path", "os.open" -> opening(call, function);
            case "torch.load", "torch.serialization.load" -> loading(call, function, "weights_only", false);
            case "numpy.load" -> loading(call, function, "allow_pickle", true);
            case "yaml.load" -> yaml(call, function);
            default ->
                list.find(function)
                        .map(entry -> Wording.call(entry.level(), calls(call, function, entry.danger().words)))
                        .orElse(Judgement.SAFE);
        };
        return LoadingJudge.worse(own, handed);
    }

    @Override
    public Judgement reference(Value.Global global) {
        return list.find(name(global, 0))
                .filter(entry -> entry.level() == Level.MALICIOUS && entry.danger() == Danger.TAMPER)
                .map(entry -> Wording.tampering(
                        "names '%s', %s".formatted(Wording.name(global.qualified()), entry.danger().words)))
                .orElse(Judgement.SAFE);
    }

    @Override
    public Need need(Value.Global global) {
        return Need.ARGUMENTS;
    }

    /** The qualified name of what is called, "" where it cannot be known. Follows getattr and imports by constant names. */
    private static String name(Value value, int depth) {
        if (value instanceof Value.Global global) {
            String name = global.qualified().replace("__builtin__.", "builtins.");
            return global.module().isEmpty() && name.indexOf('.') < 0 ? "builtins." + name : name;
        }
        if (!(value instanceof Value.Result(Call inner))
                || depth > DEPTH_MAX
                || inner.arguments().isEmpty()) {
            return "";
        }
        String function = name(inner.function(), depth + 1);
        List<Value> arguments = inner.arguments();
        if (function.equals("builtins.getattr")
                && arguments.size() >= 2
                && arguments.get(1) instanceof Value.Text(String attribute)) {
            return owner(arguments.get(0), depth) + "." + attribute;
        }
        boolean imports = function.equals("builtins.__import__") || function.startsWith("importlib.");
        return imports && arguments.getFirst() instanceof Value.Text(String module) ? module : "";
    }

    /** A module or object whose attribute is taken; a bare name is a module here, no built-in function. */
    private static String owner(Value value, int depth) {
        return value instanceof Value.Global global && global.module().isEmpty()
                ? global.name()
                : name(value, depth + 1);
    }

    private static Judgement evaluation(Call call, String function) {
        if (function.equals("builtins.compile") && call.arguments().size() > 2) {
            return Judgement.SAFE; // what is run later is judged there
        }
        Optional<Value> what = call.arguments().stream().findFirst();
        if (what.isPresent() && what.get() instanceof Value.Text(String code)) {
            return dangerousText(code)
                    ? Wording.call(Level.MALICIOUS, calls(call, function, Danger.CODE.words))
                    : Judgement.SAFE;
        }
        Level level = what.isPresent() && decoded(what.get(), 0) ? Level.MALICIOUS : Level.SUSPICIOUS;
        return Wording.call(level, calls(call, function, "which runs code that is put together only then"));
    }

    private static boolean dangerousText(String code) {
        return code.contains("import")
                || code.contains("__")
                || code.contains("os.")
                || code.contains("subprocess")
                || code.contains("exec")
                || code.contains("open(");
    }

    private static boolean decoded(Value value, int depth) {
        return depth < DEPTH_MAX
                && value instanceof Value.Result(Call inner)
                && (DECODERS.contains(Names.last(lastName(inner.function())))
                        || decoded(inner.function(), depth + 1)
                        || inner.arguments().stream().anyMatch(argument -> decoded(argument, depth + 1)));
    }

    private static String lastName(Value function) {
        return function instanceof Value.Global global ? global.name() : name(function, 0);
    }

    private Judgement importing(Call call, String function) {
        if (call.arguments().isEmpty() || !(call.arguments().getFirst() instanceof Value.Text(String module))) {
            Level level = function.equals("importlib.import_module") ? Level.UNKNOWN : Level.SUSPICIOUS;
            return Wording.call(level, calls(call, function, Danger.IMPORT.words));
        }
        return function.endsWith("__") && list.dangerousModule(module)
                ? Wording.call(Level.SUSPICIOUS, calls(call, function, "where an import statement would do"))
                : Judgement.SAFE;
    }

    /** getattr(os, 'sys' + 'tem'): an attribute of a dangerous module by a name that is made up. */
    private Judgement lookUp(Call call) {
        if (call.arguments().size() < 2) {
            return Judgement.SAFE;
        }
        String owner = owner(call.arguments().get(0), 0);
        if (!(call.arguments().get(1) instanceof Value.Text(String attribute))) {
            return list.dangerousModule(owner) || owner.equals("builtins") || owner.equals("__builtins__")
                    ? Wording.call(
                            Level.SUSPICIOUS,
                            calls(call, "getattr", "which reaches a function by a name that is made up"))
                    : Judgement.SAFE;
        }
        return list.find(owner + "." + attribute)
                .filter(entry -> entry.level() == Level.MALICIOUS)
                .map(entry -> Wording.call(
                        Level.SUSPICIOUS,
                        "looks up %s.%s by text, %s"
                                .formatted(Wording.name(owner), Wording.name(attribute), entry.danger().words)))
                .orElse(Judgement.SAFE);
    }

    private static Judgement opening(Call call, String function) {
        if (call.arguments().isEmpty() || !(call.arguments().getFirst() instanceof Value.Text(String path))) {
            return Judgement.SAFE;
        }
        String lower = path.toLowerCase(java.util.Locale.ROOT);
        if (START_UP_PATHS.stream().anyMatch(lower::contains)) {
            return Wording.call(
                    Level.MALICIOUS, calls(call, function, "which reaches a file that decides what runs later"));
        }
        return SECRET_PATHS.stream().anyMatch(lower::contains)
                ? Wording.call(Level.MALICIOUS, calls(call, function, "which reaches credentials or accounts"))
                : Judgement.SAFE;
    }

    /** A loader of pickles that one argument makes safe or unsafe. */
    private static Judgement loading(Call call, String function, String keyword, boolean unsafe) {
        Value given = call.keywords().get(keyword);
        if (given instanceof Value.Truth(boolean truth)) {
            return truth == unsafe
                    ? Wording.call(Level.SUSPICIOUS, calls(call, function, "which unpickles what it reads"))
                    : Judgement.SAFE;
        }
        return given == null && unsafe
                ? Judgement.SAFE
                : Wording.call(Level.UNKNOWN, calls(call, function, "which may unpickle what it reads"));
    }

    private static Judgement yaml(Call call, String function) {
        boolean safe = call.keywords().values().stream().anyMatch(SourceJudge::safeLoader)
                || call.arguments().stream().skip(1).anyMatch(SourceJudge::safeLoader);
        return safe
                ? Judgement.SAFE
                : Wording.call(Level.SUSPICIOUS, calls(call, function, "which makes any object that the text names"));
    }

    private static boolean safeLoader(Value value) {
        return value instanceof Value.Global global && global.name().contains("Safe");
    }

    /** A function that runs commands or code, handed to something else: Thread(target=os.system), map(eval, texts). */
    private Judgement handedOver(Call call, String function) {
        var worst = new Judgement[] {Judgement.SAFE};
        Globals.in(
                call,
                global -> list.find(name(global, 0))
                        .filter(entry -> entry.level() == Level.MALICIOUS || entry.danger() == Danger.CODE)
                        .filter(entry -> !function.equals("builtins.getattr"))
                        .ifPresent(entry -> worst[0] = Wording.reference(
                                Level.MALICIOUS,
                                "hands over '%s', %s"
                                        .formatted(Wording.name(global.qualified()), entry.danger().words))));
        return worst[0];
    }

    private static String calls(Call call, String function, String words) {
        String shown = function.startsWith("builtins.") ? function.substring("builtins.".length()) : function;
        return "calls %s, %s".formatted(Wording.shown(call, shown), words);
    }
}
