package io.casemate.scan.call;

import io.casemate.scan.call.Call.How;
import io.casemate.scan.call.Judgement.Level;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether arguments keep the rule of an entry. Globals inside them are judged elsewhere. */
final class ArgumentRules {
    private static final Set<String> CHARACTER_SETS =
            Set.of("latin1", "latin-1", "iso-8859-1", "utf-8", "utf8", "ascii", "raw_unicode_escape", "bytes");
    private static final Set<String> BASES = Set.of(
            "object",
            "dict",
            "list",
            "tuple",
            "set",
            "frozenset",
            "int",
            "float",
            "complex",
            "str",
            "bytes",
            "bytearray",
            "unicode",
            "long",
            "Exception",
            "BaseException",
            "ValueError");
    /** Attributes that run something whatever module they belong to. */
    static final Set<String> RUNNERS = Set.of(
            "system",
            "popen",
            "Popen",
            "exec",
            "eval",
            "execv",
            "execve",
            "spawnv",
            "check_output",
            "check_call",
            "getoutput",
            "modules",
            "format",
            "format_map");

    private static final long BYTES_MAX = 1L << 28;
    private static final int STATE_OF_PARAMETER = 3;
    private static final Set<Rule> ANY_ARGUMENTS =
            Set.of(Rule.PLAIN, Rule.INSTANCE, Rule.STORAGE, Rule.SHARED, Rule.FUNCTION, Rule.MENTIONED);
    /** What only notes which items there are, and takes none. */
    private static final Set<String> MAKES_NO_ITEMS = Set.of(
            "range",
            "xrange",
            "iter",
            "reversed",
            "enumerate",
            "zip",
            "map",
            "filter",
            "imap",
            "ifilter",
            "izip",
            "accumulate",
            "starmap",
            "takewhile",
            "dropwhile",
            "filterfalse",
            "ifilterfalse",
            "groupby",
            "repeat",
            "count",
            "cycle",
            "islice",
            "chain");

    private static final Set<String> CODE_TYPES = Set.of(
            "CodeType",
            "FunctionType",
            "LambdaType",
            "MethodType",
            "CellType",
            "ModuleType",
            "GeneratorType",
            "CoroutineType");

    private final Register register;
    private final Targets targets;
    private final StateRules states;

    ArgumentRules(Register register, Targets targets, StateRules states) {
        this.register = register;
        this.targets = targets;
        this.states = states;
    }

    /** An allowed global is called, or made without its constructor. */
    Judgement made(Rule rule, Value.Global global, Call call) {
        Judgement ruled = call.complete() || ANY_ARGUMENTS.contains(rule)
                ? ruled(rule, global, call)
                : LoadingJudge.worse(
                        ruled(rule, global, call),
                        Wording.odd(Level.UNKNOWN, global, call, "with arguments that are not all known"));
        return EvaluatedText.evaluates(global) ? LoadingJudge.worse(ruled, EvaluatedText.handed(global, call)) : ruled;
    }

    private Judgement ruled(Rule rule, Value.Global global, Call call) {
        return switch (rule) {
            case PLAIN, SHARED -> Judgement.SAFE;
            case STORAGE ->
                global.name().endsWith("_with_state") && call.arguments().size() > STATE_OF_PARAMETER
                        ? states.state(global, building(call, call.arguments().get(STATE_OF_PARAMETER)))
                        : Judgement.SAFE;
            case MENTIONED -> Wording.odd(Level.MALICIOUS, global, call, "which opens a file");
            case INSTANCE -> call.how() == How.NEW ? Judgement.SAFE : constructed(global, call);
            case CALLED -> called(0, global, call);
            case CALLED_SECOND -> called(1, global, call);
            case SIZED -> sized(global, call);
            case TYPE_NAME -> typeName(global, call);
            case NO_FILE ->
                call.how() == How.NEW
                                || call.arguments().isEmpty()
                                || call.arguments().getFirst() instanceof Value.None
                        ? Judgement.SAFE
                        : Wording.odd(Level.UNKNOWN, global, call, "which opens the file of that name");
            case DTYPE -> expect(call.complete(), global, call, "with arguments that are not all known");
            case TENSOR -> TensorRule.judge(global, call);
            case TYPED -> typed(global, call);
            case GETATTR -> getattr(global, call);
            case ENCODE ->
                expect(
                        encodes(call),
                        global,
                        call,
                        "with something other than constant text and a plain character set");
            case NESTED ->
                expect(
                        call.arguments().size() == 1
                                && (call.arguments().getFirst() instanceof Value.Bytes
                                        || Names.top(global.module()).equals("torch"))
                                && targets.data(call.arguments().getFirst()),
                        global,
                        call,
                        "with data that is not in the file as it is");
            case RECONSTRUCT -> reconstruct(global, call);
            case NEWOBJ -> ofNew(global, call);
            case FUNCTION ->
                Wording.odd(Level.SUSPICIOUS, global, call, "which a model may keep but no serialiser calls");
            case NAMED -> named(global, call);
            case SUBSCRIPT ->
                expect(
                        !call.arguments().isEmpty()
                                && call.arguments().getFirst() instanceof Value.Global type
                                && register.of(type) instanceof Standing.Allowed,
                        global,
                        call,
                        "to take something out of what is no class");
            case KIND ->
                expect(call.complete() && call.arguments().size() == 1, global, call, "to make a class out of data");
            case CALLABLE -> callable(global, call);
            case ATTRIBUTES ->
                expect(
                        call.complete() && call.arguments().stream().allMatch(ArgumentRules::plainAttribute),
                        global,
                        call,
                        "with names that are not plain constants");
        };
    }

