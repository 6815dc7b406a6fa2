package io.casemate.cli.init;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.Adversary;
import io.casemate.core.model.AdversaryProfile;
import io.casemate.core.model.Asset;
import io.casemate.core.model.AssetKind;
import io.casemate.core.model.Element;
import io.casemate.core.model.ElementKind;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Level;
import io.casemate.core.model.Money;
import io.casemate.core.model.Named;
import io.casemate.core.model.Scope;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Zone;
import io.casemate.core.threat.Fact;
import io.casemate.core.threat.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A first model out of the framework's own questions: scope, assets, adversaries, vectors, signals. */
final class GuidedModel {
    private static final List<String> SIGNALS = List.of("logged", "monitored", "drift-monitored");

    private final Interview interview;
    private final Knowledge knowledge;
    private final Ids ids = new Ids();
    private final List<Asset> assets = new ArrayList<>();
    private final List<Element> elements = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();

    private GuidedModel(Interview interview, Knowledge knowledge) {
        this.interview = interview;
        this.knowledge = knowledge;
    }

    /** Asks, and gives the model that the answers describe. */
    static SystemModel ask(Interview interview, Knowledge knowledge, String nameOtherwise) {
        return new GuidedModel(interview, knowledge).model(nameOtherwise);
    }

    private SystemModel model(String nameOtherwise) {
        Scope scope = scope(nameOtherwise);
        boolean languageModel = interview.yes("Is it built on a large language model?");
        String modelName = interview.text("What is the model called?", languageModel ? "Language model" : "Model");
        assets(languageModel);
        List<Adversary> adversaries = adversaries();
        List<Zone> zones = List.of(zone("Internet", 0), zone("Suppliers", 1), zone("Platform", 2));
        vectors(languageModel, modelName, zones);
        List<Element> watched = signals();
        return new SystemModel(scope, assets, adversaries, zones, watched, flows, List.of(), List.of());
    }

    private Scope scope(String nameOtherwise) {
        interview.part("1 Scope", "What is looked at? Enter takes what stands in brackets.");
        return new Scope(
                interview.text("Name of the system", nameOtherwise),
                interview.text("What does it do, and for whom?", ""),
                interview.text("Who answers for it?", ""),
                List.of(),
                interview.texts("What is left out, and why? (with commas between)", ""),
                interview.texts("What must it achieve? (with commas between)", ""),
                interview.texts("Which regulations apply? (with commas between)", ""));
    }

    private void assets(boolean languageModel) {
        interview.part("2 Assets", "What would hurt if it were stolen, changed or leaked, and how much?");
        Map<AssetKind, Level> usual = new HashMap<>();
        usual.put(AssetKind.MODEL_IP, Level.MEDIUM);
        usual.put(AssetKind.INFERENCE_DATA, Level.MEDIUM);
        usual.put(AssetKind.PREDICTIONS, Level.MEDIUM);
        if (languageModel) {
            usual.put(AssetKind.SYSTEM_PROMPTS, Level.MEDIUM);
        }
        for (AssetKind kind : AssetKind.values()) {
            String otherwise =
                    Optional.ofNullable(usual.get(kind)).map(Level::id).orElse("none");
            String answer = interview.oneOf(title(kind), List.of("none", "low", "medium", "high"), otherwise);
            Named.find(Level.class, answer)
                    .ifPresent(level ->
                            assets.add(new Asset(ids.of(kind.id(), ""), title(kind), kind, level, "", Money.UNSTATED)));
        }
    }

    private static String title(AssetKind kind) {
        return switch (kind) {
            case MODEL_IP -> "The trained model";
            case TRAINING_DATA -> "Training data";
            case INFERENCE_DATA -> "What it is asked";
            case PREDICTIONS -> "What it answers";
            case SYSTEM_PROMPTS -> "System prompts";
            case SECRETS -> "Keys and secrets";
            case USER_DATA -> "Data about users";
        };
    }

    private List<Adversary> adversaries() {
        List<String> profiles =
                Arrays.stream(AdversaryProfile.values()).map(Named::id).toList();
        interview.part("3 Adversaries", "Who would want it? There are %s.".formatted(String.join(", ", profiles)));
        List<Adversary> adversaries = new ArrayList<>();
        for (String id : interview.anyOf("Which of them? (with commas between; Enter: any of them)", profiles)) {
            Standing standing = knowledge
                    .standings()
                    .get(Named.find(AdversaryProfile.class, id).orElseThrow());
            if (standing != null) {
                adversaries.add(adversary(standing));
            }
        }
        return adversaries;
    }

