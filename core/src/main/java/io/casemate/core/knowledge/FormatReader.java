package io.casemate.core.knowledge;

import io.casemate.core.model.Level;
import io.casemate.core.yaml.YamlCursor;
import io.casemate.core.yaml.YamlLimits;
import io.casemate.core.yaml.YamlProblems;
import io.casemate.core.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code formats.yaml}. */
final class FormatReader {
    private static final String NAME = "formats.yaml";

    private FormatReader() {}

    /**
     * All formats by id, in the order of the file.
     *
     * @throws io.casemate.core.problem.InvalidInputException with everything that is wrong with them
     */
    static Map<String, FileFormat> all(KnowledgeFiles files) {
        Map<String, FileFormat> all = new LinkedHashMap<>();
        Map<String, String> owners = new LinkedHashMap<>();
        var problems = YamlProblems.of(files.label(NAME));
        YamlReader.read(files.read(NAME).orElse(new byte[0]), YamlLimits.DEFAULT, problems)
                .ifPresent(top -> top.entries().forEach((id, at) -> all.put(id, read(id, at, owners))));
        problems.throwIfAny();
        return all;
    }

    private static FileFormat read(String id, YamlCursor at, Map<String, String> owners) {
        List<String> endings = new ArrayList<>();
        for (YamlCursor item : at.at("endings").required("list how names end").items()) {
            String ending = Fields.text(item, "write an ending, as in .onnx");
            if (!ending.matches("[a-z0-9_.-]*\\.[a-z0-9]+")) {
                item.invalid("is no ending of a name", "write it in small letters, as in .onnx");
            }
            String owner = owners.putIfAbsent(ending, id);
            if (owner != null) {
                item.invalid("is an ending of '%s' too".formatted(owner), "keep it at one of the two");
            }
            endings.add(ending);
        }
        var format = new FileFormat(
                id,
                Fields.text(at.at("title"), "name the format"),
                endings,
                Fields.constant(at.at("exposure"), Level.class, Level.HIGH),
                Fields.text(at.at("because"), "say why"));
        at.noOtherKeys();
        return format;
    }
}