    /** A function is called with items as soon as somebody takes them. */
    private Judgement called(int place, Value.Global global, Call call) {
        if (call.arguments().size() <= place) {
            return call.complete()
                    ? sized(global, call)
                    : Wording.odd(Level.UNKNOWN, global, call, "around what is not known");
        }
        Value function = call.arguments().get(place);
        if (Targets.neverCallable(function)) {
            return Wording.odd(Level.SUSPICIOUS, global, call, "around what is no function");
        }
        Level called = Targets.worse(targets.calling(function), targets.callingHanded(call, place));
        return switch (called) {
            case SAFE -> sized(global, call);
            case UNKNOWN -> Wording.odd(Level.UNKNOWN, global, call, "around a function that no allow-list names");
            case SUSPICIOUS, MALICIOUS ->
                Wording.odd(Level.SUSPICIOUS, global, call, "which calls what no serialiser calls");
        };
    }

    private Judgement sized(Value.Global global, Call call) {
        if (global.name().equals("iter")
                && call.arguments().size() == 2
                && targets.calling(call.arguments().getFirst()) != Level.SAFE) {
            return Wording.odd(Level.UNKNOWN, global, call, "which calls a function until it returns a value");
        }
        boolean maker = !MAKES_NO_ITEMS.contains(global.name());
        boolean excessive =
                maker && call.arguments().stream().anyMatch(value -> Extent.excessive(value) || tooLong(global, value));
        return expect(!excessive, global, call, "with more items than fit into memory");
    }

    private static boolean tooLong(Value.Global global, Value length) {
        return global.name().startsWith("byte") && length instanceof Value.Whole(long bytes) && bytes > BYTES_MAX;
    }

    private Judgement typeName(Value.Global global, Call call) {
        if (call.arguments().size() != 1 || !(call.arguments().getFirst() instanceof Value.Text(String name))) {
            return Wording.odd(Level.SUSPICIOUS, global, call, "with a name that is not constant");
        }
        if (Targets.TYPE_NAMES.contains(name)) {
            return Judgement.SAFE;
        }
        return name.matches("\\w+") && !CODE_TYPES.contains(name)
                ? Wording.odd(Level.UNKNOWN, global, call, "for a type that no allow-list names")
                : Wording.odd(Level.SUSPICIOUS, global, call, "whose instances are made of code");
    }

    private static Judgement constructed(Value.Global global, Call call) {
        if (Names.ofClass(global.name())
                && call.complete()
                && call.arguments().isEmpty()
                && call.keywords().isEmpty()) {
            return Judgement.SAFE; // protocols 0 and 1 make a class without arguments this way
        }
        return Names.ofClass(global.name())
                ? Wording.odd(Level.UNKNOWN, global, call, "through its constructor, which serialisers go around")
                : Wording.odd(Level.SUSPICIOUS, global, call, "which a model may keep but no serialiser calls");
    }

    private Judgement typed(Value.Global global, Call call) {
        if (call.arguments().size() < 2
                || !(call.arguments().getFirst() instanceof Value.Global function)
                || !(register.of(function) instanceof Standing.Allowed(Rule rule))
                || rule == Rule.TYPED) {
            return Wording.odd(Level.UNKNOWN, global, call, "for a function that no allow-list names");
        }
        Value second = call.arguments().get(1);
        if (second instanceof Value.Global type && !(register.of(type) instanceof Standing.Allowed)) {
            return Wording.odd(
                    Level.UNKNOWN,
                    global,
                    call,
                    "for the class '%s', which no allow-list names".formatted(Wording.name(type.qualified())));
        }
        int place = second instanceof Value.Global && call.arguments().size() > 2 ? 2 : 1;
        if (!(call.arguments().get(place) instanceof Value.Items(List<Value> items, boolean complete))) {
            return Wording.odd(Level.UNKNOWN, global, call, "with arguments that are not known");
        }
        var inner = new Call(function, items, complete, call.keywords(), How.CALL);
        Judgement worst = made(rule, function, inner);
        for (Value state : call.arguments().subList(place + 1, call.arguments().size())) {
            if (targets.madeOf(new Value.Result(inner)) instanceof Value.Global made) {
                worst = LoadingJudge.worse(worst, states.state(made, building(inner, state)));
            }
        }
        return worst;
    }

