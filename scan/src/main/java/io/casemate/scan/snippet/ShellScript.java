package io.casemate.scan.snippet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a script for a shell, of Unix or Windows: whether it runs what nobody can read in it. */
public final class ShellScript {
    private static final int JUDGED_MAX = 1 << 20;
    private static final int SHOWN_MAX = 120;

    private static final String SHELL = "(?:sudo\\s+(?:-\\w+\\s+){0,3})?(?:/[\\w/]{1,40}/)?(?:(?:ba|z|da|k)?sh\\b"
            + "|(?:python[0-9.]*|perl|ruby|node|php)(?=\\s*(?:-\\s*)?(?:$|[;&|\\n)\"'`])))";
    private static final String UNPACKER = "(?:base64\\s+(?:-d|-D|--decode)|xxd\\s+-r|openssl\\s[^|\\n]{0,100}\\s-d)";

    /** Each is one way to run what is fetched or unpacked, or to hand a shell or a secret to somebody else. */
    private static final List<Pattern> UNSEEN = List.of(
            pattern("\\b(?:curl|wget)\\b[^|;\\n]{0,400}\\|\\s*" + SHELL),
            pattern(
                    "\\b(?:ba|z|da|k)?sh\\s+(?:-\\w+\\s+){0,3}[\"']?(?:<\\(|\\$\\(|`)\\s*(?:curl|wget)\\b[^\\n]{0,100}"),
            pattern("(?:\\beval|\\bsource|\\s\\.)\\s+[\"']?(?:<\\(|\\$\\(|`)\\s*(?:curl|wget|base64)\\b[^\\n]{0,100}"),
            pattern("\\beval\\s+[\"']?(?:\\$\\(|`)[^)\\n]{0,400}" + UNPACKER),
            pattern(UNPACKER + "[^|\\n]{0,200}\\|\\s*" + SHELL),
            pattern(
                    "\\b(?:curl|wget)\\b[^\\n]{0,300}?(?:\\s-[a-zA-Z]{0,6}[oO]\\s{0,4}|\\s--output(?:-document)?[= ]|>\\s{0,4})"
                            + "([\\w./~${}-]{2,100})\\b[^\\n]{0,300}?(?:&&|;)\\s*(?:(?:sudo\\s+)?(?:(?:ba|z|da)?sh|python3?)\\s+)?\\1(?=\\s|$|;|&)"),
            pattern("\\b(?:ba|z|da)?sh\\s+-i\\b[^\\n]{0,60}/dev/(?:tcp|udp)/[^\\n]{0,60}"),
            pattern("\\bn(?:c|cat|etcat)\\s+(?:-\\w+\\s+){0,4}-\\w*[ec]\\s*\\S{0,20}sh\\b"),
            pattern("\\bn(?:c|cat|etcat)\\s+[^\\n|]{1,80}\\s-[ec]\\s*\\S{0,20}sh\\b"),
            pattern("\\bmkfifo\\b[^\\n]{0,160}\\bn(?:c|cat)\\b"),
            pattern("\\bsocat\\b[^\\n]{0,100}\\bexec:"),
            pattern(
                    "(?:\\b(?:print)?env\\b|\\.ssh/|\\.aws/|/etc/(?:passwd|shadow)|SECRET|_TOKEN|PASSWORD|API_KEY)[^|\\n]{0,100}"
                            + "\\|\\s*(?:nc|ncat|netcat|curl)\\b[^\\n]{0,60}"),
            pattern(
                    "\\bcurl\\b[^\\n]{0,200}(?:-d|--data(?:-\\w+)?|-F|--form|-T)[ =]?[\"']?(?:\\$\\(\\s*(?:env|printenv|cat)\\b"
                            + "|(?:\\w+=)?@?(?:~|\\$HOME|/root|/home/\\w+)/\\.(?:ssh|aws|netrc|kube))"),
            pattern("\\bpowershell(?:\\.exe)?\\b[^\\n]{0,300}\\s-e(?:nc|ncodedcommand|c)?\\s+[\"']?[A-Za-z0-9+/=]{8,}"),
            pattern(
                    "\\b(?:iex|invoke-expression)\\b[^\\n]{0,200}(?:downloadstring|iwr\\b|irm\\b|invoke-(?:webrequest|restmethod)"
                            + "|frombase64string)"),
            pattern(
                    "(?:downloadstring|\\birm\\b|\\biwr\\b|invoke-(?:webrequest|restmethod))[^\\n]{0,300}\\|\\s*(?:iex|invoke-expression)\\b"),
            pattern("\\bmshta(?:\\.exe)?\\s+[\"']?(?:https?|javascript|vbscript):"),
            pattern("\\bregsvr32\\b[^\\n]{0,60}/i:https?:"),
            pattern("\\brundll32\\b[^\\n]{0,60}javascript:"),
            pattern("\\bcertutil\\b[^\\n]{0,60}-urlcache\\b[^\\n]{0,200}"));

