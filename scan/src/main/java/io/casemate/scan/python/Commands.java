package io.casemate.scan.python;

import io.casemate.scan.call.Call;
import io.casemate.scan.call.Value;
import java.util.Optional;
import java.util.Set;
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
        return HOSTILE.matcher(line).find();
    }

    /** A program that only tells something or converts media, without a shell's tricks. */
    static boolean isHarmless(String line) {
        String program = line.strip().split("\\s", 2)[0];
        String name = program.substring(program.lastIndexOf('/') + 1);
        boolean version = line.endsWith("--version") || line.endsWith(" -V");
        return (HARMLESS.contains(name) || version) && !line.matches("(?s).*[;&|`$<>].*");
    }

    static boolean installs(String line) {
        return line.contains("pip install")
                || line.contains("pip3 install")
                || line.contains("conda install")
                || line.contains("apt-get")
                || line.contains("-m pip ");
    }
}
