package io.casemate.scan.engine;

import io.casemate.scan.call.Judge;
import io.casemate.scan.digest.BlobName;
import io.casemate.scan.indicator.Sweep;
import io.casemate.scan.result.Coverage;
import io.casemate.scan.result.FileReport;
import io.casemate.scan.result.Location;
import io.casemate.scan.rule.Rules;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.spi.Stopped;
import io.casemate.scan.spi.Tensor;
import io.casemate.scan.weight.Baseline;
import io.casemate.scan.weight.Comparison;
import io.casemate.scan.weight.TensorChange;
import io.casemate.scan.weight.TensorPass;
import io.casemate.scan.weight.TensorPass.Part;
import io.casemate.scan.weight.TensorStatistics;
import io.casemate.scan.weight.WeightReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One file with all that is in it: routes each content to who reads it, and accounts for every byte. Used by one thread, which may
 * have another one look ahead in a large file.
 */
final class FileReading {
    private static final String BECAME_SHORTER = "it became shorter while it was read";

    /** A file as large as this may be read by a second thread, and must be mapped for it. */
    static final long SHARED_FROM_BYTES = 32L << 20;

    private static final int TENSORS_MAX = 50_000;
    private static final int BLOCK_BYTES = 1 << 18;
    private static final long GROWN_BYTES_MIN = 256L << 20;
    private static final int GROWN_RATIO = 500;

    private final Content root;
    private final List<FormatScanner> scanners;
    private final Rules rules;
    private final Judge judge;
    private final Budget budget;
    private final Dossier dossier = new Dossier();
    private final FileDigest digest;
    private final Lookahead lookahead;
    private final List<TensorStatistics> weights = new ArrayList<>();
    private final List<Tensor> tensors = new ArrayList<>();
    private boolean keepsTensors;
    private boolean weighs = true;
    private int seenTensors;
    /** How deep contents lie in contents. */
    private int inArchives;

    FileReading(Content root, List<FormatScanner> scanners, Rules rules, Judge judge, Budget budget) {
        this(root, scanners, rules, judge, budget, SHARED_FROM_BYTES);
    }

    /** The same; only where the file is at least so large may another thread look ahead in it. */
    FileReading(
            Content root, List<FormatScanner> scanners, Rules rules, Judge judge, Budget budget, long sharedFromBytes) {
        this.root = root;
        this.digest = new FileDigest(root);
        this.lookahead = new Lookahead(root, digest, sharedFromBytes);
        this.scanners = scanners;
        this.rules = rules;
        this.judge = judge;
        this.budget = budget;
    }

    Budget budget() {
        return budget;
    }

    Dossier dossier() {
        return dossier;
    }

    Judge judge() {
        return judge;
    }

    void found(Content content, String rule, long offset, String message) {
        dossier.found(rules.of(rule), place(content, offset), message);
    }

    void gap(Content content, long offset, String what) {
        dossier.gap(place(content, offset), what);
    }

    /**
     * Takes the statistics of a tensor. Its bytes are hashed at the same time, while they are at hand.
     *
     * @return the bytes of the tensor in which executables are to be sought
     */
    List<Part> weigh(Tensor tensor) {
        lookahead.end(); // what is hashed here is hashed while it is weighed
        List<Part> all = List.of(new Part(0, tensor.bytes().byteSize()));
        if (seenTensors == TENSORS_MAX) {
            gap(root, -1, "of more than %,d tensors no statistics were made".formatted(TENSORS_MAX));
        }
        seenTensors++;
        if (seenTensors > TENSORS_MAX) {
            return all;
        }
        if (keepsTensors) {
            tensors.add(tensor);
        }
        if (!weighs) {
            return all;
        }
        var pass = new TensorPass(tensor);
        long begin = digest.offsetOf(tensor.bytes());
        long done = 0;
        for (long n = pass.advance(BLOCK_BYTES); n > 0; n = pass.advance(BLOCK_BYTES)) {
            done += n;
            if (begin >= 0) {
                digest.upTo(begin + done);
            }
            budget.checkDeadline();
        }
        weights.add(pass.result());
        return pass.unusual();
    }

