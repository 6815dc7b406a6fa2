package io.casemate.scan.torch;

import io.casemate.scan.archive.zip.ZipArchive;
import io.casemate.scan.archive.zip.ZipLayout;
import io.casemate.scan.archive.zip.ZipMember;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Inspection;
import java.util.Set;

/** An archive of TorchServe: a manifest that names a handler, which is Python code that the server runs. */
public final class TorchServeLayout implements ZipLayout {
    @Override
    public boolean fits(ZipArchive archive) {
        return archive.find("MAR-INF/MANIFEST.json").isPresent();
    }

    @Override
    public Set<ZipMember> read(ZipArchive archive, Inspection inspection) {
        inspection.fact("framework", "TorchServe");
        for (ZipMember member : archive.members()) {
            if (member.name().endsWith(".py") || member.name().equals("requirements.txt")) {
                inspection.found(
                        "torch-serve/code",
                        member.header(),
                        "serving the archive runs or installs what %s says".formatted(Snippet.quoted(member.name())));
            }
        }
        return Set.of();
    }
}
