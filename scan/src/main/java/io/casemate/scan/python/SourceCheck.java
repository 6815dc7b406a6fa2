package io.casemate.scan.python;

import io.casemate.scan.call.Value;
import io.casemate.scan.operator.TorchOperator;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Inspection;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Tells what a piece of Python source would do beyond its own program. */
final class SourceCheck {
    private static final int NESTING_MAX = 3;

    private final Inspection inspection;
    private final int base;
    private final int nesting;
    private final Set<String> told = new HashSet<>();

    private SourceCheck(Inspection inspection, int base, int nesting) {
        this.inspection = inspection;
        this.base = base;
        this.nesting = nesting;
    }

    /** Tells the findings of a module. */
    static void check(SourceTree tree, When when, Inspection inspection) {
        new SourceCheck(inspection, 0, 0).check(tree, when);
    }

    private void check(SourceTree tree, When when) {
        Notes notes = SourceReader.read(tree.root(), when, inspection);
        Set<String> onImport = notes.reachedOn(When.IMPORT);
        Set<String> asScript = notes.reachedOn(When.SCRIPT);
        boolean shell = notes.calls().stream().anyMatch(made -> isDescriptorCopy(made));
        for (Made made : notes.calls()) {
            When reached = made.when() != When.CALLED
                    ? made.when()
                    : onImport.contains(made.function())
                            ? When.IMPORT
                            : asScript.contains(made.function()) ? When.SCRIPT : When.CALLED;
            Weighing.rule(made, reached, shell).ifPresent(rule -> tell(rule, made, reached));
            constantCode(made, reached);
            secrets(made, reached);
            if (!notes.hasImports()) {
                operator(made);
            }
        }
        notes.climbs().forEach((offset, what) -> found("python/object-walk", offset, "reaches %s".formatted(what)));
        if (notes.isCut() || tree.cut()) {
            inspection.gap(base, "Python source too long or too deep to follow");
        }
    }

    private void secrets(Made made, When when) {
        if (Secrets.sent(made.call())) {
            String name = ((Value.Global) made.call().function()).qualified();
            found(
                    when == When.IMPORT ? "python/dangerous-call" : "python/sent-secrets",
                    made.offset(),
                    "'%s' sends variables of the environment, where keys of the user stand, %s"
                            .formatted(Snippet.shown(name), time(made, when)));
        }
    }

    private static String time(Made made, When when) {
        return switch (when) {
            case IMPORT -> "on import";
            case SCRIPT -> "when it is started";
            case CALLED -> "in '%s'".formatted(Snippet.shown(made.function()));
        };
    }

    private static boolean isDescriptorCopy(Made made) {
        return made.call().function() instanceof Value.Global global
                && (global.qualified().equals("os.dup2") || global.qualified().equals("pty.spawn"));
    }

    private void tell(String rule, Made made, When when) {
        String name = ((Value.Global) made.call().function()).qualified();
        String what = Kind.of(name).map(kind -> kind.words).orElse("reaches a function by a computed name");
        String with = Commands.of(made.call())
                .map(text -> " with '%s'".formatted(Snippet.shown(text)))
                .orElse("");
        String time = " " + time(made, when);
        String decoded = rule.equals("python/obfuscated") ? ", decoded before" : "";
        found(rule, made.offset(), "'%s' %s%s%s%s".formatted(Snippet.shown(name), what, with, decoded, time));
    }

    private void found(String rule, int offset, String message) {
        if (told.add(rule + message) && told.size() <= 300) {
            inspection.found(rule, base + offset, message);
        }
    }

    /** Source in a text that is run is source. */
    private void constantCode(Made made, When when) {
        boolean runs = made.call().function() instanceof Value.Global global
                && Kind.of(global.qualified()).filter(Kind.CODE::equals).isPresent();
        if (runs
                && nesting < NESTING_MAX
                && !made.call().arguments().isEmpty()
                && made.call().arguments().getFirst() instanceof Value.Text(String code)
                && code.indexOf('(') >= 0) {
            SourceTree tree = SourceTree.parse(code.getBytes(StandardCharsets.UTF_8), inspection);
            new SourceCheck(inspection, base + made.offset(), nesting + 1).check(tree, when);
        }
    }

    private void operator(Made made) {
        if (made.call().function() instanceof Value.Global global) {
            switch (standing(global.qualified())) {
                case CUSTOM ->
                    found(
                            "python/custom-operator",
                            made.offset(),
                            "calls an operator of the library '%s'"
                                    .formatted(Snippet.shown(global.qualified().split("\\.", -1)[2])));
                case FILE ->
                    found(
                            "python/risky-call",
                            made.offset(),
                            "TorchScript reads or writes a file by '%s'".formatted(Snippet.shown(global.qualified())));
                case KNOWN -> {} // computes
            }
        }
    }

    /** What TorchScript calls: operators of a library as torch.ops.library.name, those of PyTorch itself as torch.name. */
    private static TorchOperator.Standing standing(String qualified) {
        String[] parts = qualified.split("\\.", -1);
        if (!parts[0].equals("torch")) {
            return TorchOperator.Standing.KNOWN;
        }
        if (parts.length == 2) {
            return new TorchOperator("aten", parts[1]).standing();
        }
        return parts.length > 3 && parts[1].equals("ops")
                ? new TorchOperator(parts[2], parts[3]).standing()
                : TorchOperator.Standing.KNOWN;
    }
}
