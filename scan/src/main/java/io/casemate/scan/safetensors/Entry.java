package io.casemate.scan.safetensors;

import java.util.List;

/**
 * One tensor of the header.
 *
 * @param dtype as written; "" where it is absent
 * @param shape lengths of the dimensions, as written
 * @param begin first byte, counted from the end of the header
 * @param end byte after the last
 * @param at where its name stands in the file
 */
record Entry(String name, String dtype, List<Long> shape, long begin, long end, long at) {
    Entry {
        shape = List.copyOf(shape);
    }
}
