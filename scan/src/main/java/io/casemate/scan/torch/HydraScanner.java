package io.casemate.scan.torch;

import io.casemate.core.yaml.YamlCursor;
import io.casemate.core.yaml.YamlLimits;
import io.casemate.core.yaml.YamlProblems;
import io.casemate.core.yaml.YamlReader;
import io.casemate.scan.call.Call;
import io.casemate.scan.call.Judgement;
import io.casemate.scan.call.Value;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads configurations whose loaders import what they name: {@code _target_} of Hydra and NeMo, {@code loader_module} of
 * MLflow.
 */
public final class HydraScanner implements FormatScanner {
    private static final int HEAD_BYTES = 64 << 10;
    private static final int BYTES_MAX = 4 << 20;
    private static final Pattern KEY =
            Pattern.compile("(?<![\\w.])(?:_target_|loader_module)[\"']?[ \\t]*:[ \\t]*[\"']?([A-Za-z_][\\w.]*)");

    /** Libraries whose parts configurations name by the hundred; what is dangerous in them is on the judge's lists. */
    private static final List<String> LIBRARIES = List.of(
            "nemo.",
            "nemo_text_processing.",
            "torch.",
            "torchaudio.",
            "torchvision.",
            "pytorch_lightning.",
            "lightning.",
            "transformers.",
            "megatron.",
            "mlflow.",
            "diffusers.",
            "timm.",
            "torchmetrics.",
            "omegaconf.",
            "monai.");

    private static final Pattern FLAVOUR = Pattern.compile("mlflow\\.[a-z_0-9]+(\\.model)?");

    private static final Set<String> FOOTHOLDS = Set.of(
            "os", "sys", "subprocess", "builtins", "shutil", "importlib", "pickle", "posix", "nt", "runpy", "pty");

    @Override
    public String id() {
        return "hydra";
    }

    @Override
    public Recognition recognises(Content content) {
        int length = (int) Math.min(HEAD_BYTES, content.size());
        if (!content.mayBeText() || content.u8(0) == 0 || content.u8(length - 1) == 0) {
            return Recognition.NO;
        }
        return KEY.matcher(content.text(0, length)).find() ? Recognition.POSSIBLE : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        if (content.size() > BYTES_MAX) {
            inspection.accept();
            inspection.gap(0, "a configuration of more than %d bytes is not read".formatted(BYTES_MAX));
            return;
        }
        byte[] bytes = content.copy(0, (int) content.size());
        String text = content.text(0, bytes.length);
        var problems = YamlProblems.of("configuration");
        Set<String> targets = new TreeSet<>();
        YamlReader.read(bytes, YamlLimits.DEFAULT, problems).ifPresent(root -> collect(root, targets));
        Matcher keys = KEY.matcher(text);
        while (keys.find()) {
            inspection.step();
            targets.add(keys.group(1));
        }
        if (targets.isEmpty()) {
            inspection.reject();
            return;
        }
        inspection.accept();
        targets.forEach(target -> judge(target, Math.max(0, text.indexOf(target)), inspection));
        inspection.read(0, content.size());
    }

    private static void collect(YamlCursor root, Set<String> targets) {
        Deque<YamlCursor> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            YamlCursor node = open.pop();
            switch (node.form()) {
                case NOTHING, TEXT -> {}
                case LIST -> node.items().forEach(open::push);
                case MAPPING ->
                    node.entries().forEach((key, value) -> {
                        open.push(value);
                        if (key.equals("_target_") || key.equals("loader_module")) {
                            value.text().ifPresent(targets::add);
                        }
                    });
            }
        }
    }

    private static void judge(String target, long offset, Inspection inspection) {
        if (FLAVOUR.matcher(target).matches()) {
            return; // the modules that MLflow itself writes there
        }
        int dot = target.lastIndexOf('.');
        var global = dot < 0
                ? new Value.Global(target, "")
                : new Value.Global(target.substring(0, dot), target.substring(dot + 1));
        Judgement judgement = dot < 0
                ? inspection.judge().reference(global)
                : inspection.judge().call(new Call(global, List.of(), false, Map.of(), Call.How.CALL));
        boolean library = LIBRARIES.stream().anyMatch(target::startsWith);
        boolean unknown = !judgement.atLeast(Judgement.Level.SUSPICIOUS);
        String[] parts = target.split("\\.", -1);
        if (library && unknown) {
            for (int i = 1; i < parts.length - 1; i++) {
                if (FOOTHOLDS.contains(parts[i])) {
                    inspection.found(inspection.judge().reference(new Value.Global(parts[i], parts[i + 1])), offset);
                }
            }
            return;
        }
        inspection.found(judgement, offset);
    }
}
