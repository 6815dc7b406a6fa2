package io.casemate.scan.python;

import io.casemate.scan.call.Call;
import io.casemate.scan.call.Value;
import io.casemate.scan.snippet.ShellScript;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a constant command line is for. */
final class Commands {
    private static final int LENGTH_MAX = 8_192;
    private static final Pattern HOSTILE = Pattern.compile(
            "(curl|wget)[^|;&]{0,2000}[|;&]+ *(sudo +)?(ba|z|da|k)?sh|(curl|wget)[^|;&]{0,2000}[|;&]+ *(sudo +)?python"
                    + "|/dev/(tcp|udp)/|\\bn(c|cat|etcat)\\b.{0,200} -[a-z]*[ec]|\\bbash -i|mkfifo|base64 +(-d|--decode|-D)"
                    + "|powershell.{0,400}(-e(nc|ncodedcommand)?\\b|hidden|iex|downloadstring|downloadfile)|rm +-[rf]{2,} +[/~]"
                    + "|crontab|certutil|authorized_keys|/etc/(passwd|shadow|cron)|169\\.254\\.169\\.254|mshta|regsvr32|bitsadmin"
                    + "|\\.ssh/|\\.aws/|chmod \\+x|xmrig|stratum\\+tcp|mkfs\\b|dd if=.{0,200}of=/dev/",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FETCHING =
            Pattern.compile("(?:wget|curl|gdown|aria2c|kaggle) .{1,2000}", Pattern.DOTALL);
    private static final Pattern FOREIGN_INDEX = Pattern.compile(
            "\\bpip[0-9.]* +install\\b[^\\n;|&]{0,1000}? (?:-i|--index-url|--extra-index-url|-f|--find-links)[ =]+[\"']?"
                    + "\\w+://(?:[^/@\\s]{1,200}@)?([^/:\\s\"']{1,253})");
    /** Hosts of package indexes that projects name in their instructions. */
    private static final Set<String> INDEXES = Set.of(
            "pypi.org",
            "pythonhosted.org",
            "pytorch.org",
            "nvidia.com",
            "ngc.nvidia.com",
            "pyg.org",
            "dgl.ai",
            "openmmlab.com",
            "googleapis.com",
            "gitlab.com",
            "github.io",
            "huggingface.co",
            "anaconda.org",
            "jetson-ai-lab.dev",
            "tuna.tsinghua.edu.cn",
            "aliyun.com",
            "ustc.edu.cn",
            "douban.com",
            "tencent.com",
            "piwheels.org",
            "pkg.dev");

    private static final Set<String> HARMLESS = Set.of(
            "git",
            "nvidia-smi",
            "nvcc",
            "ffmpeg",
            "ffprobe",
            "sox",
            "clear",
            "cls",
            "uname",
            "which",
            "where",
            "lscpu",
            "free",
            "df",
            "hostname",
            "gcc",
            "g++",
            "cmake",
            "make",
            "ninja",
            "tesseract",
            "pdftotext",
            "espeak",
            "espeak-ng",
            "rocm-smi",
            "sysctl",
            "date",
            "ls",
            "pwd",
            "mkdir",
            "unzip",
            "tar",
            "gsutil",
            "aws",
            "huggingface-cli",
            "torchrun",
            "accelerate",
            "deepspeed",
            "mpirun",
            "nproc",
            "lspci");

    private Commands() {}

    /** The command line of a call, where it is constant: a text, or a list of texts with blanks between them. */
    static Optional<String> of(Call call) {
        Value first = !call.arguments().isEmpty()
                ? call.arguments().getFirst()
                : call.keywords().getOrDefault("args", call.keywords().getOrDefault("cmd", Value.UNKNOWN));
        return line(first).filter(line -> line.length() <= LENGTH_MAX);
    }

    private static Optional<String> line(Value value) {
        if (value instanceof Value.Text(String text)) {
            return Optional.of(text);
        }
        if (!(value instanceof Value.Items items) || items.items().isEmpty()) {
            return Optional.empty();
        }
        var line = new StringBuilder();
        for (Value item : items.items()) {
            line.append(line.isEmpty() ? "" : " ").append(item instanceof Value.Text(String word) ? word : "{}");
        }
        return Optional.of(line.toString());
    }

    static boolean isHostile(String line) {
        return HOSTILE.matcher(line).find() || ShellScript.runsUnseen(line).isPresent();
    }

    /** A program that only tells something or converts media, without a shell's tricks. */
    static boolean isHarmless(String line) {
        String program = line.strip().split("\\s", 2)[0];
        String name = program.substring(program.lastIndexOf('/') + 1);
        boolean version = line.endsWith("--version") || line.endsWith(" -V");
        return (HARMLESS.contains(name) || version) && !line.matches("(?s).*[;&|`$<>].*");
    }

    /** A plain download into a file: nothing is run, and no shell's tricks. */
    static boolean fetchesData(String line) {
        return FETCHING.matcher(line.strip()).matches() && !line.matches("(?s).*[;&|`$<>].*");
    }

    /** Whether packages come from a host other than those of the packagers: what it serves under any name is run. */
    static boolean installsFromElsewhere(String line) {
        Matcher index = FOREIGN_INDEX.matcher(line);
        while (index.find()) {
            String host = index.group(1).toLowerCase(Locale.ROOT);
            if (INDEXES.stream().noneMatch(known -> host.equals(known) || host.endsWith("." + known))) {
                return true;
            }
        }
        return false;
    }

    static boolean installs(String line) {
        return line.contains("pip install")
                || line.contains("pip3 install")
                || line.contains("conda install")
                || line.contains("apt-get")
                || line.contains("-m pip ");
    }
}
