package io.casemate.scan.trial;

import io.casemate.scan.call.Call;
import io.casemate.scan.call.Judge;
import io.casemate.scan.call.Judgement;
import io.casemate.scan.call.Value;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Limits;
import io.casemate.scan.spi.Stopped;
import io.casemate.scan.spi.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One reading by one scanner, alone: what it told, for tests. Nested contents are kept, not followed. */
public final class Trial implements Inspection {
    /** A finding as it was told. */
    public record Told(String rule, long offset, String message) {}

    /** A gap as it was told. */
    public record Untold(long offset, String what) {}

    public final List<Told> findings = new ArrayList<>();
    public final List<Untold> gaps = new ArrayList<>();
    public final List<Content> nested = new ArrayList<>();
    public final List<Tensor> tensors = new ArrayList<>();
    public final List<String> explained = new ArrayList<>();
    public final List<String> needed = new ArrayList<>();
    public final Map<String, String> facts = new TreeMap<>();
    /** Offset to length of what was read; of several from one offset the longest. */
    public final Map<Long, Long> read = new TreeMap<>();

    public boolean accepted;
    public boolean rejected;
    private final Limits limits;
    private final Judge judge;
    private long spent;
    private long steps;

    private Trial(Limits limits, Judge judge) {
        this.limits = limits;
        this.judge = judge;
    }

    /** Lets a scanner read some bytes, under default limits, with a judge that calls everything dangerous that is named os.system. */
    public static Trial of(FormatScanner scanner, byte[] bytes) {
        return of(scanner, Content.of("trial", bytes), Limits.DEFAULT, FAKE_JUDGE);
    }

    public static Trial of(FormatScanner scanner, Content content, Limits limits, Judge judge) {
        var trial = new Trial(limits, judge);
        try {
            scanner.scan(content, trial);
        } catch (Stopped stopped) {
            trial.gap(-1, String.valueOf(stopped.getMessage()));
        } catch (IndexOutOfBoundsException e) {
            trial.gap(-1, "points outside");
        }
        return trial;
    }

    /** Ids of the rules that were found, in order, each once. */
    public List<String> rules() {
        return findings.stream().map(Told::rule).distinct().toList();
    }

    /** Whether every byte was read. */
    public boolean coveredAll(long size) {
        long reached = 0;
        for (var span : read.entrySet()) {
            if (span.getKey() > reached) {
                return false;
            }
            reached = Math.max(reached, span.getKey() + span.getValue());
        }
        return reached >= size;
    }

    @Override
    public Limits limits() {
        return limits;
    }

    @Override
    public void step() {
        steps++;
        if (steps > 100_000_000) {
            throw new Stopped("more than 100 million steps");
        }
    }

    @Override
    public void spend(long bytes) {
        spent += bytes;
        if (bytes < 0 || spent > limits.unpackedBytesMax()) {
            throw new Stopped("unpacked more than %d bytes".formatted(limits.unpackedBytesMax()));
        }
    }

    @Override
    public void found(String rule, long offset, String message) {
        findings.add(new Told(rule, offset, message));
    }

    @Override
    public Judge judge() {
        return judge;
    }

    @Override
    public void gap(long offset, String what) {
        gaps.add(new Untold(offset, what));
    }

    @Override
    public void read(long offset, long length) {
        if (length > 0) {
            read.merge(offset, length, Math::max);
        }
    }

    @Override
    public void nested(Content inner, long offset, long length) {
        nested.add(inner);
        read(offset, length);
    }

    @Override
    public void tensor(Tensor tensor) {
        tensors.add(tensor);
        if (tensor.offset() >= 0) {
            read(tensor.offset(), tensor.bytes().byteSize());
        }
    }

    @Override
    public void fact(String name, String value) {
        facts.put(name, value);
    }

    @Override
    public void needs(String module, String name) {
        needed.add(module + "." + name);
    }

    @Override
    public void explain(String line) {
        explained.add(line);
    }

    @Override
    public void accept() {
        accepted = true;
    }

    @Override
    public void reject() {
        rejected = true;
    }

    private static final Judge FAKE_JUDGE = new Judge() {
        @Override
        public Judgement call(Call call) {
            return call.function() instanceof Value.Global global ? reference(global) : unknown("calls something");
        }

        @Override
        public Judgement reference(Value.Global global) {
            return switch (global.qualified()) {
                case "os.system", "posix.system" ->
                    new Judgement(Judgement.Level.MALICIOUS, "code/dangerous-call", "calls os.system");
                case "collections.OrderedDict" -> Judgement.SAFE;
                default -> unknown("uses " + global.qualified());
            };
        }

        @Override
        public Need need(Value.Global global) {
            return reference(global).safe() ? Need.NOTHING : Need.ARGUMENTS;
        }

        private static Judgement unknown(String what) {
            return new Judgement(Judgement.Level.UNKNOWN, "code/unknown-call", what);
        }
    };
}
