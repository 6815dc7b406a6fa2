package io.casemate.scan.call;

import io.casemate.scan.call.Call.How;
import io.casemate.scan.call.Judgement.Level;
import io.casemate.scan.call.Standing.Allowed;
import io.casemate.scan.call.Standing.Denied;
import io.casemate.scan.call.Standing.Odd;
import io.casemate.scan.call.Standing.Unlisted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges the calls that loading serialised data makes. */
final class LoadingJudge implements Judge {
    /** Modules that run things, beside much that is harmless. */
    private static final Set<String> RUNNING =
            Set.of("os", "posix", "nt", "sys", "builtins", "__builtin__", "_io", "torch.serialization");

    private final Register register;
    private final Targets targets;
    private final ArgumentRules rules;
    private final StateRules states;

    LoadingJudge(Register register) {
        this.register = register;
        this.targets = new Targets(register);
        this.states = new StateRules(targets);
        this.rules = new ArgumentRules(register, targets, states);
    }

    @Override
    public Judgement call(Call call) {
        Judgement own = switch (call.function()) {
            case Value.Global global -> ofGlobal(global, call);
            case Value.Result result -> ofResult(result, call);
            case Value.Items items -> ofContainer(call);
            case Value.Entries entries -> ofContainer(call);
            case Value.Persistent persistent -> ofPersistent(call);
            case Value.Unknown unknown -> Wording.call(Level.UNKNOWN, "calls something that cannot be followed");
            case Value.Text v -> Wording.call(Level.UNKNOWN, "calls a text");
            case Value.Bytes v -> Wording.call(Level.UNKNOWN, "calls bytes");
            case Value.Whole v -> Wording.call(Level.UNKNOWN, "calls a number");
            case Value.Real v -> Wording.call(Level.UNKNOWN, "calls a number");
            case Value.Truth v -> Wording.call(Level.UNKNOWN, "calls a truth value");
            case Value.None v -> Wording.call(Level.UNKNOWN, "calls None");
        };
        return own.atLeast(Level.MALICIOUS) ? own : worse(own, arguments(call));
    }

    @Override
    public Judgement reference(Value.Global global) {
        String name = Wording.name(global.qualified());
        return switch (register.of(global)) {
            case Allowed allowed ->
                allowed.rule().storable()
                        ? Judgement.SAFE
                        : Wording.reference(Level.UNKNOWN, "stores '%s', which is only ever called".formatted(name));
            case Denied denied
            when denied.danger() == Danger.TAMPER ->
                Wording.tampering("imports '%s', %s".formatted(name, denied.danger().words));
            case Denied denied ->
                Wording.reference(
                        denied.danger().level == Level.UNKNOWN ? Level.UNKNOWN : Level.SUSPICIOUS,
                        "imports '%s', %s".formatted(name, words(denied, global)));
            case Odd odd ->
                Wording.reference(
                        Level.SUSPICIOUS, "imports '%s', %s that no serialiser writes".formatted(name, odd.words()));
            case Unlisted unlisted
            when LookAlike.is(global.qualified()) ->
                Wording.reference(
                        Level.SUSPICIOUS,
                        "imports '%s', whose letters look like those of another name".formatted(name));
            case Unlisted unlisted ->
                Wording.reference(Level.UNKNOWN, "imports '%s', which no allow-list names".formatted(name));
        };
    }

    @Override
    public Need need(Value.Global global) {
        return register.of(global) instanceof Allowed(Rule rule)
                        && rule == Rule.PLAIN
                        && !EvaluatedText.evaluates(global)
                ? Need.NOTHING
                : Need.ARGUMENTS;
    }

    private Judgement ofGlobal(Value.Global global, Call call) {
        if (call.how() != How.CALL && call.how() != How.NEW) {
            return Wording.call(
                    Level.MALICIOUS,
                    "changes '%s' itself, for everything in the process that uses it"
                            .formatted(Wording.name(global.qualified())));
        }
        return switch (register.of(global)) {
            case Allowed allowed -> rules.made(allowed.rule(), global, call);
            case Denied denied -> denied(denied, global, call);
            case Odd odd ->
                Wording.call(
                        Level.SUSPICIOUS,
                        "calls %s, %s that no serialiser calls"
                                .formatted(Wording.shown(call, global.qualified()), odd.words()));
            case Unlisted unlisted -> unlisted(global, call);
        };
    }

