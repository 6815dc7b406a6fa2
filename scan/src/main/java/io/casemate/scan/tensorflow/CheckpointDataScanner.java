package io.casemate.scan.tensorflow;

import io.casemate.scan.protobuf.ProtoReader;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.spi.Tensor;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the data of a checkpoint: nothing but tensors one after the other, which only the index beside it can tell apart. The
 * one format here that is found by its name, as TensorFlow finds it.
 */
public final class CheckpointDataScanner implements FormatScanner {
    private static final Pattern NAME = Pattern.compile("(.+)\\.data-(\\d{5})-of-(\\d{5})");

    @Override
    public String id() {
        return "tensorflow-data";
    }

    @Override
    public Recognition recognises(Content content) {
        return index(content).isPresent() ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        Matcher name = NAME.matcher(content.simpleName());
        Optional<Content> index = index(content);
        if (index.isEmpty() || !name.matches()) {
            inspection.reject();
            return;
        }
        inspection.accept();
        inspection.fact("framework", "TensorFlow");
        long shard = Long.parseLong(name.group(2));
        new BundleTable(index.get(), inspection).read((key, offset, length) -> {
            if (!key.isEmpty()) {
                BundleEntry entry = BundleEntry.read(ProtoReader.over(index.get(), offset, length, inspection::step));
                if (entry.shard() == shard && entry.length() > 0) {
                    tensor(key, entry, content, inspection);
                }
            }
        });
    }

    private static void tensor(String key, BundleEntry entry, Content content, Inspection inspection) {
        Content bytes = content.slice(entry.offset(), entry.length());
        Optional<ElementType> type = TensorTypes.of(entry.type());
        if (type.isPresent()) {
            String name = Snippet.quoted(key).replace("'", "");
            inspection.tensor(new Tensor(name, type.get(), entry.shape(), bytes.bytes(), entry.offset()));
        } else {
            inspection.read(entry.offset(), entry.length());
        }
    }

    private static Optional<Content> index(Content content) {
        Matcher name = NAME.matcher(content.simpleName());
        return name.matches()
                ? content.family().sibling(name.group(1) + ".index").filter(BundleTable::isTable)
                : Optional.empty();
    }
}