    private static Call building(Call made, Value state) {
        return new Call(new Value.Result(made), List.of(state), true, Map.of(), How.BUILD);
    }

    private Judgement getattr(Value.Global global, Call call) {
        List<Value> arguments = call.arguments();
        if (arguments.size() < 2 || !(arguments.get(1) instanceof Value.Text(String name))) {
            return Wording.odd(Level.SUSPICIOUS, global, call, "with a name that is no plain constant");
        }
        return switch (arguments.get(0)) {
            case Value.Global owner -> ofClass(global, owner, name, call);
            case Value.Result result -> ofObject(global, result, name, call);
            case Value owner when !plainAttribute(arguments.get(1)) -> oddName(global, call);
            case Value owner when constant(owner) -> Judgement.SAFE;
            case Value owner ->
                Wording.odd(Level.UNKNOWN, global, call, "on something that is no class of an allow-list");
        };
    }

    private Judgement ofClass(Value.Global getattr, Value.Global owner, String name, Call call) {
        var whole = new Value.Global(owner.module(), owner.name() + "." + name);
        Standing standing = register.of(whole);
        if (standing instanceof Standing.Allowed) {
            return Judgement.SAFE;
        }
        if (!plainAttribute(Value.text(name))) {
            return oddName(getattr, call);
        }
        return standing instanceof Standing.Denied(Danger danger, String denied)
                ? lookedUp(danger, denied)
                : ofOwner(getattr, owner, call);
    }

    /** A method bound to an object, as {@code pickle} writes it: kept, never called by the pickle itself. */
    private Judgement ofObject(Value.Global getattr, Value.Result object, String name, Call call) {
        Value owner = targets.module(object)
                .<Value>map(module -> new Value.Global(module, ""))
                .orElseGet(() -> targets.madeOf(object));
        if (owner instanceof Value.Global(String module, String type)) {
            Optional<Standing.Denied> denied = type.isEmpty()
                    ? register.danger(module + "." + name)
                    : targets.dangerOf(new Value.Global(module, type), name);
            if (denied.isPresent()) {
                return lookedUp(denied.get().danger(), denied.get().name());
            }
        }
        if (targets.bound(object, name)) {
            return Judgement.SAFE;
        }
        return name.startsWith("_") || !plainAttribute(Value.text(name))
                ? oddName(getattr, call)
                : Wording.odd(Level.UNKNOWN, getattr, call, "on something that is no class of an allow-list");
    }

    private static Judgement lookedUp(Danger danger, String denied) {
        return Wording.call(danger.level, "looks up %s, %s".formatted(Wording.name(denied), danger.words));
    }

    private static Judgement oddName(Value.Global getattr, Call call) {
        return Wording.odd(Level.SUSPICIOUS, getattr, call, "with a name that is no plain constant");
    }

    /** A method of plain data: the format of a text walks through attributes, the others are harmless. */
    private static boolean constant(Value value) {
        return value instanceof Value.Text
                || value instanceof Value.Bytes
                || value instanceof Value.Items
                || value instanceof Value.Entries
                || value instanceof Value.Whole
                || value instanceof Value.Real;
    }

    private Judgement ofOwner(Value.Global getattr, Value.Global owner, Call call) {
        return register.of(owner) instanceof Standing.Allowed(Rule rule) && rule.storable()
                ? Judgement.SAFE
                : Wording.odd(Level.UNKNOWN, getattr, call, "on something that is no class of an allow-list");
    }

    static boolean encodes(Call call) {
        List<Value> arguments = call.arguments();
        boolean constant = call.complete()
                && !arguments.isEmpty()
                && (arguments.getFirst() instanceof Value.Text
                        || arguments.getFirst() instanceof Value.Bytes
                        || arguments.getFirst() instanceof Value.Unknown);
        return constant && (arguments.size() == 1 || characterSet(arguments.get(1)));
    }

    private static boolean characterSet(Value value) {
        return value instanceof Value.Text(String set) && CHARACTER_SETS.contains(set.toLowerCase(Locale.ROOT));
    }

