package io.casemate.scan.torch;

import io.casemate.scan.call.Call;
import io.casemate.scan.call.Value;
import io.casemate.scan.operator.TorchOperator;
import io.casemate.scan.spi.Inspection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the nodes of an exported graph call, by name. The loader walks from torch, math or operator along the attributes that a
 * name gives (torch/_export/serde/serialize.py), so that a name reaches further than operators.
 */
final class GraphTargets {
    private static final int DISTINCT_MAX = 10_000;
    /** Arithmetic of sizes. */
    private static final Pattern PLAIN = Pattern.compile(
            "(?:_?operator|math)\\.\\w+|torch\\.(?:_?sym_\\w+|_check\\w*)|_?builtins?\\.(?:max|min|abs)");

    private final long header;
    private final Inspection inspection;
    private final Set<String> seen = new HashSet<>();

    GraphTargets(long header, Inspection inspection) {
        this.header = header;
        this.inspection = inspection;
    }

    void tell(String target) {
        if (seen.size() >= DISTINCT_MAX || !seen.add(target) || target.indexOf('.') < 0) {
            return;
        }
        inspection.step();
        String[] parts = target.split("\\.", -1);
        if (target.startsWith("torch.ops.") && parts.length > 3) {
            MobileCode.tell(new TorchOperator(parts[2], parts[3]), header, inspection);
        } else if (!PLAIN.matcher(target).matches()) {
            String walked = parts[0].equals("torch") ? within(target) : target;
            int dot = walked.lastIndexOf('.');
            var global = new Value.Global(dot < 0 ? "builtins" : walked.substring(0, dot), walked.substring(dot + 1));
            inspection.found(inspection.judge().call(Call.of(global)), header);
        }
    }

    /** The module that a walk from torch ends in, where torch has imported one that is not its own: torch.os.system is os.system. */
    private static String within(String target) {
        for (String module :
                new String[] {"os", "sys", "subprocess", "builtins", "importlib", "shutil", "ctypes", "pickle"}) {
            int at = target.indexOf("." + module + ".");
            if (at >= 0) {
                return target.substring(at + 1);
            }
        }
        return target;
    }
}
