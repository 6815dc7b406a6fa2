package io.casemate.scan.tensorflow;

import io.casemate.scan.protobuf.ProtoReader;
import java.util.List;

/**
 * What the index of a checkpoint says of one tensor (BundleEntryProto).
 *
 * @param type TensorFlow's number of the element type
 * @param shard number of the data file
 * @param offset where in it the tensor begins
 * @param length how many bytes it has
 */
record BundleEntry(int type, List<Long> shape, long shard, long offset, long length) {
    static BundleEntry read(ProtoReader entry) {
        int type = 0;
        List<Long> shape = List.of();
        long shard = 0;
        long offset = 0;
        long length = 0;
        while (entry.next()) {
            switch (entry.number()) {
                case 1 -> type = (int) entry.value();
                case 2 -> shape = TensorTypes.shape(entry.message());
                case 3 -> shard = entry.value();
                case 4 -> offset = entry.value();
                case 5 -> length = entry.value();
                default -> {}
            }
        }
        return new BundleEntry(type, shape, shard, offset, length);
    }
}