    private Adversary adversary(Standing standing) {
        return new Adversary(
                ids.of(standing.profile().id(), ""),
                standing.title(),
                standing.profile(),
                interview.text(standing.title() + ": what do they want?", standing.motivation()),
                level(standing.title() + ": what can they do?", standing.capability()),
                level(standing.title() + ": how often do they try?", standing.likelihood()),
                List.of());
    }

    private Level level(String question, Level otherwise) {
        List<String> words = Arrays.stream(Level.values()).map(Named::id).toList();
        return Named.find(Level.class, interview.oneOf(question, words, otherwise.id()))
                .orElse(otherwise);
    }

    private Zone zone(String name, int trust) {
        return new Zone(ids.of(name, ""), name, "", trust);
    }

    private void vectors(boolean languageModel, String modelName, List<Zone> zones) {
        interview.part(
                "4 Vectors", "Where can they touch the system? Names, with commas between; Enter where there is none.");
        String platform = zones.getLast().id();
        Element users = element(ElementKind.USER, "Users", zones.getFirst().id(), List.of(), Map.of());
        ElementKind kind = languageModel ? ElementKind.LLM : ElementKind.MODEL;
        Element model = element(kind, modelName, platform, held(AssetKind.MODEL_IP), Map.of());
        Wiring wiring = new Wiring(ids, assets, users, model);
        for (Vector vector : Vector.values()) {
            if (vector.existsIn(languageModel)) {
                String zone = vector == Vector.DATA_SOURCE ? zones.get(1).id() : platform;
                flows.addAll(wiring.connect(vector, places(vector, zone)));
            }
        }
        wiring.training(platform).ifPresent(training -> {
            elements.addAll(training.elements());
            flows.addAll(training.flows());
        });
    }

    private List<Element> places(Vector vector, String zone) {
        List<Element> places = new ArrayList<>();
        for (String name : interview.texts(vector.question(), vector.otherwise())) {
            Map<String, Boolean> facts = new LinkedHashMap<>();
            for (String id : vector.facts()) {
                fact(name, id).ifPresent(answer -> facts.put(id, answer));
            }
            places.add(element(vector.kind(), name, zone, held(vector.holds()), facts));
        }
        return places;
    }

    private Optional<Boolean> fact(String name, String id) {
        Fact fact = knowledge.facts().get(id);
        return fact == null ? Optional.empty() : interview.fact("  %s: %s".formatted(name, fact.question()));
    }

    private List<Element> signals() {
        interview.part("5 Signals", "What do you watch?");
        Map<String, Boolean> watched = new LinkedHashMap<>();
        for (String id : SIGNALS) {
            fact("What answers callers", id).ifPresent(answer -> watched.put(id, answer));
        }
        return elements.stream().map(e -> watched(e, watched)).toList();
    }

    /** The element with those of the answers that make sense for what answers callers. */
    private Element watched(Element element, Map<String, Boolean> answers) {
        boolean answersCallers = switch (element.kind()) {
            case INFERENCE_ENDPOINT, MODEL, LLM -> true;
            default -> false;
        };
        Map<String, Boolean> facts = new LinkedHashMap<>(element.facts());
        answers.forEach((id, answer) -> {
            Fact fact = knowledge.facts().get(id);
            if (answersCallers && fact != null && fact.kinds().contains(element.kind())) {
                facts.put(id, answer);
            }
        });
        return new Element(
                element.id(),
                element.name(),
                element.description(),
                element.kind(),
                element.zone(),
                element.holds(),
                facts,
                element.artifacts(),
                element.formerly());
    }

    private List<String> held(AssetKind kind) {
        return assets.stream().filter(a -> a.kind() == kind).map(Asset::id).toList();
    }

    private Element element(
            ElementKind kind, String name, String zone, List<String> holds, Map<String, Boolean> facts) {
        String id = ids.of(name, kind.id().toLowerCase(Locale.ROOT));
        var element = new Element(id, name, "", kind, zone, holds, facts, List.of(), List.of());
        elements.add(element);
        return element;
    }
}
