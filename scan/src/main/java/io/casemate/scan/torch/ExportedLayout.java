package io.casemate.scan.torch;

import io.casemate.scan.archive.zip.ZipArchive;
import io.casemate.scan.archive.zip.ZipLayout;
import io.casemate.scan.archive.zip.ZipMember;
import io.casemate.scan.json.BrokenJson;
import io.casemate.scan.json.JsonFields;
import io.casemate.scan.json.JsonTokens;
import io.casemate.scan.json.JsonTokens.Token;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Tensor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A program of torch.export or AOTInductor (.pt2): graphs in JSON, weights beside them, compiled libraries. Layout as in
 * torch/csrc/export/pt2_archive_constants.h, and of torch before 2.7 one {@code serialized_exported_program.json}.
 */
public final class ExportedLayout implements ZipLayout {
    private static final Pattern GRAPH =
            Pattern.compile("(?:[^/]+/)?(?:models/[^/]+\\.json|serialized_exported_program\\.json)");
    private static final Pattern FORMAT = Pattern.compile("(?:[^/]+/)?archive_format");
    private static final Pattern COMPILED =
            Pattern.compile(".*data/aotinductor/.*\\.(?:so|pyd|dll|dylib|cpp|cc|cu|cubin|ptx|o|fatbin|spv|hsaco)");
    private static final Pattern WEIGHTS = Pattern.compile(".*data/(?:weights|constants)/[^/]*_config\\.json");
    private static final int TOLD_MAX = 10;
    private static final int TEXT_MAX = 512;

    @Override
    public boolean fits(ZipArchive archive) {
        return archive.members().stream().anyMatch(member -> member.name().endsWith("serialized_exported_program.json"))
                || (archive.members().stream()
                                .anyMatch(
                                        member -> FORMAT.matcher(member.name()).matches())
                        && archive.members().stream()
                                .anyMatch(member -> GRAPH.matcher(member.name()).matches()
                                        || member.name().contains("data/aotinductor/")));
    }

    @Override
    public Set<ZipMember> read(ZipArchive archive, Inspection inspection) {
        inspection.fact("framework", "PyTorch");
        inspection.fact("program", "torch.export");
        Set<ZipMember> claimed = new HashSet<>();
        int compiled = 0;
        for (ZipMember member : archive.members()) {
            inspection.step();
            if (GRAPH.matcher(member.name()).matches()) {
                archive.open(member).ifPresent(graph -> graph(graph, member, inspection));
            } else if (WEIGHTS.matcher(member.name()).matches()) {
                archive.open(member)
                        .ifPresent(config -> claimed.addAll(weights(config, member.name(), archive, inspection)));
            } else if (COMPILED.matcher(member.name()).matches() && compiled++ < TOLD_MAX) {
                inspection.found(
                        "torch/compiled-code",
                        member.header(),
                        "member %s is code that loading the program runs".formatted(Snippet.quoted(member.name())));
            }
        }
        return claimed;
    }

    private static void graph(Content graph, ZipMember member, Inspection inspection) {
        var targets = new GraphTargets(member.header(), inspection);
        var json = new JsonTokens(graph, 0, graph.size(), TEXT_MAX, inspection);
        boolean target = false;
        try {
            for (Token token = json.next(); token != Token.END; token = json.next()) {
                if (target && token == Token.TEXT) {
                    targets.tell(json.text());
                }
                target = token == Token.NAME && json.text().equals("target");
            }
        } catch (BrokenJson broken) {
            inspection.gap(member.header(), "a graph is no JSON from some place on: " + broken.what());
        }
    }

    /** What a configuration says of one tensor. */
    private static final class Weight {
        private String file = "";
        private boolean pickled;
        private long type = -1;
    }

    private static Set<ZipMember> weights(Content config, String name, ZipArchive archive, Inspection inspection) {
        Map<String, Weight> weights = new HashMap<>();
        JsonFields.read(config, new Overheard(inspection), (path, token, text, offset) -> {
            if (path.size() >= 3 && path.getFirst().equals("config")) {
                Weight weight = weights.computeIfAbsent(path.get(1), key -> new Weight());
                List<String> field = path.subList(2, path.size());
                if (field.equals(List.of("path_name"))) {
                    weight.file = text;
                } else if (field.equals(List.of("use_pickle"))) {
                    weight.pickled = token == Token.TRUE;
                } else if (field.equals(List.of("tensor_meta", "dtype")) && text.matches("\\d{1,3}")) {
                    weight.type = Long.parseLong(text);
                }
            }
        });
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        Set<ZipMember> claimed = new HashSet<>();
        weights.forEach((tensor, weight) -> {
            Optional<ZipMember> member = archive.find(folder + weight.file);
            Optional<StorageType> type = ExportedType.of(weight.type);
            if (!weight.pickled && type.isPresent() && member.isPresent() && !claimed.contains(member.get())) {
                archive.open(member.get())
                        .filter(content -> numbers(tensor, content, type.get(), member.get(), inspection))
                        .ifPresent(content -> claimed.add(member.get()));
            }
        });
        return claimed;
    }

    /** Tells a member as numbers, unless it is no multiple of them. */
    private static boolean numbers(
            String name, Content content, StorageType type, ZipMember member, Inspection inspection) {
        if (content.size() == 0 || content.size() % type.elementBytes() != 0) {
            return false;
        }
        long elements = content.size() * 8 / type.type().bits();
        long offset = member.stored() ? member.data() : -1;
        inspection.tensor(new Tensor(Snippet.shown(name), type.type(), List.of(elements), content.bytes(), offset));
        return true;
    }
}
