package io.casemate.scan.llamafile;

import io.casemate.scan.archive.zip.ZipArchive;
import io.casemate.scan.archive.zip.ZipLayout;
import io.casemate.scan.archive.zip.ZipMember;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.Locale;
import java.util.Set;

/** A llamafile: a program with a zip behind it, which holds weights for llama.cpp and the arguments that it starts with. */
public final class LlamafileLayout implements ZipLayout {
    private static final String ARGUMENTS = ".args";
    private static final int ARGUMENTS_BYTES_MAX = 1 << 16;

    @Override
    public boolean fits(ZipArchive archive) {
        return isProgram(archive.content())
                && archive.members().stream().anyMatch(member -> isArguments(member) || isWeights(member));
    }

    @Override
    public Set<ZipMember> read(ZipArchive archive, Inspection inspection) {
        inspection.fact("format", "llamafile");
        inspection.found(
                "llamafile/program", 0, "this is a llamafile, a program that carries a model: to use it is to run it");
        for (ZipMember member : archive.members()) {
            if (isArguments(member)) {
                archive.open(member).ifPresent(content -> {
                    int length = (int) Math.min(content.size(), ARGUMENTS_BYTES_MAX);
                    new StartArguments(content.text(0, length)).tell(member.header(), inspection);
                });
            }
        }
        return Set.of();
    }

    /** For Windows and others (APE), for Linux, for macOS, or a script. */
    private static boolean isProgram(Content content) {
        return content.has(0, "MZ")
                || content.has(0, "\177ELF")
                || content.has(0, "\u00cf\u00fa\u00ed\u00fe")
                || content.has(0, "jartsr='")
                || content.has(0, "#!");
    }

    private static boolean isArguments(ZipMember member) {
        return member.name().equals(ARGUMENTS);
    }

    private static boolean isWeights(ZipMember member) {
        return member.name().toLowerCase(Locale.ROOT).endsWith(".gguf");
    }
}
