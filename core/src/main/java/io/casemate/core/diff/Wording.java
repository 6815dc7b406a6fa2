package io.casemate.core.diff;

import io.casemate.core.diff.Cause.Detail;
import io.casemate.core.diff.Cause.Effect;
import io.casemate.core.diff.book.Books;
import io.casemate.core.diff.edit.Act;
import io.casemate.core.diff.edit.Act.Change;
import io.casemate.core.diff.edit.Key.Kind;
import io.casemate.core.diff.edit.Renames.Rename;
import io.casemate.core.model.Element;
import io.casemate.core.model.Flow;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Topology;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in words what an act was. */
final class Wording {
    private static final int LISTED_MAX = 4;

    private final Topology old;
    private final Topology now;
    private final Details details;
    private final Crossings crossings;
    private final Beside beside;

    Wording(Side before, Side after, SystemModel old, SystemModel now, Books books) {
        this.old = Topology.of(old);
        this.now = Topology.of(now);
        this.details = new Details(old, now, after.knowledge());
        this.crossings = new Crossings(this.old, this.now);
        this.beside = new Beside(before, after, books);
    }

    Cause cause(int number, Act act, List<Consequence> consequences) {
        List<Detail> all = switch (act.kind()) {
            case EVIDENCE, WATCH, TIME, KNOWLEDGE -> beside.details(act);
            case ARTIFACT -> concat(details.of(act), beside.details(act));
            default -> details.of(act);
        };
        return new Cause(number, act, title(act, all), all, crossings.of(act), hint(act), consequences);
    }

    private static List<Detail> concat(List<Detail> a, List<Detail> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    private String title(Act act, List<Detail> all) {
        return switch (act.kind()) {
            case EVIDENCE, WATCH, TIME, KNOWLEDGE, ARTIFACT -> beside.title(act);
            case SCOPE -> "scope changed";
            case REVIEW -> "review of %s %s".formatted(act.id(), act.change().id());
            case ANSWER -> "answers to %s changed".formatted(act.id());
            case STATEMENT ->
                "statement on %s %s".formatted(act.id(), act.change().id());
            case COST -> "cost of %s %s".formatted(act.id(), act.change().id());
            case TREATMENT ->
                "treatment of %s %s".formatted(act.id(), act.change().id());
            case ZONE, ASSET, ADVERSARY, ELEMENT, FLOW -> part(act, all);
        };
    }

    private String part(Act act, List<Detail> all) {
        return switch (act.change()) {
            case RENAMED -> renamed(act);
            case ADDED -> "%s added%s".formatted(noun(act), ends(act, now));
            case REMOVED -> "%s removed%s".formatted(noun(act), ends(act, old));
            case CHANGED -> changed(act, all);
        };
    }

    private String renamed(Act act) {
        String before = act.renames().stream()
                .filter(r -> r.after().equals(act.id()))
                .map(Rename::before)
                .findFirst()
                .orElse(act.id());
        return "%s '%s' renamed to '%s'".formatted(sort(act), before, act.id());
    }

    private String changed(Act act, List<Detail> all) {
        String noun = noun(act);
        return switch (act.aspect()) {
            case WORDS ->
                all.stream().anyMatch(d -> d.what().equals("name"))
                        ? "%s has another name".formatted(noun)
                        : "%s is described anew".formatted(noun);
            case KIND -> "%s is of another kind".formatted(noun);
            case PLACE -> moved(act, all);
            case ROUTE -> "%s leads elsewhere: %s, was %s".formatted(noun, ends(now, act.id()), ends(old, act.id()));
            case FACTS -> facts(noun, all);
            case ASSETS -> "%s %s other assets".formatted(noun, act.kind() == Kind.FLOW ? "carries" : "holds");
            case VALUE -> "%s is valued otherwise".formatted(noun);
            case STRENGTH -> "%s is rated otherwise".formatted(noun);
            case ACCESS -> "%s stands elsewhere".formatted(noun);
            case ARTIFACTS -> "artifacts of %s changed".formatted(noun);
            case FORMERLY -> "former ids of %s changed".formatted(noun);
            case WHOLE, RENAME, AGE -> "%s changed".formatted(noun);
        };
    }

    private String moved(Act act, List<Detail> all) {
        if (act.kind() == Kind.ELEMENT) {
            Element was = old.element(act.id());
            Element is = now.element(act.id());
            return "%s moved from zone '%s' to '%s'".formatted(noun(act), was.zone(), is.zone());
        }
        return all.stream().anyMatch(d -> d.what().equals("in"))
                ? "%s lies in another zone".formatted(noun(act))
                : "%s is trusted otherwise".formatted(noun(act));
    }

    private static String facts(String noun, List<Detail> all) {
        for (Effect effect :
                List.of(Effect.CONTROL_GONE, Effect.EXPOSURE_NEW, Effect.CONTROL_NEW, Effect.EXPOSURE_GONE)) {
            if (all.stream().allMatch(d -> d.effect() == effect)) {
                return "%s %s: %s".formatted(noun, said(effect, all.size() > 1), listed(all));
            }
        }
        return "facts of %s changed: %s".formatted(noun, listed(all));
    }

    private static String said(Effect effect, boolean several) {
        String s = several ? "s" : "";
        return switch (effect) {
            case CONTROL_GONE -> "lost control" + s;
            case CONTROL_NEW -> "has new control" + s;
            case EXPOSURE_NEW -> "has new exposure" + s;
            case EXPOSURE_GONE -> "lost exposure" + s;
            case NEUTRAL -> "changed";
        };
    }

    private static String listed(List<Detail> all) {
        String some = all.stream().limit(LISTED_MAX).map(Detail::what).collect(Collectors.joining(", "));
        return all.size() > LISTED_MAX ? "%s and %d more".formatted(some, all.size() - LISTED_MAX) : some;
    }

    private String noun(Act act) {
        return "%s '%s'".formatted(sort(act), act.id());
    }

    /** What kind of element it is, where it is one. */
    private String sort(Act act) {
        Optional<Element> element = Optional.ofNullable(now.elements().get(act.id()))
                .or(() -> Optional.ofNullable(old.elements().get(act.id())));
        return act.kind() == Kind.ELEMENT
                ? element.map(e -> e.kind().id()).orElse("element")
                : act.kind().id();
    }

    private String ends(Act act, Topology in) {
        return act.kind() == Kind.FLOW ? ": " + ends(in, act.id()) : "";
    }

    private static String ends(Topology in, String id) {
        Flow flow = in.flows().get(id);
        return flow == null ? "" : "%s → %s".formatted(flow.from(), flow.to());
    }

    /** What the author of a change should still write down. */
    private static String hint(Act act) {
        if (act.change() != Change.RENAMED) {
            return "";
        }
        return act.renames().stream()
                .filter(r -> !r.written())
                .filter(r -> r.kind() == Kind.ELEMENT || r.kind() == Kind.FLOW)
                .map(r -> "write 'formerly: [%s]' at %s, so that evidence, treatments and waivers follow it"
                        .formatted(r.before(), r.after()))
                .collect(Collectors.joining("; "));
    }
}
