package io.casemate.report.example;

import io.casemate.core.model.Adversary;
import io.casemate.core.model.AdversaryProfile;
import io.casemate.core.model.Asset;
import io.casemate.core.model.AssetKind;
import io.casemate.core.model.Element;
import io.casemate.core.model.ElementKind;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Level;
import io.casemate.core.model.Money;
import io.casemate.core.model.Scope;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Zone;
import java.util.List;
import java.util.Map;

/** A small fraud-detection system, made by hand for the tests of the reports. */
public final class FraudSystem {
    private FraudSystem() {}

    public static SystemModel model() {
        return new SystemModel(
                new Scope(
                        "Fraud detection",
                        "Scores card transactions in real time and learns from what analysts decide.",
                        "Payments risk team",
                        List.of("Scoring path", "Training path"),
                        List.of("Card network: run by the acquirer"),
                        List.of("Stop fraud without stopping honest customers"),
                        List.of("GDPR", "PSD2")),
                assets(),
                List.of(new Adversary(
                        "fraud-ring",
                        "Fraud ring",
                        AdversaryProfile.EXTERNAL_HACKER,
                        "Money",
                        Level.MEDIUM,
                        Level.HIGH,
                        List.of("internet"))),
                List.of(
                        new Zone("internet", "Internet", "", 0),
                        new Zone("cloud", "Cloud account", "", 2),
                        new Zone("serving", "Serving", "cloud", 2),
                        new Zone("ml-platform", "ML platform", "cloud", 3),
                        new Zone("back-office", "Back office", "", 2)),
                elements(),
                flows(),
                List.of(),
                List.of());
    }

    private static List<Asset> assets() {
        return List.of(
                new Asset(
                        "fraud-model",
                        "Fraud model",
                        AssetKind.MODEL_IP,
                        Level.HIGH,
                        "Fraudsters could rehearse",
                        new Money("EUR", 200_000, 3_000_000)),
                new Asset("labels", "Fraud labels", AssetKind.TRAINING_DATA, Level.HIGH, "", Money.UNSTATED),
                new Asset("cards", "Card data", AssetKind.USER_DATA, Level.HIGH, "", Money.UNSTATED));
    }

    private static List<Element> elements() {
        return List.of(
                element("shopper", "Shopper", ElementKind.USER, "internet"),
                element("merchant", "Merchant system", ElementKind.EXTERNAL_ENTITY, "internet"),
                element("decision-api", "Decision API", ElementKind.INFERENCE_ENDPOINT, "serving"),
                element("feature-service", "Feature service", ElementKind.FEATURE_STORE, "serving"),
                element("ensemble", "Fraud ensemble", ElementKind.ENSEMBLE, "serving", "fraud-model"),
                element("stream", "Transaction stream", ElementKind.DATA_SOURCE, "cloud", "cards"),
                element("history", "Transaction history", ElementKind.DATA_SET, "ml-platform", "cards"),
                element("label-store", "Label store", ElementKind.LABEL_STORE, "ml-platform", "labels"),
                element("training", "Nightly training", ElementKind.TRAINING_JOB, "ml-platform"),
                element("registry", "Model registry", ElementKind.MODEL_REGISTRY, "ml-platform", "fraud-model"),
                element("review", "Fraud analysts", ElementKind.HUMAN_REVIEW, "back-office"),
                element("feedback", "Feedback loop", ElementKind.FEEDBACK_LOOP, "back-office"));
    }

    private static Element element(String id, String name, ElementKind kind, String zone, String... holds) {
        return new Element(id, name, "", kind, zone, List.of(holds), Map.of(), List.of(), List.of());
    }

    private static List<Flow> flows() {
        return List.of(
                flow("purchase", "purchase", "shopper", "merchant"),
                flow("f-score", "score request", "merchant", "decision-api", "cards"),
                flow("f-answer", "decision and score", "decision-api", "merchant"),
                flow("f-features", "card and merchant history", "feature-service", "decision-api"),
                flow("f-infer", "feature vector", "decision-api", "ensemble"),
                flow("stream-to-feature-service", "", "stream", "feature-service", "cards"),
                flow("f-archive", "transactions", "stream", "history", "cards"),
                flow("f-transactions", "authorisations", "merchant", "stream", "cards"),
                flow("f-alerts", "alerts above threshold", "decision-api", "review"),
                flow("f-verdicts", "verdicts", "review", "feedback"),
                flow("f-labels", "labels", "feedback", "label-store", "labels"),
                flow("f-train-data", "training rows", "history", "training", "cards"),
                flow("f-train-labels", "labels", "label-store", "training", "labels"),
                flow("f-publish", "signed model", "training", "registry", "fraud-model"),
                flow("f-deploy", "model file", "registry", "ensemble", "fraud-model"));
    }

    private static Flow flow(String id, String name, String from, String to, String... carries) {
        return new Flow(id, name, from, to, List.of(carries), Map.of(), List.of());
    }
}