    /** Everything there is in the file: routes it, weighs it, sums up. */
    FileReport report() {
        return report(List.of());
    }

    /**
     * The same, compared with an earlier version.
     *
     * @param before the tensors of that version; none where there is none
     */
    FileReport report(List<Tensor> before) {
        keepsTensors = !before.isEmpty();
        List<TensorChange> changes = new ArrayList<>();
        long understood = 0;
        try {
            understood = route(root, 0);
            tellOf(root, new WeightReport(weights)::tell);
            if (keepsTensors) {
                changes.addAll(Baseline.compare(before, tensors, budget::checkDeadline));
                tellOf(root, new Comparison(changes)::tell);
            }
        } catch (Stopped stopped) {
            gap(root, -1, String.valueOf(stopped.getMessage()));
        } catch (InternalError changed) {
            gap(root, -1, BECAME_SHORTER);
        } finally {
            lookahead.end();
        }
        String sha256 = digest.finish();
        tellOf(root, inspection -> BlobName.check(root.name(), sha256, inspection));
        grown();
        var coverage = new Coverage(understood, root.size());
        return dossier.report(root.name(), sha256, coverage, new WeightReport(weights), changes);
    }

    /** Nothing but the tensors of the file, as far as they can be read. */
    List<Tensor> tensors() {
        keepsTensors = true;
        weighs = false;
        try {
            route(root, 0);
        } catch (Stopped stopped) {
            return List.copyOf(tensors);
        } finally {
            lookahead.end();
        }
        return List.copyOf(tensors);
    }

    /** A part of a content is a content of its own: what was found ahead is not what would be found afterwards. */
    void claimed(Content content) {
        if (content == root) {
            lookahead.end();
        }
    }

    /** Each archive alone may keep below what makes a bomb; what is unpacked of all of them together does not. */
    private void grown() {
        long unpacked = budget.unpackedBytes();
        if (inArchives > 1 && unpacked > GROWN_BYTES_MIN && unpacked / GROWN_RATIO > root.size()) {
            found(
                    root,
                    "content/bomb",
                    -1,
                    "archives in the file unpack to %,d bytes, %,d times its size"
                            .formatted(unpacked, unpacked / Math.max(1, root.size())));
        }
    }

    private void tellOf(Content content, Consumer<Inspection> told) {
        told.accept(accepted(content, 0, 0));
    }

    /** A reading that is no format's, and passes on at once what it is told. */
    private Reading accepted(Content content, int depth, long base) {
        var reading = new Reading(this, "", content, depth, base);
        reading.accept();
        return reading;
    }

    /**
     * Has a content read by whom its bytes call for.
     *
     * @return how many of its bytes were understood, here or in contents inside
     */
    long route(Content content, int depth) {
        if (content.size() == 0) {
            return 0;
        }
        try {
            budget.checkDeadline();
            budget.member();
        } catch (Stopped stopped) {
            gap(content, -1, String.valueOf(stopped.getMessage()));
            return 0;
        }
        inArchives = Math.max(inArchives, depth);
        tellOf(content, inspection -> FileName.check(content, inspection));
        if (depth > budget.limits().depthMax()) {
            found(content, "content/nesting", -1, "archives lie in archives too deeply to be followed");
            gap(
                    content,
                    -1,
                    "contents are nested deeper than %d"
                            .formatted(budget.limits().depthMax()));
            return 0;
        }
        List<Reading> readings = readings(content, depth);
        var understood = new Spans();
        var inner = new Spans();
        var tensors = new Spans();
        var unusual = new Spans();
        long missing = 0;
        for (Reading reading : readings) {
            understood.addAll(reading.understood());
            inner.addAll(reading.inner());
            tensors.addAll(reading.tensors());
            unusual.addAll(reading.unusual());
            missing += reading.missing();
        }
        if (readings.isEmpty()) {
            gap(content, -1, "no scanner recognises this format (%s)".formatted(Leftovers.beginning(content)));
            sweep(content, inner, tensors, unusual, depth);
            return 0;
        }
        long lost = new Leftovers(this, scanners).read(content, understood.missing(content.size()), inner, depth);
        sweep(content, inner, tensors, unusual, depth);
        return Math.max(0, content.size() - lost - missing);
    }

