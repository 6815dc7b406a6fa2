package io.casemate.scan.torch;

import io.casemate.scan.archive.zip.ZipArchive;
import io.casemate.scan.archive.zip.ZipLayout;
import io.casemate.scan.archive.zip.ZipMember;
import io.casemate.scan.pickle.PickleReader;
import io.casemate.scan.pickle.PickleReading;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A checkpoint or a TorchScript program of PyTorch: pickles, and beside them a member for each storage. Layout as in
 * torch/serialization.py and torch/csrc/jit/serialization.
 */
public final class TorchLayout implements ZipLayout {
    private static final int SMALL_BYTES_MAX = 128;
    private static final int TOLD_MAX = 10;

    /** Pickles, and the folder of the storages that each refers to. */
    private enum Pickle {
        DATA("data.pkl", "data/"),
        CONSTANTS("constants.pkl", "constants/");

        private final String member;
        private final String folder;

        Pickle(String member, String folder) {
            this.member = member;
            this.folder = folder;
        }
    }

    /** Members that are short texts of PyTorch's own. */
    private static final Set<String> TEXTS = Set.of(
            "version",
            "byteorder",
            ".data/serialization_id",
            ".data/version",
            ".format_version",
            ".storage_alignment",
            "archive_format",
            "archive_version");

    /** Members that PyTorch writes besides pickles and storages. */
    private static final Pattern EXPECTED = Pattern.compile("data\\.pkl|constants\\.pkl|bytecode\\.pkl|attributes\\.pkl"
            + "|mobile_debug_handles\\.pkl|callstack_debug_map\\.pkl|traced_inputs\\.pkl|debug_handles\\.pkl"
            + "|model\\.json|promoted_ops\\.pkl|code/.*\\.(py|debug_pkl)|extra/.*|tensors/\\d+|\\.data/.*");

    private static final Pattern SCRIPT = Pattern.compile("code/.*\\.py");

    @Override
    public boolean fits(ZipArchive archive) {
        return root(archive).isPresent();
    }

    /** The folder of the first data.pkl, "" or "archive/". */
    private static Optional<String> root(ZipArchive archive) {
        return archive.members().stream()
                .map(ZipMember::name)
                .filter(name -> name.equals("data.pkl") || name.endsWith("/data.pkl"))
                .map(name -> name.substring(0, name.length() - "data.pkl".length()))
                .findFirst();
    }

    @Override
    public Set<ZipMember> read(ZipArchive archive, Inspection inspection) {
        String root = root(archive).orElse("");
        var claimed = new HashSet<ZipMember>();
        texts(archive, root, claimed, inspection);
        boolean bigEndian = archive.find(root + "byteorder")
                .flatMap(archive::open)
                .filter(content -> content.has(0, "big"))
                .isPresent();
        boolean known = true;
        boolean storages = false;
        for (Pickle pickle : Pickle.values()) {
            Optional<Content> content = archive.find(root + pickle.member).flatMap(archive::open);
            if (content.isPresent()) {
                PickleReading reading = PickleReader.read(content.get(), new Overheard(inspection));
                known &= reading.complete();
                storages |= !reading.storages().isEmpty();
                new TorchStorages(archive, root + pickle.folder, bigEndian, inspection).tell(reading, claimed);
            }
        }
        archive.find(root + "bytecode.pkl")
                .ifPresent(member ->
                        archive.open(member).ifPresent(code -> MobileCode.tell(code, member.header(), inspection)));
        boolean versioned = archive.find(root + "version").isPresent();
        if (storages || versioned) {
            inspection.fact("framework", "PyTorch");
            unexpected(archive, root, claimed, known, inspection);
        }
        return claimed;
    }

    private static void texts(ZipArchive archive, String root, Set<ZipMember> claimed, Inspection inspection) {
        for (String name : TEXTS) {
            Optional<ZipMember> member = archive.find(root + name);
            if (member.isPresent()
                    && member.get().stored()
                    && member.get().size() <= SMALL_BYTES_MAX
                    && archive.open(member.get()).filter(TorchLayout::printable).isPresent()) {
                inspection.step();
                claimed.add(member.get());
            }
        }
    }

    private static boolean printable(Content content) {
        return content.size() <= SMALL_BYTES_MAX
                && content.text(0, (int) content.size())
                        .chars()
                        .allMatch(c -> c == '\n' || c == '\r' || (c >= ' ' && c < 0x7f));
    }

    /** Tells members that nobody refers to. What TorchScript is made of is a content of its own, and read as such. */
    private static void unexpected(
            ZipArchive archive, String root, Set<ZipMember> claimed, boolean known, Inspection inspection) {
        int told = 0;
        for (ZipMember member : archive.members()) {
            String name = member.name().startsWith(root) ? member.name().substring(root.length()) : "/";
            boolean storage = name.startsWith(Pickle.DATA.folder) || name.startsWith(Pickle.CONSTANTS.folder);
            if (SCRIPT.matcher(name).matches()) {
                inspection.fact("program", "TorchScript");
            }
            boolean expected = claimed.contains(member)
                    || EXPECTED.matcher(name).matches()
                    || TEXTS.contains(name)
                    || member.name().endsWith("/")
                    || (storage && !known);
            if (!expected && told++ < TOLD_MAX) {
                inspection.found(
                        "torch/unexpected-member",
                        member.header(),
                        "member %s is none that PyTorch writes, and nothing in the checkpoint refers to it"
                                .formatted(Snippet.quoted(member.name())));
            }
        }
        List<String> pickles = archive.members().stream()
                .map(ZipMember::name)
                .filter(name -> name.endsWith("/data.pkl"))
                .distinct()
                .toList();
        if (pickles.size() > 1) {
            inspection.found(
                    "torch/several-checkpoints",
                    -1,
                    "the archive has %d checkpoints, of which a loader takes one".formatted(pickles.size()));
        }
    }
}