    private Judgement denied(Denied denied, Value.Global global, Call call) {
        if (denied.danger() == Danger.CARRIED) {
            Level level = carried(global, call);
            if (level != Level.UNKNOWN) {
                return Wording.odd(level, global, call, "with what no serialiser hands to it");
            }
        }
        String what = "calls %s, %s".formatted(Wording.shown(call, global.qualified()), words(denied, global));
        return denied.danger() == Danger.TAMPER ? Wording.tampering(what) : Wording.call(denied.danger().level, what);
    }

    /** What cloudpickle and dill make of the file: functions get functions, and modules are named. */
    private Level carried(Value.Global global, Call call) {
        if (call.arguments().isEmpty() || !call.arguments().stream().allMatch(Value.Text.class::isInstance)) {
            return Level.UNKNOWN;
        }
        if (call.arguments().size() > 1
                || !(call.arguments().getFirst() instanceof Value.Text(String text))
                || !namesSomething(text)) {
            return Level.SUSPICIOUS;
        }
        if (!Targets.IMPORTERS.contains(Names.last(global.name()))) {
            return Level.UNKNOWN;
        }
        return RUNNING.contains(text)
                ? Level.SUSPICIOUS
                : register.danger(text)
                        .map(found -> switch (found.danger()) {
                            case COMMAND, CODE, IMPORT, NATIVE, TAMPER -> Level.MALICIOUS;
                            case LOAD, FILE, NETWORK -> Level.SUSPICIOUS;
                            default -> Level.UNKNOWN;
                        })
                        .orElse(Level.UNKNOWN);
    }

    private static boolean namesSomething(String text) {
        return text.codePoints().allMatch(c -> c == '.' || Character.isJavaIdentifierPart(c));
    }

    private static Judgement unlisted(Value.Global global, Call call) {
        if (LookAlike.is(global.qualified())) {
            return Wording.call(
                    Level.SUSPICIOUS,
                    "uses '%s', whose letters look like those of another name"
                            .formatted(Wording.name(global.qualified())));
        }
        if (call.how() == How.CALL
                && (global.name().indexOf('.') > 0 || !Names.ofClass(global.name()))
                && Verbs.reachesOut(global.name())) {
            return Wording.call(
                    Level.SUSPICIOUS,
                    "calls %s, which by its name reaches out of the file"
                            .formatted(Wording.shown(call, global.qualified())));
        }
        return Wording.call(
                Level.UNKNOWN, "uses '%s', which no allow-list names".formatted(Wording.name(global.qualified())));
    }

    /** What is done with the result of a call: it is called in its turn, or built, or filled. */
    private Judgement ofResult(Value.Result result, Call call) {
        if (call.how() == How.CALL || call.how() == How.NEW) {
            if (targets.carriedFunction(result)) {
                return Wording.call(Level.MALICIOUS, "runs a function whose code is in the file");
            }
            Optional<String> method = targets.method(result);
            if (method.isPresent()) {
                return Wording.call(
                        Level.SUSPICIOUS,
                        "calls the method '%s' of an object, which no serialiser does"
                                .formatted(Wording.name(method.get())));
            }
            if (result.call().function() instanceof Value.Global through
                    && register.of(through).equals(new Allowed(Rule.CALLABLE))) {
                return ofPartial(result, call);
            }
            return targets.follow(result)
                    .map(target ->
                            call(new Call(target, call.arguments(), call.complete(), call.keywords(), call.how())))
                    .orElseGet(() -> Wording.call(Level.UNKNOWN, "calls what another call returned"));
        }
        if (!(targets.madeOf(result) instanceof Value.Global made)) {
            return Wording.call(Level.UNKNOWN, "builds or fills something that cannot be followed");
        }
        return switch (register.of(made)) {
            case Allowed allowed -> states.filled(allowed.rule(), made, call);
            case Denied denied ->
                Wording.call(
                        denied.danger().level,
                        "changes what '%s' returned, %s"
                                .formatted(Wording.name(made.qualified()), words(denied, made)));
            case Odd odd ->
                Wording.call(
                        Level.SUSPICIOUS,
                        "changes what '%s' returned, %s".formatted(Wording.name(made.qualified()), odd.words()));
            case Unlisted unlisted -> worse(unlisted(made, call), states.state(made, call));
        };
    }

