package io.casemate.scan.boosted;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** CatBoost's cbm: a magic number, the length of a flatbuffer with the trees, and parts that the flatbuffer names. */
final class CatboostBinary {
    private static final int CORE = 8;
    private static final int NAMES_MAX = 16 << 20;
    private static final List<String> PARTS =
            List.of("static_ctr_provider_v1", "text_processing_collection_v1", "embedding_processing_collection_v1");

    private CatboostBinary() {}

    static void read(Content content, Inspection inspection) {
        long length = content.u32(4);
        if (length > content.size() - CORE) {
            inspection.found(
                    "boosted/out-of-bounds",
                    4,
                    "the trees claim %d bytes, the file has %d".formatted(length, content.size()));
            return;
        }
        if (length < 8 || content.u32(CORE) > length - 4) {
            inspection.gap(CORE, "the trees have no root");
        }
        inspection.spend(Math.min(length, NAMES_MAX));
        String core = content.text(CORE, (int) Math.min(length, NAMES_MAX), StandardCharsets.ISO_8859_1);
        boolean parts = PARTS.stream().anyMatch(core::contains);
        inspection.read(0, parts ? content.size() : CORE + length);
        Tree.text(core, CORE, inspection);
    }
}
