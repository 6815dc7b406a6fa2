package io.casemate.scan.keras;

import io.casemate.scan.call.Judgement;
import io.casemate.scan.call.Value;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Inspection;
import java.util.Optional;

/** What loading makes of an object of the configuration that names a class or a function. */
final class Objects {
    private final Inspection inspection;

    Objects(Inspection inspection) {
        this.inspection = inspection;
    }

    /** Tells what is wrong with an object that is closed; others than those that name a class are passed. */
    void judge(Node node, String place) {
        Optional<String> named = node.text("class_name");
        if (named.isEmpty()) {
            return;
        }
        String className = named.get();
        boolean lambda = className.equals("Lambda") || className.equals("__lambda__");
        if (lambda && node.codes == 0) {
            lambda(node, place);
        }
        Arguments.judge(className, node, inspection);
        reference(className, node);
    }

    /** A Lambda layer without code that can be recognised: its function is a reference, or is hidden well. */
    private void lambda(Node node, String place) {
        Optional<String> function = node.configured("function");
        boolean reference =
                node.references > 0 || function.filter(Objects::isName).isPresent();
        if (!reference
                && (function.isPresent()
                        || node.text("class_name").filter("__lambda__"::equals).isPresent())) {
            inspection.found(
                    "keras/lambda",
                    node.offset,
                    "a Lambda whose code cannot be decoded, at %s".formatted(Snippet.quoted(place)));
            inspection.gap(node.offset, "the code of a Lambda cannot be decoded");
        } else if (!reference) {
            inspection.found("keras/lambda", node.offset, "a Lambda layer whose function is not named");
        }
        String module = node.configured("module").orElse("");
        if (function.filter(Objects::isName).isPresent() && !module.isEmpty() && !module.equals("__main__")) {
            imported(module, function.get(), node.offset);
        }
    }

    private void reference(String className, Node node) {
        node.references++;
        String module = node.text("module").orElse("");
        String name = switch (className) {
            case "function" ->
                node.text("config").or(() -> node.configured("name")).orElse("");
            case "__typespec__" -> node.text("spec_name").orElse("");
            default -> className;
        };
        if (!module.isEmpty() && !name.isEmpty()) {
            imported(module, name, node.offset);
        }
        Optional<String> registered = node.text("registered_name");
        if (registered.isEmpty() || registered.get().equals(name)) {
            return;
        }
        if (registered.get().contains(">")) {
            inspection.found(
                    "keras/registered-object",
                    node.offset,
                    "needs the class %s, which its user's code registers".formatted(Snippet.quoted(registered.get())));
        } else if (!module.isEmpty() && !registered.get().isEmpty()) {
            imported(module, registered.get(), node.offset);
        }
    }

    private void imported(String module, String name, long offset) {
        switch (Modules.standing(module, name)) {
            case OWN -> {}
            case GADGET ->
                inspection.found(
                        "keras/unsafe-function",
                        offset,
                        "names %s of Keras, which does more than build a model"
                                .formatted(Snippet.quoted(module + "." + name)));
            case COMPANION ->
                inspection.found(
                        "keras/registered-object", offset, "needs %s".formatted(Snippet.quoted(module + "." + name)));
            case FOREIGN -> foreign(module, name, offset);
        }
    }

    private void foreign(String module, String name, long offset) {
        Judgement judgement = inspection.judge().reference(new Value.Global(module, name));
        if (judgement.atLeast(Judgement.Level.SUSPICIOUS)) {
            inspection.found(judgement, offset);
            inspection.found(
                    "keras/foreign-reference",
                    offset,
                    "loading imports and calls %s".formatted(Snippet.quoted(module + "." + name)));
        } else if (!judgement.safe() || Modules.composes(module)) {
            inspection.found(
                    "keras/custom-object", offset, "loading imports %s".formatted(Snippet.quoted(module + "." + name)));
        }
    }

    private static boolean isName(String text) {
        return text.length() < 200 && text.matches("[\\w.<>]+");
    }
}
