package io.casemate.scan.hdf5;

import io.casemate.scan.path.Paths;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;

/** Elements that loading would read from other files: whoever opens this file hands over what these paths name. */
final class ExternalFiles {
    private static final int NAME_BYTES_MAX = 4096;
    private static final int SLOTS_TOLD = 64;
    private static final String STORAGE = "hdf5/external-storage";

    private ExternalFiles() {}

    /** An external file list: the elements of a data set are bytes of files. */
    static void tell(Hdf5File file, long at, String name) {
        int used = file.content().u16(at + 6);
        long heap = file.address(at + 8);
        file.expect(heap, "HEAP");
        long size = file.length(heap + 8);
        long names = file.address(heap + 8 + 2L * file.lengthBytes());
        file.read(heap, 8 + 2L * file.lengthBytes() + file.addressBytes());
        file.read(names, size);
        Content texts = file.content().slice(names, size);
        for (int i = 0; i < used && i < SLOTS_TOLD; i++) {
            long slot = at + 8 + file.addressBytes() + 3L * i * file.lengthBytes();
            String path = terminated(texts, file.length(slot));
            told(
                    file,
                    at,
                    "the data set '%s' is read from the file '%s'".formatted(Snippet.shown(name), Snippet.shown(path)),
                    path);
        }
    }

    /** A virtual data set: its elements are those of data sets, maybe of other files. */
    static void tellVirtual(Hdf5File file, long mappingAt, String name) {
        if (file.address(mappingAt) == Hdf5File.UNDEFINED) {
            return;
        }
        FractalHeap.Piece piece = new GlobalHeap(file).object(file.content(), mappingAt);
        Content mapping = piece.content();
        if (mapping.size() < 2 + file.lengthBytes()) {
            return;
        }
        String path = terminated(mapping, 1 + file.lengthBytes());
        if (!path.equals(".")) {
            told(
                    file,
                    mappingAt,
                    "the data set '%s' takes its elements from the file '%s'"
                            .formatted(Snippet.shown(name), Snippet.shown(path)),
                    path);
        }
    }

    /** An external link. */
    static void tell(Hdf5File file, Link.External link, String path) {
        String message = "'%s' is a link to '%s' in the file '%s'"
                .formatted(Snippet.shown(path), Snippet.shown(link.path()), Snippet.shown(link.file()));
        file.inspection()
                .found(Paths.leaves(link.file()) ? "hdf5/escaping-path" : "hdf5/external-link", link.offset(), message);
    }

    private static void told(Hdf5File file, long at, String message, String path) {
        file.inspection().found(Paths.leaves(path) ? "hdf5/escaping-path" : STORAGE, at, message);
    }

    private static String terminated(Content texts, long at) {
        long end = at;
        while (end < texts.size() && end - at < NAME_BYTES_MAX && texts.u8(end) != 0) {
            end++;
        }
        return texts.text(at, (int) (end - at));
    }
}
