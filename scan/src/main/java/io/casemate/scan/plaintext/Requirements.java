package io.casemate.scan.plaintext;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A list of packages for pip: what it fetches from elsewhere than the public index runs when it is installed. */
final class Requirements {
    private static final int READ_MAX = 1 << 20;
    private static final Pattern NAME = Pattern.compile("(.*[-_.])?(requirements|constraints)([-_.].*)?\\.(txt|in)");
    private static final Pattern INDEX = Pattern.compile(
            "^\\s*(?:-i|--index-url|--extra-index-url|-f|--find-links)[\\s=]+[\"']?((https?)://(?:[^/@\\s]*@)?([^/:\\s\"']+)\\S*)");
    private static final Pattern DIRECT = Pattern.compile(
            "(?:^|[\\s@])((?:git\\+|hg\\+|svn\\+|bzr\\+)?(https?|ssh|git)://(?:[^/@\\s]*@)?([^/:\\s]+)\\S*)");
    /** Hosts from which the field installs wheels. */
    private static final Set<String> HOSTS = Set.of(
            "pypi.org",
            "files.pythonhosted.org",
            "download.pytorch.org",
            "data.pyg.org",
            "pypi.nvidia.com",
            "pypi.ngc.nvidia.com",
            "storage.googleapis.com",
            "wheels.vllm.ai",
            "flashinfer.ai",
            "abetlen.github.io",
            "huggingface.github.io",
            "www.paddlepaddle.org.cn",
            "huggingface.co",
            "github.com",
            "gitlab.com",
            "bitbucket.org",
            "pypi.tuna.tsinghua.edu.cn",
            "mirrors.aliyun.com");

    private Requirements() {}

    static boolean named(String name) {
        return NAME.matcher(name).matches();
    }

    static void tell(Content content, Inspection inspection) {
        String text = content.text(0, (int) Math.min(content.size(), READ_MAX), StandardCharsets.ISO_8859_1);
        long offset = 0;
        for (String line : text.split("\n", -1)) {
            String code = line.replaceFirst("(^|\\s)#.*", "");
            Matcher index = INDEX.matcher(code);
            Matcher direct = DIRECT.matcher(code);
            if (index.find()) {
                tell("plaintext/foreign-index", "takes packages from", index, offset, inspection);
            } else if (direct.find()) {
                tell("plaintext/foreign-package", "installs", direct, offset, inspection);
            }
            offset += line.length() + 1;
        }
    }

    private static void tell(String rule, String does, Matcher url, long offset, Inspection inspection) {
        boolean open = url.group(2).equals("http") || url.group(2).equals("git");
        if (open || !HOSTS.contains(url.group(3).toLowerCase(Locale.ROOT))) {
            inspection.found(
                    rule,
                    offset,
                    "pip %s %s%s".formatted(does, Snippet.quoted(url.group(1)), open ? ", unencrypted" : ""));
        }
    }
}
