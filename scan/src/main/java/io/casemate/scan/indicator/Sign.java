package io.casemate.scan.indicator;

import io.casemate.text.literal.LiteralSet.Literal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A literal with what must stand around it.
 *
 * @param rule id of the rule
 * @param words what it is, in words
 * @param anywhere whether it is told in text for people too
 * @param look sees whether it is there; patterns run over one line of at most 300 bytes, from or around the literal
 */
record Sign(Literal literal, String rule, String words, boolean anywhere, Look look) {
    /** Looks around a literal. */
    @FunctionalInterface
    interface Look {
        /** What to show, if the sign is there. */
        Optional<String> around(Window window, int position);
    }

    private static final String SHELL = "indicator/reverse-shell";
    private static final String HOST = "indicator/exfiltration-host";
    private static final String HOOK = "indicator/webhook";
    private static final String MINER = "indicator/miner";
    private static final int LINE_MAX = 300;

    static final List<Sign> ALL = List.of(
            new Sign(
                    Literal.exact("/dev/tcp/"),
                    SHELL,
                    "opens a shell to another host",
                    true,
                    after(48, "(?:\\w?sh|exec)\\b[^\\n]{0,40}/dev/tcp/[\\w.$\\-]+/[\\d$].*")),
            new Sign(
                    Literal.exact("nc -"),
                    SHELL,
                    "opens a shell to another host",
                    true,
                    after(0, "nc -[a-z]*[ec] ?/bin/\\w*sh.*|nc -[a-z]* \\S+ \\d+ -[ec] .*")),
            new Sign(
                    Literal.exact("ncat "),
                    SHELL,
                    "opens a shell to another host",
                    true,
                    after(0, "ncat [^\\n]{0,80}-e ?/bin/\\w*sh.*")),
            new Sign(
                    Literal.exact("mkfifo "),
                    SHELL,
                    "opens a shell to another host",
                    true,
                    after(0, "mkfifo [^\\n]{0,120}/bin/\\w*sh -i[^\\n]{0,60}\\bnc .*")),
            new Sign(
                    Literal.exact("socat "),
                    SHELL,
                    "opens a shell to another host",
                    true,
                    after(0, "socat [^\\n]{0,80}(?:exec|EXEC):['\"]?(?:/bin/)?\\w*sh.*")),
            new Sign(
                    Literal.anyCase("powershell"),
                    "indicator/encoded-command",
                    "runs an encoded PowerShell command",
                    true,
                    after(
                            0,
                            "(?i:powershell(?:\\.exe)?)[^\\n]{0,80} (?i:-e(?:nc|ncodedcommand|c)?) [A-Za-z0-9+/=]{40,}.*")),
            new Sign(
                    Literal.exact("curl "),
                    "indicator/piped-download",
                    "runs what it downloads",
                    false,
                    after(0, "curl [^|\\n]{4,200}\\| ?(?:sudo )?(?:ba|z|da)?sh\\b.*|curl [^|\\n]{4,200}\\| ?python.*")),
            new Sign(
                    Literal.exact("wget "),
                    "indicator/piped-download",
                    "runs what it downloads",
                    false,
                    after(
                            0,
                            "wget [^|\\n]{4,200}\\| ?(?:sudo )?(?:ba|z|da)?sh\\b.*|wget [^|\\n]{4,200}(?:;|&&) ?(?:ba|z|da)?sh .*")),
            new Sign(
                    Literal.exact("/api/webhooks/"),
                    HOOK,
                    "sends to a Discord webhook",
                    true,
                    after(24, "[^\\n]{0,24}discord(?:app)?\\.com/api/webhooks/\\d{16,20}/[\\w-]{20,}.*")),
            new Sign(
                    Literal.exact("api.telegram.org/bot"),
                    HOOK,
                    "sends by a Telegram bot",
                    true,
                    after(0, "api\\.telegram\\.org/bot\\d{6,12}:[\\w-]{30,}.*")),
            host(".ngrok.io"),
            host(".ngrok-free.app"),
            host(".trycloudflare.com"),
            host(".burpcollaborator.net"),
            host(".oastify.com"),
            host(".oast.fun"),
            host(".oast.pro"),
            host(".oast.live"),
            host(".oast.site"),
            host(".oast.online"),
            host(".oast.me"),
            host(".interact.sh"),
            host("//webhook.site/"),
            host("//pastebin.com/raw/"),
            host("//transfer.sh/"),
            host(".pipedream.net"),
            host(".requestbin.com"),
            new Sign(
                    Literal.exact("stratum+tcp://"),
                    MINER,
                    "connects to a mining pool",
                    true,
                    after(0, "stratum\\+tcp://[\\w.-]+:\\d+.*")),
            new Sign(
                    Literal.exact("stratum+ssl://"),
                    MINER,
                    "connects to a mining pool",
                    true,
                    after(0, "stratum\\+ssl://[\\w.-]+:\\d+.*")),
            new Sign(Literal.exact("xmrig"), MINER, "names a miner", false, after(0, "xmrig\\b.*")));

    private static Sign host(String name) {
        return new Sign(
                Literal.anyCase(name),
                HOST,
                "names a host that others use to take data out",
                false,
                (window, position) -> {
                    int start = position;
                    while (start > position - 60
                            && window.at(start - 1) > ' '
                            && "\"'`(<=".indexOf(window.at(start - 1)) < 0) {
                        start--;
                    }
                    return Optional.of(window.line(start, 100));
                });
    }

    /** Looks for a pattern from so many bytes before the literal to the end of its line. */
    private static Look after(int before, String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return (window, position) -> {
            String line = window.line(position, LINE_MAX);
            String head = before == 0 ? "" : window.text(Math.max(0, position - before), Math.min(before, position));
            head = head.substring(head.lastIndexOf('\n') + 1);
            var matcher = compiled.matcher(head + line);
            boolean found = before == 0 ? matcher.lookingAt() : matcher.find();
            return found ? Optional.of(matcher.group()) : Optional.empty();
        };
    }
}