    /** Calls what a function was wrapped in, with the arguments that were bound before. */
    private Judgement ofPartial(Value.Result partial, Call call) {
        List<Value> bound = partial.call().arguments();
        if (!(targets.follow(partial).orElse(Value.UNKNOWN) instanceof Value.Global function)) {
            return Wording.call(Level.UNKNOWN, "calls what another call returned");
        }
        var all = new ArrayList<Value>(bound.subList(1, bound.size()));
        boolean makes = register.of(function).equals(new Allowed(Rule.NEWOBJ));
        if (makes && all.isEmpty() && function.name().endsWith(".__new__")) {
            // the class was bound by BUILD: how some named tuples of scipy are pickled
            all.add(new Value.Global(
                    function.module(),
                    function.name().substring(0, function.name().length() - ".__new__".length())));
        }
        all.addAll(call.arguments());
        var keywords = new HashMap<String, Value>(partial.call().keywords());
        keywords.putAll(call.keywords());
        boolean complete = call.complete() && partial.call().complete();
        Judgement whole = call(new Call(function, all, complete, keywords, How.CALL));
        return makes
                ? whole
                : worse(
                        Wording.call(
                                Level.SUSPICIOUS,
                                "calls a function that was wrapped around '%s' before, which no serialiser does"
                                        .formatted(Wording.name(function.qualified()))),
                        whole);
    }

    private static Judgement ofContainer(Call call) {
        return switch (call.how()) {
            case APPEND, SET_ITEM -> Judgement.SAFE;
            case BUILD -> Wording.call(Level.UNKNOWN, "builds a plain list or dictionary as if it were an object");
            case CALL, NEW -> Wording.call(Level.UNKNOWN, "calls a plain list or dictionary");
        };
    }

    private static Judgement ofPersistent(Call call) {
        return switch (call.how()) {
            case APPEND, SET_ITEM -> Wording.call(Level.SUSPICIOUS, "writes into what a persistent id stands for");
            case BUILD, CALL, NEW -> Wording.call(Level.UNKNOWN, "calls or builds what a persistent id stands for");
        };
    }

    /** The worst that is handed over: globals in tuples, lists and dictionaries. What calls return was judged as calls. */
    private Judgement arguments(Call call) {
        var worst = new Judgement[] {Judgement.SAFE};
        Globals.in(call, global -> worst[0] = worse(worst[0], handedOver(global)));
        return worst[0];
    }

    private Judgement handedOver(Value.Global global) {
        if (register.of(global) instanceof Allowed(Rule rule) && !rule.storable()) {
            return Wording.reference(
                    Level.SUSPICIOUS,
                    "hands over '%s', which is only ever called".formatted(Wording.name(global.qualified())));
        }
        return register.of(global) instanceof Denied denied
                        && denied.danger().level == Level.MALICIOUS
                        && denied.danger() != Danger.TAMPER
                ? Wording.reference(
                        Level.MALICIOUS,
                        "hands over '%s', %s".formatted(Wording.name(global.qualified()), words(denied, global)))
                : reference(global);
    }

    private static String words(Denied denied, Value.Global global) {
        return global.qualified().equals(denied.name()) || global.qualified().startsWith(denied.name())
                ? denied.danger().words
                : "that is %s, %s".formatted(Wording.name(denied.name()), denied.danger().words);
    }

    static Judgement worse(Judgement one, Judgement other) {
        return other.level().compareTo(one.level()) > 0 ? other : one;
    }
}
