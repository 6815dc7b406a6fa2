package io.casemate.scan.bytecode;

import io.casemate.scan.call.Call;
import io.casemate.scan.call.Judge;
import io.casemate.scan.call.Judgement;
import io.casemate.scan.call.Judgement.Level;
import io.casemate.scan.call.Judges;
import io.casemate.scan.call.Value;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges code objects by what running them would call. What is safe in a program is safe here. Each version that could have
 * written the code is read, and what is dangerous in any of them is told.
 */
public final class CodeObjects {
    private static final int NESTING_MAX = 50;
    private static final int CODES_MAX = 20_000;
    private static final Judge SOURCE = Judges.forSource();
    /** Attributes by which code climbs from any object to the functions of the interpreter. */
    private static final Set<String> CLIMBS = Set.of(
            "__subclasses__",
            "__globals__",
            "__builtins__",
            "f_globals",
            "f_builtins",
            "gi_frame",
            "cr_frame",
            "tb_frame");

    private final Inspection inspection;
    private final long offset;
    private final Set<String> told = new HashSet<>();
    private Level worst = Level.SAFE;
    private int codes;
    private int errors;
    private boolean cut;

    private CodeObjects(Inspection inspection, long offset) {
        this.inspection = inspection;
        this.offset = offset;
    }

    /**
     * Judges a code object with all that is nested in it, and tells findings and gaps.
     *
     * @param offset where in the content the code lies, or -1
     * @return the worst that was found; at least {@link Level#UNKNOWN} where something could not be followed
     */
    public static Level judge(CodeObject code, Inspection inspection, long offset) {
        return judgeAll(List.of(code), inspection, offset);
    }

    /**
     * Judges marshalled data: the function of a Lambda layer, the argument of {@code marshal.loads}. Data that cannot be read
     * is a gap, and the texts in it are judged all the same.
     *
     * @param offset where in the content the data lies, or -1
     */
    public static Level judge(MemorySegment marshalled, Inspection inspection, long offset) {
        CodeReader.Marshalled read = CodeReader.read(Content.of("", marshalled), inspection);
        if (read.length() > 0) {
            return judgeAll(read.codes(), inspection, offset);
        }
        inspection.gap(offset, "marshalled data of %d bytes that cannot be read".formatted(marshalled.byteSize()));
        return judgeTexts(read.texts(), inspection, offset);
    }

    /**
     * Judges the code object that {@code types.CodeType} makes of its arguments, in the order that CPython or dill give them.
     *
     * @param offset where in the content the call is made, or -1
     */
    public static Level judge(List<Value> arguments, Inspection inspection, long offset) {
        Optional<CodeObject> code = CodeArguments.read(arguments);
        if (code.isEmpty()) {
            inspection.gap(offset, "a code object whose fields cannot be read");
            return Level.UNKNOWN;
        }
        return judge(code.get(), inspection, offset);
    }

    /** Judges code objects, which may be one thing read in several layouts. */
    static Level judgeAll(List<CodeObject> alternatives, Inspection inspection, long offset) {
        var judging = new CodeObjects(inspection, offset);
        int fewest = Integer.MAX_VALUE;
        boolean followed = false;
        for (CodeObject code : alternatives) {
            for (PythonVersion version : code.versions()) {
                judging.errors = 0;
                judging.cut = false;
                judging.code(code, version, Scope.empty(), Map.of(), 0);
                fewest = Math.min(fewest, judging.errors);
                followed |= !judging.cut;
            }
        }
        if (!alternatives.isEmpty() && (fewest > 0 || !followed)) {
            inspection.gap(
                    offset,
                    fewest > 0 ? "bytecode that no known Python version writes" : "bytecode too long to follow");
            judging.worst = max(judging.worst, Level.UNKNOWN);
        }
        return judging.worst;
    }

    /** Judges texts of code that could not be read: names of modules with any of the others as their attribute. */
    static Level judgeTexts(List<String> texts, Inspection inspection, long offset) {
        var judging = new CodeObjects(inspection, offset);
        for (String module : Names.DANGEROUS_MODULES) {
            if (module.equals(Folding.BUILTINS) || texts.contains(module)) {
                for (String name : texts) {
                    inspection.step();
                    if (Names.isName(name)) {
                        judging.call(Folding.plain(new Value.Global(module, name), List.of()));
                    }
                }
            }
        }
        return max(judging.worst, Level.UNKNOWN);
    }

    private void code(CodeObject code, PythonVersion version, Scope scope, Map<String, Value> outer, int depth) {
        if (depth > NESTING_MAX || ++codes > CODES_MAX) {
            cut = true;
            return;
        }
        var trace = new Trace();
        Map<String, Value> variables = Flow.follow(code, version, scope, outer, trace, inspection);
        errors += trace.errors();
        cut |= trace.isCut();
        var called = new HashSet<Value>();
        for (Call call : trace.calls()) {
            if (call.function() instanceof Value.Global) {
                called.add(call.function());
            }
            call(call);
        }
        for (Value.Global global : trace.loads()) {
            if (!called.contains(global)) {
                reference(global);
            }
        }
        climbs(code);
        for (CodeObject nested : code.nested()) {
            code(nested, version, scope, new HashMap<>(variables), depth + 1);
        }
    }

    private void call(Call call) {
        Judgement judgement = SOURCE.call(call);
        if (judgement.atLeast(Level.SUSPICIOUS)) {
            tell(judgement);
        }
    }

    private void reference(Value.Global global) {
        if (SOURCE.call(Folding.plain(global, List.of())).level() == Level.MALICIOUS) {
            Judgement judgement = inspection.judge().reference(global);
            if (judgement.atLeast(Level.SUSPICIOUS)) {
                tell(judgement);
            }
        }
    }

    private void climbs(CodeObject code) {
        for (String name : code.names()) {
            if (CLIMBS.contains(name) && told.add(name)) {
                inspection.found("marshal/object-walk", offset, "bytecode reads the attribute '%s'".formatted(name));
                worst = max(worst, Level.SUSPICIOUS);
            }
        }
    }

    private void tell(Judgement judgement) {
        if (told.add(judgement.message())) {
            inspection.found(judgement, offset);
        }
        worst = max(worst, judgement.level());
    }

    private static Level max(Level a, Level b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
