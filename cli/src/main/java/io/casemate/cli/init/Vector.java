package io.casemate.cli.init;

import io.casemate.core.model.AssetKind;
import io.casemate.core.model.ElementKind;
import io.casemate.core.model.Named;
import java.util.List;

/** Where adversaries can touch an ML system, and what is asked about each place. */
enum Vector implements Named {
    ENDPOINT(
            "Endpoints that callers reach",
            "Prediction API",
            Use.ANY,
            ElementKind.INFERENCE_ENDPOINT,
            AssetKind.INFERENCE_DATA),
    DATA_SOURCE("Data sources that it learns from", "", Use.ANY, ElementKind.DATA_SOURCE, AssetKind.TRAINING_DATA),
    REGISTRY("Registries and hubs that models come from", "", Use.ANY, ElementKind.MODEL_REGISTRY, AssetKind.MODEL_IP),
    PROMPT("System prompts", "System prompt", Use.LANGUAGE_MODEL, ElementKind.SYSTEM_PROMPT, AssetKind.SYSTEM_PROMPTS),
    KNOWLEDGE(
            "Stores of documents that it reads beside the question",
            "",
            Use.LANGUAGE_MODEL,
            ElementKind.VECTOR_STORE,
            AssetKind.INFERENCE_DATA),
    TOOL("Tools that it can call", "", Use.LANGUAGE_MODEL, ElementKind.TOOL, AssetKind.SECRETS);

    /** Which systems have such a place. */
    enum Use {
        ANY,
        LANGUAGE_MODEL
    }

    private final String question;
    private final String otherwise;
    private final Use use;
    private final ElementKind kind;
    private final AssetKind holds;

    Vector(String question, String otherwise, Use use, ElementKind kind, AssetKind holds) {
        this.question = question;
        this.otherwise = otherwise;
        this.use = use;
        this.kind = kind;
        this.holds = holds;
    }

    String question() {
        return question;
    }

    /** What is there where nobody says. */
    String otherwise() {
        return otherwise;
    }

    boolean existsIn(boolean languageModel) {
        return use == Use.ANY || languageModel;
    }

    ElementKind kind() {
        return kind;
    }

    /** The kind of asset that lies there. */
    AssetKind holds() {
        return holds;
    }

    /** The facts that tell most about it. */
    List<String> facts() {
        return switch (this) {
            case ENDPOINT -> List.of("internet-facing", "authenticated", "rate-limited", "scores-exposed");
            case DATA_SOURCE -> List.of("anyone-can-contribute", "curated");
            case REGISTRY -> List.of("third-party", "access-controlled", "scanned", "signed");
            case PROMPT -> List.of("system-prompt-has-secrets");
            case KNOWLEDGE -> List.of("anyone-can-contribute", "per-user-access", "retrieval-filtered");
            case TOOL -> List.of("side-effects", "human-approval");
        };
    }
}
