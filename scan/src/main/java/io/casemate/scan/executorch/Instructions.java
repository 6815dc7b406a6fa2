package io.casemate.scan.executorch;

import io.casemate.scan.flatbuffer.Table;
import io.casemate.scan.spi.Inspection;

/** Looks whether the instructions of a method point at what there is. Runtimes on devices are often built without checks. */
record Instructions(Inspection inspection) {
    private static final int KERNEL = 1;
    private static final int DELEGATE = 2;
    private static final int MOVE = 3;
    private static final int JUMP = 4;
    private static final int FREE = 5;
    private static final int TOLD_MAX = 5;

    void check(Table plan) {
        long values = plan.vector(2).length();
        int told = indexes(plan.vector(3), values) ? 0 : wrong(plan.at());
        told += indexes(plan.vector(4), values) ? 0 : wrong(plan.at());
        Table.Vector chains = plan.vector(5);
        for (long i = 0; i < chains.length(); i++) {
            inspection.step();
            Table.Vector list = chains.table(i).vector(2);
            for (long j = 0; j < list.length() && told < TOLD_MAX; j++) {
                inspection.step();
                Table instruction = list.table(j);
                boolean sane = instruction
                        .table(1)
                        .map(arguments -> sane(instruction.i8(0), arguments, plan, list.length()))
                        .orElse(true);
                told += sane ? 0 : wrong(instruction.at());
            }
        }
    }

    private boolean sane(int kind, Table arguments, Table plan, long instructions) {
        long values = plan.vector(2).length();
        return switch (kind) {
            case KERNEL -> below(arguments.i32(0), plan.vector(6).length()) && indexes(arguments.vector(1), values);
            case DELEGATE -> below(arguments.i32(0), plan.vector(7).length()) && indexes(arguments.vector(1), values);
            case MOVE -> below(arguments.i32(0), values) && below(arguments.i32(1), values);
            case JUMP -> below(arguments.i32(0), values) && below(arguments.i32(1), instructions + 1);
            case FREE -> below(arguments.i32(0), values);
            default -> true;
        };
    }

    private boolean indexes(Table.Vector list, long bound) {
        for (long i = 0; i < list.length(); i++) {
            if ((i & 0xfff) == 0) {
                inspection.step();
            }
            if (!below(list.i32(i), bound)) {
                return false;
            }
        }
        return true;
    }

    private static boolean below(int index, long bound) {
        return index >= 0 && index < bound;
    }

    private int wrong(long at) {
        inspection.found(
                "executorch/out-of-bounds", at, "an instruction points at a value or an operator that there is not");
        return 1;
    }
}
