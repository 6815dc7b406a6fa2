package io.casemate.scan.archive.zip;

import io.casemate.scan.spi.Inspection;
import java.util.Set;

/** What certain members of a zip mean together: a PyTorch checkpoint, a TorchServe archive. Stateless. */
public interface ZipLayout {
    /** Whether the names of the members are those of this layout. */
    boolean fits(ZipArchive archive);

    /**
     * Tells what the members mean together.
     *
     * @return the members whose bytes were told as something better than contents to be routed: tensors
     */
    Set<ZipMember> read(ZipArchive archive, Inspection inspection);
}
