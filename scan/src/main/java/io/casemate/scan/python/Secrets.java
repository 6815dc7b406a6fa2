package io.casemate.scan.python;

import io.casemate.scan.bytecode.Folding;
import io.casemate.scan.call.Call;
import io.casemate.scan.call.Value;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Follows the environment of a process, where keys of its user stand, to calls that send it away. */
final class Secrets {
    private static final int DEPTH_MAX = 12;
    private static final Set<String> ENVIRONMENT = Set.of(
            "os.environ",
            "os.environb",
            "os.environ.copy",
            "os.environ.items",
            "os.environ.values",
            "os.environ.__str__",
            "os.environ.__repr__");

    private static final Set<String> ONE_VARIABLE = Set.of("os.getenv", "os.environ.get", "os.environ.pop");
    private static final Pattern CREDENTIAL = Pattern.compile(
            "AWS_(SECRET|ACCESS|SESSION).*|(GITHUB|GH|GITLAB|HF|HUGGING_?FACE(_HUB)?|NPM|PYPI|AZURE|DOCKER|VAULT)_(.*_)?(TOKEN|SECRET|PASSWORD|KEY)"
                    + "|(OPENAI|ANTHROPIC|WANDB)_API_KEY|GOOGLE_APPLICATION_CREDENTIALS|SSH_AUTH_SOCK");

    /** Modules whose functions send what they are given. */
    private static final Pattern NETWORK = Pattern.compile(
            "(requests|httpx|aiohttp|urllib3|urllib\\.request|urllib2|http\\.client|httplib|socket|smtplib|ftplib|websocket|websockets"
                    + "|telnetlib|paramiko|dns|xmlrpc\\.client)\\..*");

    /** Arguments by which honest clients say who they are. */
    private static final Set<String> IDENTIFYING = Set.of("headers", "auth", "cookies", "proxies", "verify", "cert");

    private Secrets() {}

    /** Whether a call sends the whole environment, or a credential out of it in other places than those for credentials. */
    static boolean sent(Call call) {
        if (!(call.function() instanceof Value.Global function)
                || !NETWORK.matcher(function.qualified()).matches()) {
            return false;
        }
        return call.arguments().stream().anyMatch(value -> carries(value, true, 0))
                || call.keywords().entrySet().stream().anyMatch(Secrets::carries);
    }

    private static boolean carries(Map.Entry<String, Value> keyword) {
        return carries(keyword.getValue(), !IDENTIFYING.contains(keyword.getKey()), 0);
    }

    /** Whether a value holds some of the environment. */
    static boolean carries(Value value) {
        return carries(value, true, 0);
    }

    private static boolean carries(Value value, boolean single, int depth) {
        if (depth > DEPTH_MAX) {
            return false;
        }
        return switch (value) {
            case Value.Global global -> ENVIRONMENT.contains(global.qualified());
            case Value.Result(Call call) ->
                (call.function() instanceof Value.Global global && ONE_VARIABLE.contains(global.qualified()))
                        ? single && credential(call)
                        : carries(call.function(), single, depth + 1)
                                || call.arguments().stream().anyMatch(item -> carries(item, single, depth + 1))
                                || call.keywords().values().stream().anyMatch(item -> carries(item, single, depth + 1));
            case Value.Items items -> items.items().stream().anyMatch(item -> carries(item, single, depth + 1));
            case Value.Entries entries ->
                entries.keysAndValues().stream().anyMatch(item -> carries(item, single, depth + 1));
            case Value.Text _,
                    Value.Bytes _,
                    Value.Whole _,
                    Value.Real _,
                    Value.Truth _,
                    Value.None _,
                    Value.Persistent _,
                    Value.Unknown _ -> false;
        };
    }

    private static boolean credential(Call call) {
        return !call.arguments().isEmpty()
                && call.arguments().getFirst() instanceof Value.Text(String name)
                && CREDENTIAL.matcher(name).matches();
    }

    /** What is made of values: where one of them holds some of the environment, so does the whole. */
    static Value kept(Value whole, Value... parts) {
        if (carries(whole)) {
            return whole;
        }
        for (Value part : parts) {
            if (carries(part)) {
                return new Value.Result(Call.of(Folding.builtin("str"), part));
            }
        }
        return whole;
    }

    /** An attribute of what holds some of the environment holds it as well. */
    static Value attribute(Value object, String name, Value attribute) {
        return object instanceof Value.Result && carries(object)
                ? new Value.Result(Call.of(Folding.builtin("getattr"), object, Value.text(name)))
                : attribute;
    }

    /** {@code os.environ['NAME']} is what {@code os.environ.get('NAME')} is. */
    static Value variable(Value object, Value key, Value element) {
        return object.equals(new Value.Global("os", "environ"))
                ? new Value.Result(Call.of(new Value.Global("os", "environ.get"), key))
                : element;
    }
}
