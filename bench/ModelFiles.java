import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Writes the files that {@code bench/scan.sh} scans: {@code java bench/ModelFiles.java FOLDER}. Seeded: always the same bytes.
 * Opcodes as in CPython's Lib/pickletools.py.
 */
public final class ModelFiles {
    private static final int EMPTY_LIST = ']';
    private static final int EMPTY_DICT = '}';
    private static final int MARK = '(';
    private static final int APPENDS = 'e';
    private static final int SETITEMS = 'u';
    private static final int MEMOIZE = 0x94;
    private static final int SHORT_BINUNICODE = 0x8c;
    private static final int BINFLOAT = 'G';
    private static final int BININT1 = 'K';
    private static final int BINGET = 'h';
    private static final int TUPLE2 = 0x86;
    private static final int STOP = '.';
    private static final int BATCH = 1000;
    private static final int ROW_BYTES = 40;
    private static final int TENSORS = 100;
    private static final int TENSOR_BYTES = 10 << 20;

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_121L);
        rows(folder.resolve("tiny.pkl"), 1, random);
        rows(folder.resolve("dense-21.pkl"), 21_000_000 / ROW_BYTES, random);
        rows(folder.resolve("dense-210.pkl"), 210_000_000 / ROW_BYTES, random);
        Path small = Files.createDirectories(folder.resolve("small-5000"));
        for (int i = 0; i < 5000; i++) {
            rows(small.resolve("model-%04d.pkl".formatted(i)), 8 + random.nextInt(8), random);
        }
        checkpoint(folder.resolve("checkpoint-1g.safetensors"), random);
    }

    /** A list of small dictionaries, {"x": float, "n": (int, int), "id": text}, {@value #ROW_BYTES} bytes each. */
    private static void rows(Path file, int count, RandomGenerator random) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            out.write(new byte[] {(byte) 0x80, 4});
            for (String key : new String[] {"x", "n", "id"}) { // memo 0 to 2; the list keeps them first
                text(out, key);
            }
            out.write(new byte[] {(byte) 0x87, (byte) MEMOIZE, '0'}); // TUPLE3, forgotten again
            out.write(EMPTY_LIST);
            out.write(MEMOIZE);
            for (int row = 0; row < count; row++) {
                if (row % BATCH == 0) {
                    out.write(MARK);
                }
                row(out, row, random);
                if (row % BATCH == BATCH - 1 || row == count - 1) {
                    out.write(APPENDS);
                }
            }
            out.write(STOP);
        }
    }

    private static void row(DataOutputStream out, int row, RandomGenerator random) throws IOException {
        out.write(new byte[] {EMPTY_DICT, (byte) MEMOIZE, MARK, BINGET, 0, BINFLOAT});
        out.writeDouble(random.nextDouble());
        out.write(new byte[] {BINGET, 1, BININT1, (byte) random.nextInt(256), BININT1, (byte) row});
        out.write(new byte[] {(byte) TUPLE2, (byte) MEMOIZE, BINGET, 2});
        text(out, "row_%08d".formatted(row));
        out.write(SETITEMS);
    }

    private static void text(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(SHORT_BINUNICODE);
        out.write(bytes.length);
        out.write(bytes);
        out.write(MEMOIZE);
    }

    /** Normal float32 weights, {@value #TENSORS} tensors of 10 MiB. */
    private static void checkpoint(Path file, RandomGenerator random) throws IOException {
        var header = new StringBuilder("{");
        for (int i = 0; i < TENSORS; i++) {
            header.append(i == 0 ? "" : ",")
                    .append("\"layer.%d.weight\":{\"dtype\":\"F32\",\"shape\":[2560,1024],\"data_offsets\":[%d,%d]}"
                            .formatted(i, (long) i * TENSOR_BYTES, (i + 1L) * TENSOR_BYTES));
        }
        header.append("}");
        var head = new ByteArrayOutputStream();
        head.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, header.length()).array());
        head.write(header.toString().getBytes(StandardCharsets.US_ASCII));
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(head.toByteArray());
            ByteBuffer tensor = ByteBuffer.allocate(TENSOR_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < TENSORS; i++) {
                tensor.clear();
                while (tensor.hasRemaining()) {
                    tensor.putFloat((float) (random.nextGaussian() * 0.02));
                }
                out.write(tensor.array());
            }
        }
    }

    private ModelFiles() {}
}
