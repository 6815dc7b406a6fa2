package io.casemate.scan.executorch;

import io.casemate.scan.executorch.Segments.Segment;
import io.casemate.scan.flatbuffer.Table;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Tensor;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The program in the root table. Fields by number as in the schema. */
final class Program {
    private static final int ITEMS_A_STEP = 256;

    private final Content content;
    private final Inspection inspection;
    private final Segments segments;
    private final Constants constants;
    private final Delegates delegates;
    private final Set<Long> told = new HashSet<>();

    Program(Content content, Inspection inspection) {
        this.content = content;
        this.inspection = inspection;
        this.segments = new Segments(content, inspection);
        this.constants = new Constants(content, segments, inspection);
        this.delegates = new Delegates(content, segments, inspection);
    }

    void read() {
        Table program = Table.root(content);
        segments.read(program);
        if (program.u32(0) != 0) {
            inspection.gap(0, "schema version %d, where 0 is known".formatted(program.u32(0)));
        }
        Table.Vector plans = program.vector(1);
        if (plans.length() == 0) {
            inspection.gap(0, "the program has no method to run");
        }
        for (long i = 0; i < plans.length(); i++) {
            inspection.step();
            plan(program, plans.table(i));
        }
        namedData(program.vector(7));
        inspection.read(0, segments.programEnd());
    }

    private void plan(Table program, Table plan) {
        inspection.fact("method", Snippet.shown(plan.text(0)));
        new Operators(inspection).tell(plan.vector(6));
        delegates.tell(program, plan.vector(7));
        Table.Vector values = plan.vector(2);
        for (long i = 0; i < values.length(); i++) {
            stepAt(i);
            Table value = values.table(i);
            if (value.i8(0) == Constants.TENSOR) {
                value.table(1).ifPresent(tensor -> constants.tell(program, plan, tensor));
            }
        }
        new Instructions(inspection).check(plan);
    }

    /** Data that backends look up by name: weights mostly, a library for some. */
    private void namedData(Table.Vector named) {
        for (long i = 0; i < named.length(); i++) {
            stepAt(i);
            Table entry = named.table(i);
            String name = entry.text(0);
            Optional<Segment> segment = segments.segment(entry.u32(1));
            if (segment.isEmpty()) {
                inspection.found(
                        "executorch/out-of-bounds",
                        entry.at(),
                        "the data named %s lie in no segment".formatted(Snippet.quoted(name)));
            } else if (told.add(segment.get().offset())) {
                data(name, segment.get());
            }
        }
    }

    private void data(String name, Segment segment) {
        Content bytes =
                content.slice("%s!%s".formatted(content.name(), Snippet.shown(name)), segment.offset(), segment.size());
        if (Delegates.isLibrary(bytes)) {
            inspection.nested(bytes, segment.offset(), segment.size());
        } else {
            inspection.tensor(new Tensor(
                    Snippet.shown(name), ElementType.PACKED, List.of(segment.size()), bytes.bytes(), segment.offset()));
        }
    }

    private void stepAt(long index) {
        if (index % ITEMS_A_STEP == 0) {
            inspection.step();
        }
    }
}