    /** {@code f('scipy.special', 'expit')}: judged as if the global itself stood there. */
    private Judgement named(Value.Global global, Call call) {
        if (call.arguments().size() != 2
                || !(call.arguments().get(0) instanceof Value.Text(String module))
                || !(call.arguments().get(1) instanceof Value.Text(String name))) {
            return Wording.odd(Level.SUSPICIOUS, global, call, "with names that are not constant");
        }
        return switch (register.of(new Value.Global(module, name))) {
            case Standing.Allowed allowed -> Judgement.SAFE;
            case Standing.Denied denied -> Wording.odd(denied.danger().level, global, call, denied.danger().words);
            case Standing.Odd o ->
                Wording.odd(Level.SUSPICIOUS, global, call, "which imports what no serialiser imports");
            case Standing.Unlisted u ->
                Wording.odd(Level.UNKNOWN, global, call, "which imports what no allow-list names");
        };
    }

    private Judgement reconstruct(Value.Global global, Call call) {
        boolean base = call.arguments().size() >= 2
                && call.arguments().get(1) instanceof Value.Global(String module, String name)
                && (module.equals("builtins") || module.equals("__builtin__") || module.equals("exceptions"))
                && BASES.contains(name);
        return base
                ? ofClass(global, call)
                : Wording.odd(Level.SUSPICIOUS, global, call, "on a base that is not built in");
    }

    private Judgement ofClass(Value.Global global, Call call) {
        if (call.arguments().isEmpty() || Targets.neverCallable(call.arguments().getFirst())) {
            return Wording.odd(Level.SUSPICIOUS, global, call, "for what is no class");
        }
        if (call.arguments().getFirst() instanceof Value.Result(Call object)
                && object.function() instanceof Value.Global type
                && register.of(type).equals(new Standing.Allowed(Rule.PLAIN))) {
            return Wording.odd(Level.SUSPICIOUS, global, call, "for an object that is no class");
        }
        if (!(call.arguments().getFirst() instanceof Value.Global made)) {
            return Wording.odd(Level.UNKNOWN, global, call, "for a class that cannot be followed");
        }
        return register.of(made) instanceof Standing.Allowed(Rule rule) && rule.storable()
                ? Judgement.SAFE
                : Wording.odd(
                        Level.UNKNOWN,
                        global,
                        call,
                        "for '%s', which no allow-list names".formatted(Wording.name(made.qualified())));
    }

    /** {@code f(class, *arguments)}, or {@code A.__new__(class, *arguments)}: an object of the class is made, of A as well. */
    private Judgement ofNew(Value.Global global, Call call) {
        Judgement ofClass = ofClass(global, call);
        if (!ofClass.safe()) {
            return ofClass;
        }
        Value.Global made = (Value.Global) call.arguments().getFirst();
        Judgement judged = newOf(made, call);
        return global.name().endsWith(".__new__")
                ? LoadingJudge.worse(
                        judged,
                        newOf(
                                new Value.Global(
                                        global.module(),
                                        global.name().substring(0, global.name().length() - ".__new__".length())),
                                call))
                : judged;
    }

    private Judgement newOf(Value.Global made, Call call) {
        List<Value> rest = call.arguments().subList(1, call.arguments().size());
        return register.of(made) instanceof Standing.Allowed(Rule rule)
                ? made(rule, made, new Call(made, rest, call.complete(), call.keywords(), How.NEW))
                : Judgement.SAFE;
    }

    private Judgement callable(Value.Global global, Call call) {
        if (call.arguments().isEmpty()) {
            return call.complete()
                    ? Judgement.SAFE
                    : Wording.odd(Level.UNKNOWN, global, call, "around what is not known");
        }
        Value function = call.arguments().getFirst();
        if (Targets.neverCallable(function)) {
            return Wording.odd(Level.SUSPICIOUS, global, call, "around what is no function");
        }
        if (!targets.storable(function)
                || (function instanceof Value.Global named
                        && register.of(named).equals(new Standing.Allowed(Rule.MENTIONED)))) {
            return Wording.odd(
                    function instanceof Value.Global named
                                    && register.of(named).equals(new Standing.Allowed(Rule.MENTIONED))
                            ? Level.SUSPICIOUS
                            : Level.UNKNOWN,
                    global,
                    call,
                    "around a function that no allow-list names");
        }
        List<Value> bound = call.arguments().subList(1, call.arguments().size());
        return function instanceof Value.Global evaluating
                        && EvaluatedText.evaluates(evaluating)
                        && !(bound.isEmpty() && call.keywords().isEmpty())
                ? EvaluatedText.handed(evaluating, new Call(evaluating, bound, true, call.keywords(), How.CALL))
                : Judgement.SAFE;
    }

    private static boolean plainAttribute(Value value) {
        return value instanceof Value.Text(String name)
                && !name.isEmpty()
                && !name.startsWith("_")
                && !name.contains("._")
                && !RUNNERS.contains(Names.last(name));
    }

    private static Judgement expect(boolean kept, Value.Global global, Call call, String otherwise) {
        return kept ? Judgement.SAFE : Wording.odd(Level.SUSPICIOUS, global, call, otherwise);
    }
}