    private static final Pattern HOST = Pattern.compile("https://([\\w.-]{1,253})(/[\\w./-]{0,200})?");

    /** Whose installers everybody pipes into a shell, as their own instructions say. */
    private static final Set<String> INSTALLERS = Set.of(
            "sh.rustup.rs",
            "astral.sh",
            "get.docker.com",
            "deb.nodesource.com",
            "rpm.nodesource.com",
            "install.python-poetry.org",
            "repo.anaconda.com",
            "repo.continuum.io",
            "bootstrap.pypa.io",
            "ollama.com",
            "ollama.ai",
            "get.k3s.io",
            "packagecloud.io",
            "apt.llvm.org",
            "get.pnpm.io",
            "bun.sh",
            "deno.land",
            "sdk.cloud.google.com",
            "dl.google.com",
            "developer.download.nvidia.com",
            "nvidia.github.io",
            "get.helm.sh",
            "get.sdkman.io",
            "get.scoop.sh",
            "community.chocolatey.org",
            "chocolatey.org",
            "micro.mamba.pm",
            "pixi.sh",
            "pyenv.run",
            "starship.rs",
            "aka.ms",
            "hf.co");

    private static final Pattern CONTINUED = Pattern.compile("(?:\\\\|\\^|`)\\r?\\n");
    private static final Pattern REMARK = Pattern.compile("(?im)^[ \\t-]*(?:#|//|rem\\s|::).*$");
    private static final Pattern SAID = Pattern.compile(
            "\\b(?:echo|printf|print|Write-Host)\\s+(?:-\\w+\\s+)?(\"[^\"\\n]{0,400}\"|'[^'\\n]{0,400}')(?!\\s*\\|)");

    private ShellScript() {}

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /**
     * The place where it runs what it fetches or unpacks, or hands a shell or secrets to somebody else. Remarks and texts that
     * it only says do not count, nor do the installers of well-known tools from their own host.
     */
    public static Optional<String> runsUnseen(String script) {
        String text = script.length() > JUDGED_MAX ? script.substring(0, JUDGED_MAX) : script;
        text = CONTINUED.matcher(text).replaceAll("  ");
        text = REMARK.matcher(text).replaceAll("");
        text = SAID.matcher(text).replaceAll("echo");
        for (Pattern pattern : UNSEEN) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                if (!knownInstaller(matcher.group())) {
                    String found = matcher.group().strip();
                    return Optional.of(found.substring(0, Math.min(SHOWN_MAX, found.length())));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean knownInstaller(String command) {
        Matcher host = HOST.matcher(command);
        boolean known = false;
        while (host.find()) {
            if (!INSTALLERS.contains(host.group(1).toLowerCase(Locale.ROOT))) {
                return false;
            }
            known = true;
        }
        return known && !command.contains("http://");
    }
}
