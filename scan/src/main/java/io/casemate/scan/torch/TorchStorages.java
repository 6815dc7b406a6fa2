package io.casemate.scan.torch;

import io.casemate.scan.archive.zip.ZipArchive;
import io.casemate.scan.archive.zip.ZipMember;
import io.casemate.scan.pickle.PickleReading;
import io.casemate.scan.pickle.StoredTensor;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds the tensors that a pickle describes against the storages beside it. A view that reaches beyond its storage makes
 * loaders read and write memory that is not theirs (CVE-2026-24747).
 */
final class TorchStorages {
    private static final int TOLD_MAX = 10;

    private final ZipArchive archive;
    private final String folder;
    private final boolean bigEndian;
    private final Inspection inspection;
    private int told;

    TorchStorages(ZipArchive archive, String folder, boolean bigEndian, Inspection inspection) {
        this.archive = archive;
        this.folder = folder;
        this.bigEndian = bigEndian;
        this.inspection = inspection;
    }

    /** Tells the tensors of a pickle, and adds the members that hold them. */
    void tell(PickleReading reading, Set<ZipMember> claimed) {
        Map<String, List<StoredTensor>> views = new HashMap<>();
        for (StoredTensor tensor : reading.tensors()) {
            inspection.step();
            views.computeIfAbsent(tensor.storageKey(), key -> new ArrayList<>()).add(tensor);
            check(tensor);
        }
        for (PickleReading.Storage storage : reading.storages()) {
            inspection.step();
            Optional<ZipMember> member = archive.find(folder + storage.key());
            if (member.isEmpty()) {
                missing(storage);
                continue;
            }
            Optional<Content> content = archive.open(member.get());
            Optional<StorageType> type = StorageType.of(storage.type());
            if (content.isPresent() && type.isPresent()) {
                claimed.add(member.get());
                size(storage, type.get(), content.get());
                long offset = member.get().stored() ? member.get().data() : -1;
                tensors(storage, type.get(), content.get(), offset, views.getOrDefault(storage.key(), List.of()));
            }
        }
    }

    private void check(StoredTensor tensor) {
        long reach = tensor.reach();
        Optional<StorageType> type = StorageType.of(tensor.type().isEmpty() ? tensor.storageType() : tensor.type());
        long bytes = type.map(StorageType::elementBytes).orElse(1);
        long storageBytes = StorageType.of(tensor.storageType())
                .map(storage -> saturated(tensor.storageElements(), storage.elementBytes()))
                .orElse(Long.MAX_VALUE);
        if (reach < 0 || tensor.storageElements() < 0 || saturated(reach, bytes) > storageBytes) {
            mismatch("tensor %s of shape %s reaches beyond its storage of %d elements"
                    .formatted(
                            Snippet.quoted(tensor.name()),
                            tensor.size().stream().limit(8).toList(),
                            tensor.storageElements()));
        }
    }

    private static long saturated(long count, long each) {
        return count < 0 || Math.multiplyHigh(count, each) != 0 || count * each < 0 ? Long.MAX_VALUE : count * each;
    }

    private void size(PickleReading.Storage storage, StorageType type, Content content) {
        long stated = saturated(storage.elements(), type.elementBytes());
        if (stated != content.size()) {
            mismatch("storage %s has %d bytes and is said to have %d"
                    .formatted(Snippet.quoted(folder + storage.key()), content.size(), stated));
        }
    }

    private void mismatch(String message) {
        if (told++ < TOLD_MAX) {
            inspection.found("torch/metadata-mismatch", -1, message);
        }
    }

    private void missing(PickleReading.Storage storage) {
        if (storage.elements() != 0 && told++ < TOLD_MAX) {
            inspection.found(
                    "torch/missing-storage",
                    -1,
                    "storage %s is not in the archive".formatted(Snippet.quoted(folder + storage.key())));
        }
    }

    /** The views as tensors where they fill the storage, each byte once; else the storage as one. */
    private void tensors(
            PickleReading.Storage storage, StorageType type, Content content, long offset, List<StoredTensor> views) {
        var distinct = new ArrayList<Tensor>();
        var seen = new HashSet<Long>();
        long covered = 0;
        for (StoredTensor view : views) {
            StorageType viewed =
                    view.type().isEmpty() ? type : StorageType.of(view.type()).orElse(type);
            Optional<Tensor> tensor = tensor(view, bigEndian ? viewed.bigEndian() : viewed, content, offset);
            if (tensor.isPresent() && seen.add(view.storageOffset())) {
                distinct.add(tensor.get());
                covered += tensor.get().bytes().byteSize();
            }
        }
        if (covered == content.size()) {
            distinct.forEach(inspection::tensor);
        } else if (content.size() > 0) {
            StorageType whole = bigEndian ? type.bigEndian() : type;
            long bytes = content.size() / whole.elementBytes() * whole.elementBytes();
            ElementType element = bytes == content.size() ? whole.type() : ElementType.PACKED;
            String name = views.isEmpty() || views.getFirst().name().isEmpty()
                    ? "storage " + storage.key()
                    : views.getFirst().name();
            inspection.tensor(
                    new Tensor(name, element, List.of(content.size() * 8 / element.bits()), content.bytes(), offset));
        }
    }

    private static Optional<Tensor> tensor(StoredTensor view, StorageType type, Content content, long offset) {
        long reach = view.reach();
        if (reach <= 0 || !view.contiguous() || reach > content.size() / type.elementBytes()) {
            return Optional.empty();
        }
        long start = view.storageOffset() * type.elementBytes();
        long length = view.elements() * type.elementBytes();
        List<Long> shape = new ArrayList<>(view.size());
        if (type.elementBytes() * 8 > type.type().bits()) {
            shape.add(2L);
        }
        return Optional.of(new Tensor(
                view.name().isEmpty() ? "storage " + view.storageKey() : view.name(),
                type.type(),
                shape,
                content.bytes().asSlice(start, length),
                offset < 0 ? -1 : offset + start));
    }
}