    /** Looks for what may hide in any format, in the bytes that are not contents of their own. */
    private void sweep(Content content, Spans inner, Spans tensors, Spans unusual, int depth) {
        boolean plain = inner.isEmpty() && tensors.isEmpty() && unusual.isEmpty();
        if (content == root && plain && lookahead.tell(accepted(content, depth, 0))) {
            return;
        }
        for (Spans.Span span : inner.missing(content.size())) {
            Reading reading = accepted(content, depth, span.offset());
            try {
                Sweep.run(
                        content.slice(span.offset(), span.length()),
                        tensors.within(span),
                        unusual.within(span),
                        reading);
            } catch (Stopped stopped) {
                throw stopped;
            } catch (RuntimeException | StackOverflowError mistake) {
                gap(
                        content,
                        span.offset(),
                        "the search for secrets and programs failed on it (%s); please report this"
                                .formatted(mistake.getClass().getSimpleName()));
            }
        }
    }

    /** Reads by all who are certain; where nobody is, by those for whom it is possible, until one accepts it. */
    private List<Reading> readings(Content content, int depth) {
        List<Reading> readings = new ArrayList<>();
        List<FormatScanner> possible = new ArrayList<>();
        for (FormatScanner scanner : scanners) {
            switch (recognition(scanner, content)) {
                case CERTAIN -> {
                    Reading reading = read(scanner, content, depth, true);
                    if (reading.accepted()) {
                        readings.add(reading);
                    }
                }
                case POSSIBLE -> possible.add(scanner);
                case NO -> {
                    // not its format
                }
            }
        }
        for (FormatScanner scanner : possible) {
            if (!readings.isEmpty()) {
                break;
            }
            Reading reading = read(scanner, content, depth, false);
            if (reading.accepted()) {
                readings.add(reading);
            }
        }
        return readings;
    }

    static Recognition recognition(FormatScanner scanner, Content content) {
        try {
            return scanner.recognises(content);
        } catch (IndexOutOfBoundsException tooShort) {
            return Recognition.NO;
        } catch (RuntimeException | StackOverflowError mistake) {
            return Recognition.POSSIBLE; // reading it then says what is wrong
        }
    }

    /** Where a failure of a scanner becomes a gap. */
    private Reading read(FormatScanner scanner, Content content, int depth, boolean certain) {
        var reading = new Reading(this, scanner.id(), content, depth, 0);
        if (content == root && scanner.whole()) {
            lookahead.begin(reading);
        }
        String failure = "";
        try {
            scanner.scan(content, reading);
        } catch (Stopped stopped) {
            failure = String.valueOf(stopped.getMessage());
        } catch (IndexOutOfBoundsException outside) {
            failure = "it is cut short, or its structure points outside of it";
        } catch (OutOfMemoryError memory) {
            failure = "there was too little memory to read it";
        } catch (InternalError changed) {
            failure = BECAME_SHORTER;
        } catch (RuntimeException | StackOverflowError mistake) {
            failure = "the %s scanner failed on it (%s); please report this"
                    .formatted(scanner.id(), mistake.getClass().getSimpleName());
        }
        if (certain && !reading.rejected()) {
            reading.accept();
        }
        if (reading.accepted()) {
            if (!failure.isEmpty()) {
                gap(content, -1, failure);
            }
        }
        return reading;
    }

    private Location place(Content content, long offset) {
        String prefix = root.name() + "!";
        String member = content.name().startsWith(prefix) ? content.name().substring(prefix.length()) : "";
        return new Location(member, offset);
    }
}
