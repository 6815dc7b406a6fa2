package io.casemate.scan.huggingface;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonArray;
import io.casemate.core.json.JsonObject;
import io.casemate.scan.call.Call;
import io.casemate.scan.call.Judgement;
import io.casemate.scan.call.Value;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.template.TemplateCheck;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows what a configuration names. The tree is at most 150 deep. */
final class ConfigCheck {
    private static final int FILES_MAX = 200;
    /** Libraries that a pipeline's parts come from. */
    private static final Set<String> LIBRARIES = Set.of(
            "diffusers",
            "transformers",
            "stable_diffusion",
            "onnxruntime",
            "optimum",
            "flax",
            "paddlenlp",
            "ppdiffusers",
            "sentence_transformers",
            "peft",
            "k_diffusion",
            "timm",
            "open_clip",
            "torch",
            "kolors");

    private final Content content;
    private final Inspection inspection;
    private final Set<String> followed = new HashSet<>();

    ConfigCheck(Content content, Inspection inspection) {
        this.content = content;
        this.inspection = inspection;
    }

    void check(Json json) {
        if (json instanceof JsonObject object && object.get("_class_name").isPresent()) {
            pipeline(object);
        }
        if (json instanceof JsonArray array) {
            array.items().forEach(this::module);
        }
        walk(json);
    }

    private void walk(Json json) {
        inspection.step();
        switch (json) {
            case JsonObject object -> {
                for (Map.Entry<String, Json> field : object.fields().entrySet()) {
                    field(field.getKey(), field.getValue());
                    walk(field.getValue());
                }
            }
            case JsonArray array -> array.items().forEach(this::walk);
            case Json.Text _, Json.Decimal _, Json.Bool _, Json.Null _ -> {}
        }
    }

    private void field(String name, Json value) {
        switch (name) {
            case "auto_map" -> texts(value).forEach(reference -> code(reference, ""));
            case "custom_pipelines" -> pipelines(value);
            case "custom_pipeline" -> texts(value).forEach(this::pipelineFile);
            case "trust_remote_code" -> {
                if (value instanceof Json.Bool(boolean trusts) && trusts) {
                    told("asks to trust remote code");
                }
            }
            case "chat_template" -> template(value);
            case "_target_" -> texts(value).forEach(this::target);
            case "auto_mapping" -> mapping(value);
            case "architectures" ->
                texts(value).stream().limit(1).forEach(text -> inspection.fact("architecture", Snippet.shown(text)));
            case "model_type" ->
                texts(value).stream().limit(1).forEach(text -> inspection.fact("model-type", Snippet.shown(text)));
            default -> {}
        }
    }

    /** A class in a Python file: "modeling_x.Model", or "owner/repository--modeling_x.Model". */
    private void code(String reference, String folder) {
        int split = reference.indexOf("--");
        String path = split < 0 ? reference : reference.substring(split + 2);
        int dot = path.lastIndexOf('.');
        String module = dot < 0 ? path : path.substring(0, dot);
        if (!followed.add(reference) || followed.size() > FILES_MAX) {
            return;
        }
        if (split >= 0) {
            String repository = Snippet.shown(reference.substring(0, split));
            told("runs '%s' of the repository '%s'".formatted(Snippet.shown(path), repository));
            inspection.gap(0, "code of the repository '%s', which is not here".formatted(repository));
            return;
        }
        told("runs '%s'".formatted(Snippet.shown(reference)));
        file(folder + module.replace('.', '/') + ".py");
    }

    private void file(String name) {
        Optional<Content> sibling = content.family().sibling(name);
        if (sibling.isPresent()) {
            inspection.nested(sibling.get(), 0, 0);
        } else {
            inspection.gap(0, "the code in '%s', which is not here".formatted(Snippet.shown(name)));
        }
    }

    private void told(String what) {
        inspection.found("huggingface/remote-code", 0, "the configuration %s".formatted(what));
    }

    private void pipelines(Json value) {
        if (value instanceof JsonObject tasks) {
            for (Json task : tasks.fields().values()) {
                if (task instanceof JsonObject object) {
                    texts(object.get("impl").orElse(Json.nothing())).forEach(reference -> code(reference, ""));
                }
            }
        }
    }

    private void pipelineFile(String name) {
        told("runs the pipeline '%s'".formatted(Snippet.shown(name)));
        if (name.indexOf('/') < 0) {
            file(name.endsWith(".py") ? name : name + ".py");
        } else {
            inspection.gap(0, "the pipeline '%s', which is not here".formatted(Snippet.shown(name)));
        }
    }

    /** A diffusers pipeline: each part is a library and a class; a library that is none is a file beside. */
    private void pipeline(JsonObject index) {
        for (Map.Entry<String, Json> part : index.fields().entrySet()) {
            if (part.getValue() instanceof JsonArray pair
                    && pair.items().size() == 2
                    && pair.items().get(0) instanceof Json.Text(String library)
                    && pair.items().get(1) instanceof Json.Text(String clazz)
                    && !LIBRARIES.contains(top(library))) {
                boolean whole = part.getKey().equals("_class_name");
                code(library + "." + clazz, whole ? "" : part.getKey() + "/");
            }
        }
    }

    /** A module of sentence-transformers: its type is imported. */
    private void module(Json json) {
        if (json instanceof JsonObject object
                && object.get("type").orElse(Json.nothing()) instanceof Json.Text(String type)
                && object.get("path").isPresent()
                && type.indexOf('.') > 0
                && !LIBRARIES.contains(top(type))) {
            code(type, "");
        }
    }

    private void mapping(Json value) {
        if (value instanceof JsonObject object
                && object.get("parent_library").orElse(Json.nothing()) instanceof Json.Text(String library)
                && !LIBRARIES.contains(top(library))) {
            inspection.found(
                    "huggingface/custom-class",
                    0,
                    "the base model's class comes from '%s'".formatted(Snippet.shown(library)));
        }
    }

    /** What hydra calls: its full name, with the fields beside as arguments. */
    private void target(String name) {
        int dot = name.lastIndexOf('.');
        if (dot <= 0) {
            inspection.found("huggingface/custom-class", 0, "hydra is to call '%s'".formatted(Snippet.shown(name)));
            return;
        }
        var global = new Value.Global(name.substring(0, dot), name.substring(dot + 1));
        Judgement judgement = inspection.judge().call(new Call(global, List.of(), false, Map.of(), Call.How.CALL));
        if (judgement.level() == Judgement.Level.UNKNOWN) {
            inspection.found("huggingface/custom-class", 0, "hydra is to call '%s'".formatted(Snippet.shown(name)));
        } else {
            inspection.found(judgement, 0);
        }
    }

    private void template(Json value) {
        switch (value) {
            case Json.Text(String template) -> TemplateCheck.check(template, 0, inspection);
            case JsonArray array -> array.items().forEach(this::template);
            case JsonObject object -> {
                Json template = object.get("template").orElse(Json.nothing());
                if (template instanceof Json.Text(String text)) {
                    TemplateCheck.check(text, 0, inspection);
                } else {
                    object.fields().values().forEach(this::template);
                }
            }
            case Json.Decimal _, Json.Bool _, Json.Null _ -> {}
        }
    }

    private static List<String> texts(Json value) {
        return switch (value) {
            case Json.Text(String text) -> List.of(text);
            case JsonArray array ->
                array.items().stream().flatMap(item -> texts(item).stream()).toList();
            case JsonObject object ->
                object.fields().values().stream()
                        .flatMap(item -> texts(item).stream())
                        .toList();
            case Json.Decimal _, Json.Bool _, Json.Null _ -> List.of();
        };
    }

    private static String top(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
