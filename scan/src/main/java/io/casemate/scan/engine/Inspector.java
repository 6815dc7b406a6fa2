package io.casemate.scan.engine;

import io.casemate.scan.call.Judge;
import io.casemate.scan.result.Coverage;
import io.casemate.scan.result.FileReport;
import io.casemate.scan.result.Location;
import io.casemate.scan.rule.Rules;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Limits;
import io.casemate.scan.weight.WeightReport;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Makes the report of one file. Small files are read, large ones mapped.
 *
 * @param nanos a clock that only goes forward, for deadlines
 * @param claimed told of each file that was read as a part of another one
 */
public record Inspector(
        List<FormatScanner> scanners,
        Rules rules,
        Judge judge,
        Limits limits,
        LongSupplier nanos,
        Consumer<Path> claimed) {
    private static final int MAPPED_FROM_BYTES = 1 << 18;

    public Inspector {
        scanners = List.copyOf(scanners);
    }

    /** What is known of a file; never throws for what lies in it. */
    public FileReport inspect(Path file) {
        String path = file.toString().replace('\\', '/');
        if (!Files.isRegularFile(file)) {
            return unreadable(path, Files.exists(file) ? "it is no regular file" : "it is a link to nothing");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Arena arena = Arena.ofShared()) {
            Path folder = file.toAbsolutePath().normalize().getParent();
            var family = new Neighbours(folder == null ? file : folder, arena, claimed);
            return inspect(new Content(path, bytes(channel, arena), family));
        } catch (AccessDeniedException e) {
            return unreadable(path, "permission to read it is missing");
        } catch (NoSuchFileException e) {
            return unreadable(path, "it went away");
        } catch (IOException e) {
            return unreadable(path, "it cannot be read (%s)".formatted(e.getMessage()));
        }
    }

    /** What is known of a content that is a whole file. */
    public FileReport inspect(Content content) {
        return new FileReading(content, scanners, rules, judge, new Budget(limits, nanos)).report();
    }

    private static MemorySegment bytes(FileChannel channel, Arena arena) throws IOException {
        long size = channel.size();
        if (size >= MAPPED_FROM_BYTES) {
            return channel.map(MapMode.READ_ONLY, 0, size, arena);
        }
        var buffer = java.nio.ByteBuffer.allocate((int) size);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // goes on until the end
        }
        return MemorySegment.ofBuffer(buffer.flip()).asReadOnly();
    }

    private static FileReport unreadable(String path, String why) {
        var dossier = new Dossier();
        dossier.gap(new Location("", -1), why);
        return dossier.report(path, "", new Coverage(0, 0), new WeightReport(List.of()));
    }
}
