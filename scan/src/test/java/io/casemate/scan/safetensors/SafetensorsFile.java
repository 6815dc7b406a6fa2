package io.casemate.scan.safetensors;

import static io.casemate.scan.trial.Bytes.bytes;

import io.casemate.scan.trial.Bytes;
import java.nio.charset.StandardCharsets;

/** Builds safetensors files. */
final class SafetensorsFile {
    private final StringBuilder header = new StringBuilder("{");

    static SafetensorsFile file() {
        return new SafetensorsFile();
    }

    SafetensorsFile metadata(String key, String value) {
        return field("\"__metadata__\":{\"%s\":\"%s\"}".formatted(key, value));
    }

    SafetensorsFile tensor(String name, String dtype, String shape, long begin, long end) {
        return field("\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                .formatted(name, dtype, shape, begin, end));
    }

    SafetensorsFile field(String json) {
        header.append(header.length() > 1 ? "," : "").append(json);
        return this;
    }

    /** The file with that many bytes of tensors. */
    byte[] with(int bytesOfTensors) {
        return withHeaderOf(header.length() + 1, bytesOfTensors);
    }

    /** The file whose header claims a length. */
    byte[] withHeaderOf(long claimed, int bytesOfTensors) {
        Bytes file = bytes().u64(claimed).raw((header + "}").getBytes(StandardCharsets.UTF_8));
        return file.zeros(bytesOfTensors).toBytes();
    }
}
