package io.casemate.scan.bytecode;

/** Where jumps go and what they do to the stack. Bytes up to 3.9, instructions from 3.10; all relative from 3.11. */
final class Jumps {
    /**
     * What a jump does.
     *
     * @param always whether it is always taken
     * @param takenDrops values it takes where it jumps
     * @param takenPushes values it leaves where it jumps
     * @param passedDrops values it takes where it goes on
     * @param passedPushes values it leaves where it goes on
     */
    record Effect(boolean always, int takenDrops, int takenPushes, int passedDrops, int passedPushes) {}

    private Jumps() {}

    static boolean isJump(String name) {
        return switch (name) {
            case "FOR_ITER", "SEND", "CONTINUE_LOOP", "CALL_FINALLY" -> true;
            default -> name.startsWith("JUMP_") || name.startsWith("POP_JUMP_");
        };
    }

    static int target(String name, int argument, int next, PythonVersion version) {
        int distance = version.atLeast(PythonVersion.V3_10) ? argument : argument / 2;
        if (name.contains("BACKWARD")) {
            return next - distance;
        }
        boolean relative = version.atLeast(PythonVersion.V3_11)
                || name.equals("FOR_ITER")
                || name.equals("JUMP_FORWARD")
                || name.equals("CALL_FINALLY");
        return relative ? next + distance : distance;
    }

    static Effect effect(String name, PythonVersion version) {
        if (name.startsWith("POP_JUMP_")) {
            return new Effect(false, 1, 0, 1, 0);
        }
        return switch (name) {
            case "FOR_ITER" ->
                version.atLeast(PythonVersion.V3_12) ? new Effect(false, 0, 1, 0, 1) : new Effect(false, 1, 0, 0, 1);
            case "SEND" ->
                version.atLeast(PythonVersion.V3_12) ? new Effect(false, 0, 0, 0, 0) : new Effect(false, 1, 0, 0, 0);
            case "JUMP_IF_FALSE_OR_POP", "JUMP_IF_TRUE_OR_POP" -> new Effect(false, 0, 0, 1, 0);
            case "JUMP_IF_NOT_EXC_MATCH" -> new Effect(false, 2, 0, 2, 0);
            case "CALL_FINALLY" -> new Effect(false, 0, 1, 0, 0);
            default -> new Effect(true, 0, 0, 0, 0);
        };
    }
}
