package io.casemate.scan.python;

import io.casemate.scan.call.Call;
import io.casemate.scan.call.Value;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which rule a call breaks, by what it does, with what, and when. */
final class Weighing {
    private static final String DANGEROUS = "python/dangerous-call";
    private static final String RISKY = "python/risky-call";
    private static final String NOTED = "python/noted-call";
    private static final String OBFUSCATED = "python/obfuscated";
    private static final String WALK = "python/object-walk";
    private static final Pattern SECRET_PATH = Pattern.compile(
            "\\.ssh\\b|\\.aws\\b|/etc/(passwd|shadow|sudoers|cron)|\\.bashrc|\\.bash_profile|\\.zshrc|authorized_keys|\\.netrc"
                    + "|\\.git-credentials|\\.docker/config|\\.kube/config|/proc/self/environ|Start Menu.{0,40}Startup|Login Data"
                    + "|wallet\\.dat|huggingface/token|gcloud/.{0,40}credentials|id_(rsa|ed25519)\\b|LaunchAgents|systemd/(user|system)"
                    + "|site-packages/[^/]*\\.pth$|(site|user)customize\\.py$");
    private static final Pattern SHELL_IN_C = Pattern.compile(
            "\\b(system|popen|execl|execlp|execv|execvp|execve|dlopen|posix_spawn|WinExec|ShellExecuteA?)\\s*\\(");
    private static final Set<String> WALKED = Set.of("os", "posix", "nt", "subprocess", "builtins");

    private Weighing() {}

    /**
     * The rule a call breaks.
     *
     * @param when when the call is made, with the functions that lead to it
     * @param shell whether the file hands a connection to a shell
     */
    static Optional<String> rule(Made made, When when, boolean shell) {
        Call call = made.call();
        if (!(call.function() instanceof Value.Global function)) {
            return Optional.empty();
        }
        if (call.how() == Call.How.SET_ITEM) {
            return Optional.empty();
        }
        String name = function.qualified();
        if (name.equals("builtins.setattr") || name.equals("builtins.getattr")) {
            return attribute(name, call);
        }
        return Kind.of(name).flatMap(kind -> kind(kind, name, made, when, shell));
    }

    private static Optional<String> kind(Kind kind, String name, Made made, When when, boolean shell) {
        boolean atImport = when == When.IMPORT;
        return switch (kind) {
            case COMMAND -> Optional.of(command(made, when));
            case CODE -> code(name, made, when);
            case BYTECODE -> Optional.of(name.startsWith("marshal.") ? RISKY : NOTED);
            case NATIVE -> Optional.of(nativeCode(name, made.call(), atImport));
            case INJECTION -> Optional.of(DANGEROUS);
            case SEND -> Optional.of(shell ? DANGEROUS : atImport && reachesAtOnce(name) ? RISKY : NOTED);
            case SCRIPT -> Optional.of(atImport && name.startsWith("runpy.") ? RISKY : NOTED);
            case FETCH, LISTEN -> Optional.of(NOTED);
            case DELETE, FILE -> file(kind, made.call(), when);
            case LOAD -> load(name, made);
            case LATER -> Optional.empty();
        };
    }

    private static boolean reachesAtOnce(String name) {
        return name.startsWith("socket.") || name.startsWith("webbrowser.");
    }

    /** Extensions of PyTorch are compiled from source that computes; one that starts programs does something else. */
    private static String nativeCode(String name, Call call, boolean atImport) {
        boolean starts = name.startsWith("torch.utils")
                && (call.arguments().stream().anyMatch(Weighing::startsPrograms)
                        || call.keywords().values().stream().anyMatch(Weighing::startsPrograms));
        if (starts) {
            return atImport ? DANGEROUS : RISKY;
        }
        return atImport && !name.startsWith("torch.utils") ? RISKY : NOTED;
    }

    private static boolean startsPrograms(Value source) {
        return switch (source) {
            case Value.Text(String text) -> SHELL_IN_C.matcher(text).find();
            case Value.Items items -> items.items().stream().anyMatch(Weighing::startsPrograms);
            default -> false;
        };
    }

    private static String command(Made made, When when) {
        if (made.decoded()) {
            return OBFUSCATED;
        }
        Optional<String> line = Commands.of(made.call());
        if (line.isEmpty()) {
            return when == When.IMPORT ? RISKY : NOTED;
        }
        if (Commands.isHostile(line.get())) {
            return DANGEROUS;
        }
        if (Commands.isHarmless(line.get())) {
            return NOTED;
        }
        if (Commands.installsFromElsewhere(line.get())) {
            return RISKY;
        }
        if (when != When.IMPORT && Commands.fetchesData(line.get())) {
            return NOTED;
        }
        boolean known = !line.get().startsWith("{}") && !Commands.installs(line.get());
        return switch (when) {
            case IMPORT -> known ? DANGEROUS : RISKY;
            case SCRIPT, CALLED -> known ? RISKY : NOTED;
        };
    }

    private static Optional<String> code(String name, Made made, When when) {
        boolean exec = name.endsWith(".exec") || name.endsWith(".execfile");
        if (name.equals("builtins.compile")) {
            return Optional.empty();
        }
        if (made.decoded()) {
            return Optional.of(OBFUSCATED);
        }
        if (made.call().arguments().isEmpty()) {
            return Optional.of(made.call().complete() || when != When.IMPORT ? NOTED : RISKY);
        }
        Value code = made.call().arguments().getFirst();
        if (Decoding.comesFrom(Kind.FETCH, code)) {
            return Optional.of(DANGEROUS);
        }
        if (code instanceof Value.Text) {
            return Optional.empty(); // read as source of its own
        }
        if (Decoding.comesFrom(Kind.FILE, code)) {
            return Optional.of(NOTED);
        }
        return Optional.of(exec ? RISKY : NOTED);
    }

    private static Optional<String> file(Kind kind, Call call, When when) {
        String path =
                call.arguments().stream().findFirst().flatMap(PathTexts::of).orElse("");
        if (SECRET_PATH.matcher(path).find()) {
            return Optional.of(when == When.IMPORT ? DANGEROUS : RISKY);
        }
        if (kind == Kind.DELETE
                && (path.equals("/") || path.equals("~") || path.startsWith("/home") || path.equals("/root"))) {
            return Optional.of(DANGEROUS);
        }
        return kind == Kind.DELETE ? Optional.of(NOTED) : Optional.empty();
    }

    private static Optional<String> load(String name, Made made) {
        Call call = made.call();
        if (made.decoded()) {
            return Optional.of(OBFUSCATED);
        }
        if (name.equals("numpy.load")
                && !new Value.Truth(true).equals(call.keywords().get("allow_pickle"))) {
            return Optional.empty();
        }
        boolean weightsOnly = new Value.Truth(true).equals(call.keywords().get("weights_only"));
        return weightsOnly ? Optional.empty() : Optional.of(NOTED);
    }

    private static Optional<String> attribute(String function, Call call) {
        if (call.arguments().size() < 2 || !(call.arguments().getFirst() instanceof Value.Global owner)) {
            return Optional.empty();
        }
        boolean known = call.arguments().get(1) instanceof Value.Text;
        boolean module = owner.name().isEmpty() && WALKED.contains(owner.module());
        boolean tampers = function.endsWith("setattr") && owner.qualified().equals("builtins");
        return tampers || (module && !known) ? Optional.of(WALK) : Optional.empty();
    }
}
