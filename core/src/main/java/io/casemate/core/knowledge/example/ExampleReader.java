package io.casemate.core.knowledge.example;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.yaml.YamlCursor;
import io.casemate.core.yaml.YamlLimits;
import io.casemate.core.yaml.YamlProblems;
import io.casemate.core.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;

/** Reads the examples of a threat: chains of elements joined by flows, from {@code examples.applies} and {@code .does-not}. */
public final class ExampleReader {
    private ExampleReader() {}

    /**
     * The examples of one threat, those that apply first.
     *
     * @throws io.casemate.core.problem.InvalidInputException with everything that is wrong with them
     */
    public static List<Example> read(Knowledge knowledge, String threatId) {
        String name = "threats/%s.yaml".formatted(threatId);
        byte[] bytes = knowledge
                .files()
                .read(name)
                .orElseThrow(() -> new IllegalArgumentException("no threat '%s'".formatted(threatId)));
        var problems = YamlProblems.of(knowledge.files().label(name));
        List<Example> examples = new ArrayList<>();
        YamlReader.read(bytes, YamlLimits.DEFAULT, problems).ifPresent(top -> {
            YamlCursor at = top.at("examples");
            boolean onFlow = top.at("on").present();
            for (boolean applies : new boolean[] {true, false}) {
                YamlCursor chains = at.at(applies ? "applies" : "does-not").required("write at least one");
                for (YamlCursor chain : chains.items()) {
                    int number = 1
                            + (int) examples.stream()
                                    .filter(e -> e.applies() == applies)
                                    .count();
                    var system = new Chain(knowledge.facts().keySet(), onFlow).read(chain);
                    examples.add(new Example(threatId, number, applies, system.model(), system.target()));
                }
            }
            at.noOtherKeys();
        });
        problems.throwIfAny();
        return examples;
    }
}
