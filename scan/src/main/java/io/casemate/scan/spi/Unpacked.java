package io.casemate.scan.spi;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a compressed stream: all of it, or its beginning where the stream was broken or a bomb. Up to 4 MiB lie in
 * the heap; more lies in a temporary file of the owner's alone, which has no name any more once it is mapped.
 *
 * @param bytes what could be unpacked, read only
 * @param ending how the stream ended
 * @param problem why it ended early, in words; "" where it is whole
 */
public record Unpacked(MemorySegment bytes, Ending ending, String problem) {
    /** How a stream ended. */
    public enum Ending {
        WHOLE,
        /** The compressed bytes are damaged, end early, or could not be kept. */
        BROKEN,
        /** It grows beyond all proportion: more than {@link #BOMB_RATIO} times, over {@link #BOMB_BYTES_MIN} bytes. */
        BOMB
    }

    /** Growth that only bombs and blank data have. */
    public static final int BOMB_RATIO = 200;

    /** Below this nothing is a bomb. */
    public static final long BOMB_BYTES_MIN = 64L << 20;

    /** Of a bomb only the beginning is worth reading. */
    private static final int BOMB_KEPT_BYTES = 1 << 20;

    private static final int HEAP_BYTES_MAX = 4 << 20;
    private static final int CHUNK_BYTES = 64 << 10;

    /** What opens a stream that unpacks; may fail at its head. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** Whether all was unpacked. */
    public boolean whole() {
        return ending == Ending.WHOLE;
    }

    /**
     * Unpacks a stream to its end and closes it. Asks for the bytes as they come, so that a spent budget stops it.
     *
     * @param source what unpacks; decoders of others may throw what they like at damaged bytes
     * @param packedBytes how many bytes it unpacks from, for the proportion
     */
    public static Unpacked of(Source source, long packedBytes, Inspection inspection) {
        try (var store = new Store()) {
            return unpack(store, source, packedBytes, inspection);
        } catch (IOException e) {
            return new Unpacked(MemorySegment.NULL, Ending.BROKEN, "no room for unpacked bytes: " + e.getMessage());
        }
    }

    private static Unpacked unpack(Store store, Source source, long packedBytes, Inspection inspection)
            throws IOException {
        String problem;
        try (InputStream stream = source.open()) {
            return fill(store, stream, packedBytes, inspection);
        } catch (Stopped e) {
            throw e;
        } catch (Full e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            problem = words(e);
        }
        return new Unpacked(store.bytes(), Ending.BROKEN, problem);
    }

    private static Unpacked fill(Store store, InputStream stream, long packedBytes, Inspection inspection)
            throws IOException {
        byte[] chunk = new byte[CHUNK_BYTES];
        int count = stream.read(chunk);
        while (count >= 0) {
            inspection.step();
            inspection.spend(count);
            store.add(chunk, count);
            if (store.size > BOMB_BYTES_MIN && store.size / BOMB_RATIO > packedBytes) {
                String problem = "%d bytes grow to more than %d".formatted(packedBytes, store.size);
                return new Unpacked(store.bytes().asSlice(0, BOMB_KEPT_BYTES), Ending.BOMB, problem);
            }
            count = stream.read(chunk);
        }
        return new Unpacked(store.bytes(), Ending.WHOLE, "");
    }

    private static String words(Exception e) {
        String message = e.getMessage();
        return "it cannot be unpacked to its end" + (message == null ? "" : " (" + message + ")");
    }

    /** There is no room for what is unpacked. */
    private static final class Full extends IOException {
        private static final long serialVersionUID = 1L;

        Full(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** Grows in the heap, then in a file. */
    private static final class Store implements AutoCloseable {
        private byte[] heap = new byte[0];
        private @Nullable FileChannel file;
        private long size;

        void add(byte[] chunk, int count) throws Full {
            try {
                put(chunk, count);
            } catch (IOException e) {
                throw new Full(e);
            }
        }

        private void put(byte[] chunk, int count) throws IOException {
            if (file == null && size + count > HEAP_BYTES_MAX) {
                file = temporary();
                write(file, heap, (int) size);
                heap = new byte[0];
            }
            if (file != null) {
                write(file, chunk, count);
            } else {
                if (size + count > heap.length) {
                    heap = Arrays.copyOf(heap, (int) Math.max(size + count, Math.min(HEAP_BYTES_MAX, 2 * size)));
                }
                System.arraycopy(chunk, 0, heap, (int) size, count);
            }
            size += count;
        }

        MemorySegment bytes() throws IOException {
            MemorySegment all = file == null
                    ? MemorySegment.ofArray(heap)
                    : file.map(FileChannel.MapMode.READ_ONLY, 0, size, Arena.ofAuto());
            return all.asSlice(0, size).asReadOnly();
        }

        @Override
        public void close() throws IOException {
            if (file != null) {
                file.close();
            }
        }

        /** A file that only its owner may read, and that loses its name when it is closed; its mapping outlives that. */
        private static FileChannel temporary() throws IOException {
            Path path = Files.createTempFile("casemate-", ".unpacked");
            return FileChannel.open(
                    path,
                    Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        }

        private static void write(FileChannel file, byte[] bytes, int count) throws IOException {
            var buffer = ByteBuffer.wrap(bytes, 0, count);
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
        }
    }
}
