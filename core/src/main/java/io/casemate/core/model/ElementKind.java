package io.casemate.core.model;

/** What an element is; the shape says how a data-flow diagram draws it. */
public enum ElementKind implements Named {
    DATA_SOURCE(Shape.ENTITY),
    DATA_SET(Shape.STORE),
    LABEL_STORE(Shape.STORE),
    FEATURE_STORE(Shape.STORE),
    TRAINING_JOB(Shape.PROCESS),
    NOTEBOOK(Shape.PROCESS),
    PIPELINE(Shape.PROCESS),
    CHECKPOINT(Shape.STORE),
    MODEL_REGISTRY(Shape.STORE),
    MODEL(Shape.PROCESS),
    ENSEMBLE(Shape.PROCESS),
    INFERENCE_ENDPOINT(Shape.PROCESS),
    BATCH_SCORER(Shape.PROCESS),
    LLM(Shape.PROCESS),
    PROMPT_TEMPLATE(Shape.STORE),
    SYSTEM_PROMPT(Shape.STORE),
    EMBEDDING_MODEL(Shape.PROCESS),
    VECTOR_STORE(Shape.STORE),
    RETRIEVER(Shape.PROCESS),
    AGENT(Shape.PROCESS),
    TOOL(Shape.PROCESS),
    MEMORY(Shape.STORE),
    GUARDRAIL(Shape.PROCESS),
    FEEDBACK_LOOP(Shape.PROCESS),
    HUMAN_REVIEW(Shape.ENTITY),
    FEDERATED_CLIENT(Shape.ENTITY),
    EDGE_DEVICE(Shape.PROCESS),
    PROCESS(Shape.PROCESS),
    STORE(Shape.STORE),
    EXTERNAL_ENTITY(Shape.ENTITY),
    USER(Shape.ENTITY);

    /** The three node shapes of a data-flow diagram. */
    public enum Shape {
        ENTITY,
        PROCESS,
        STORE
    }

    private final Shape shape;

    ElementKind(Shape shape) {
        this.shape = shape;
    }

    public Shape shape() {
        return shape;
    }
}
