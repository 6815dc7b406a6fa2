package io.casemate.scan.plaintext;

import io.casemate.scan.call.Call;
import io.casemate.scan.call.Value;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the tags of YAML that make a loader import or call something: {@code !!python/object/apply:os.system} (PyYAML,
 * constructor.py). Looks where a tag may stand, whether or not the whole is YAML; loaders of other versions see other
 * documents.
 */
final class YamlTags {
    private static final int TAG_MAX = 512;
    private static final int HANDLES_MAX = 32;
    private static final String YAML = "tag:yaml.org,2002:";
    private static final Pattern HANDLED = Pattern.compile("(!(?:[\\w-]*!)?)(.*)", Pattern.DOTALL);
    private static final Pattern DIRECTIVE = Pattern.compile("%TAG[ \\t]+(!(?:[\\w-]*!)?)[ \\t]+(\\S+)");
    private static final Pattern CALL =
            Pattern.compile("!?python/(object/apply|object/new|object|name|module):(.*)", Pattern.DOTALL);
    /** A class of Ruby, or one of Java by its full name; {@code !!t.isDefault} is JavaScript. */
    private static final Pattern OTHER_OBJECT =
            Pattern.compile("!?(?:ruby/(?:object|class|module).*|[a-z]\\w*(?:\\.\\w+)+\\.[A-Z][\\w$]*)");

    private final Content content;
    private final Inspection inspection;
    private final Map<String, String> prefixes = new HashMap<>(Map.of("!!", YAML, "!", "!"));

    private YamlTags(Content content, Inspection inspection) {
        this.content = content;
        this.inspection = inspection;
    }

    /** @param prose whether a fence of Markdown shows an example instead of being YAML */
    static void tell(Content content, boolean prose, Inspection inspection) {
        new YamlTags(content, inspection).walk(prose);
    }

    private void walk(boolean prose) {
        boolean fenced = false;
        int previous = '\n';
        long size = content.size();
        for (long at = 0; at < size; at++) {
            if ((at & 0xffff) == 0) {
                inspection.step();
            }
            int c = content.u8(at);
            if (c == '!' && startsToken(previous) && !fenced && startsNode(at)) {
                tag(at);
            } else if (c == '%' && previous == '\n') {
                directive(at);
            } else if (c == '`' && previous == '\n' && prose && content.has(at, "```")) {
                fenced = !fenced;
            }
            previous = c;
        }
    }

    private static boolean startsToken(int previous) {
        return " \t\r\n,[{:-?\u00bf\u0085\u00a8\u00a9".indexOf(previous) >= 0;
    }

    /** Whether a value may begin here: behind an indicator, an anchor or nothing, and not behind words, which it would belong to. */
    private boolean startsNode(long tag) {
        long at = tag - 1;
        while (at >= 0 && (content.u8(at) == ' ' || content.u8(at) == '\t')) {
            at--;
        }
        if (at < 0 || "\n\r,[{:-?\u00bf\u0085\u00a8\u00a9".indexOf(content.u8(at)) >= 0) {
            return true;
        }
        long end = at;
        while (at >= 0 && end - at < TAG_MAX && " \t\r\n,[{".indexOf(content.u8(at)) < 0) {
            at--;
        }
        int first = content.u8(at + 1);
        return first == '&' || first == '!' || end - at >= TAG_MAX;
    }

    private void directive(long at) {
        Matcher directive = DIRECTIVE.matcher(until(at, "\r\n"));
        if (directive.find() && prefixes.size() < HANDLES_MAX) {
            prefixes.put(directive.group(1), directive.group(2));
        }
    }

    private void tag(long at) {
        boolean verbatim = content.has(at + 1, "<");
        String written = until(at, verbatim ? "> \t\r\n" : " \t\r\n,[]{}");
        String whole = decoded(verbatim ? written.substring(2) : resolved(written));
        String tag = whole.startsWith(YAML) ? whole.substring(YAML.length()) : whole;
        Matcher call = CALL.matcher(tag);
        if (call.matches()) {
            call(call.group(1), call.group(2), at);
        } else if (OTHER_OBJECT.matcher(tag).matches() && (whole.startsWith(YAML) || tag.startsWith("!ruby/"))) {
            inspection.found(
                    "plaintext/yaml-object",
                    at,
                    "the YAML tag %s makes a loader create an object of that class".formatted(Snippet.quoted(tag)));
        }
    }

    private void call(String kind, String name, long at) {
        int dot = name.lastIndexOf('.');
        boolean module = kind.equals("module");
        var global = new Value.Global(
                module ? name : dot < 0 ? "builtins" : name.substring(0, dot), module ? "" : name.substring(dot + 1));
        inspection.explain("yaml: %s %s".formatted(kind, Snippet.quoted(name)));
        switch (kind) {
            case "object/apply" -> inspection.found(inspection.judge().call(made(global, Call.How.CALL)), at);
            case "object/new", "object" -> inspection.found(inspection.judge().call(made(global, Call.How.NEW)), at);
            default -> inspection.found(inspection.judge().reference(global), at);
        }
    }

    private static Call made(Value.Global global, Call.How how) {
        return new Call(global, List.of(), false, Map.of(), how);
    }

    private String resolved(String tag) {
        Matcher handled = HANDLED.matcher(tag);
        if (!handled.matches()) {
            return tag;
        }
        return prefixes.getOrDefault(handled.group(1), handled.group(1)) + handled.group(2);
    }

    /** The text to the first of some characters, Latin-1; at most {@value #TAG_MAX} of it. */
    private String until(long from, String ends) {
        var text = new StringBuilder();
        for (long at = from; at < content.size() && text.length() < TAG_MAX; at++) {
            char c = (char) content.u8(at);
            if (ends.indexOf(c) >= 0) {
                break;
            }
            text.append(c);
        }
        return text.toString();
    }

    /** Without the escapes of URIs: %6f is o. */
    private static String decoded(String tag) {
        var text = new StringBuilder();
        for (int i = 0; i < tag.length(); i++) {
            int high = i + 2 < tag.length() && tag.charAt(i) == '%' ? Character.digit(tag.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(tag.charAt(i + 2), 16);
            if (low >= 0) {
                text.append((char) (high << 4 | low));
                i += 2;
            } else {
                text.append(tag.charAt(i));
            }
        }
        return text.toString();
    }
}
