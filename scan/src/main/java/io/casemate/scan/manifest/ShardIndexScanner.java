package io.casemate.scan.manifest;

import io.casemate.scan.json.JsonFields;
import io.casemate.scan.path.Paths;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads indexes of checkpoints in shards: {@code model.safetensors.index.json}, {@code pytorch_model.bin.index.json}. */
public final class ShardIndexScanner implements FormatScanner {
    private static final Pattern PICKLED = Pattern.compile("(?i).*\\.(bin|pt|pth|ckpt|pkl)");
    private static final int SHARDS_MAX = 10_000;

    @Override
    public String id() {
        return "shard-index";
    }

    @Override
    public Recognition recognises(Content content) {
        return JsonFields.mentions(content, "\"weight_map\"") ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("format", "index of shards");
        Set<String> shards = new HashSet<>();
        JsonFields.read(content, inspection, (path, token, text, offset) -> {
            boolean shard = path.size() == 2 && path.getFirst().equals("weight_map");
            if (shard && shards.size() < SHARDS_MAX && shards.add(text)) {
                shard(text, shards.size(), offset, inspection);
            }
        });
        inspection.fact("shards", Integer.toString(shards.size()));
    }

    private static void shard(String name, int number, long offset, Inspection inspection) {
        if (Paths.leaves(name)) {
            inspection.found(
                    "shard-index/escaping-path", offset, "a shard is the file %s".formatted(Snippet.quoted(name)));
        }
        if (number == 1 && PICKLED.matcher(name).matches()) {
            inspection.found(
                    "shard-index/pickled-shards",
                    offset,
                    "shards such as %s are pickles".formatted(Snippet.quoted(name)));
        }
    }
}
