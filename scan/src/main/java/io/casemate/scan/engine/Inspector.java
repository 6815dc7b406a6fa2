package io.casemate.scan.engine;

import io.casemate.scan.cache.KeptResults;
import io.casemate.scan.call.Judge;
import io.casemate.scan.digest.BlobName;
import io.casemate.scan.result.Coverage;
import io.casemate.scan.result.FileReport;
import io.casemate.scan.result.Location;
import io.casemate.scan.rule.Rules;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Family;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Limits;
import io.casemate.scan.spi.Tensor;
import io.casemate.scan.weight.WeightReport;
import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Makes the report of one file. Small files are read, large ones mapped.
 *
 * @param nanos a clock that only goes forward, for deadlines
 * @param claimed told of each file that was read as a part of another one
 * @param kept results of earlier scans
 */
public record Inspector(
        List<FormatScanner> scanners,
        Rules rules,
        Judge judge,
        Limits limits,
        LongSupplier nanos,
        Consumer<Path> claimed,
        KeptResults kept) {
    private static final int MAPPED_FROM_BYTES = 1 << 18;

    /** One that keeps no results. */
    public Inspector(
            List<FormatScanner> scanners,
            Rules rules,
            Judge judge,
            Limits limits,
            LongSupplier nanos,
            Consumer<Path> claimed) {
        this(scanners, rules, judge, limits, nanos, claimed, KeptResults.NONE);
    }

    public Inspector {
        scanners = List.copyOf(scanners);
    }

    /** What is known of a file; never throws for what lies in it. */
    public FileReport inspect(Path file) {
        var asked = new AtomicBoolean();
        return open(file, asked, content -> kept(content, asked));
    }

    /** The same, with what became of each tensor since an earlier version. */
    public FileReport inspect(Path file, Path earlier) {
        return open(earlier, new AtomicBoolean(), before -> {
            List<Tensor> tensors = reading(before).tensors();
            return open(file, new AtomicBoolean(), content -> reading(content).report(tensors));
        });
    }

    /** What is known of a content that is a whole file. */
    public FileReport inspect(Content content) {
        return reading(content).report();
    }

    /** An earlier result for the same bytes, or a new one. One that depends on other files or on the folder is not kept. */
    private FileReport kept(Content content, AtomicBoolean asked) {
        if (!kept.keeps() || limits.explain() || BlobName.digest(content.name()).isPresent()) {
            return inspect(content);
        }
        var digest = new FileDigest(content);
        FileReport report = kept.find(digest.finish(), content.simpleName())
                .map(earlier -> earlier.at(content.name()))
                .orElseGet(() -> inspect(content));
        if (!asked.get()) {
            kept.keep(content.simpleName(), report);
        }
        return report;
    }

    private FileReading reading(Content content) {
        return new FileReading(content, scanners, rules, judge, new Budget(limits, nanos));
    }

    private FileReport open(Path file, AtomicBoolean asked, Function<Content, FileReport> work) {
        String path = slashed(file);
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                return unreadable(path, attributes.isDirectory() ? folder(file) : "it is no regular file");
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                    Arena arena = arena(attributes.size())) {
                Family family = name -> {
                    asked.set(true);
                    Path folder = file.toAbsolutePath().normalize().getParent();
                    return new Neighbours(folder == null ? file : folder, arena, claimed).sibling(name);
                };
                return work.apply(content(path, channel, arena, family));
            }
        } catch (InternalError changed) {
            return unreadable(path, "it became shorter while it was read");
        } catch (AccessDeniedException e) {
            return unreadable(path, "permission to read it is missing");
        } catch (NoSuchFileException e) {
            return unreadable(path, Files.isSymbolicLink(file) ? "it is a link to nothing" : "it went away");
        } catch (IOException e) {
            return unreadable(path, "it cannot be read (%s)".formatted(e.getMessage()));
        }
    }

    /** What the bytes of a file live in: only those of large ones are read by more than one thread. */
    private static Arena arena(long size) {
        return size >= FileReading.SHARED_FROM_BYTES ? Arena.ofShared() : Arena.ofConfined();
    }

    private static Content content(String path, FileChannel channel, Arena arena, Family family) throws IOException {
        long size = channel.size();
        if (size == 0 && channel.read(ByteBuffer.allocate(1)) > 0) {
            throw new IOException("it says that it is empty and is not");
        }
        if (size >= MAPPED_FROM_BYTES) {
            return new Content(path, channel.map(MapMode.READ_ONLY, 0, size, arena), family);
        }
        var buffer = ByteBuffer.allocate((int) size);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // goes on until the end
        }
        byte[] bytes = buffer.hasRemaining() ? Arrays.copyOf(buffer.array(), buffer.position()) : buffer.array();
        return new Content(path, bytes, family);
    }

    private static String folder(Path file) {
        return Files.isSymbolicLink(file)
                ? "it is a link to a folder elsewhere, which was not followed"
                : "it is a folder that cannot be entered";
    }

    private static String slashed(Path file) {
        String path = file.toString();
        return File.separatorChar == '/' ? path : path.replace(File.separatorChar, '/');
    }

    private static FileReport unreadable(String path, String why) {
        var dossier = new Dossier();
        dossier.gap(new Location("", -1), why);
        return dossier.report(path, "", new Coverage(0, 0), new WeightReport(List.of()), List.of());
    }
}
