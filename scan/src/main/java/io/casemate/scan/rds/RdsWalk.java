package io.casemate.scan.rds;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Inspection;
import java.util.ArrayList;
import java.util.List;

/** Walks one object with all that is in it. Types as R numbers them (Rinternals.h, serialize.c). */
final class RdsWalk {
    private static final int DEPTH_MAX = 100;
    private static final int TEXT_MAX = 64 << 10;
    private static final int NAMES_MAX = 1_000_000;
    private static final int HAS_ATTRIBUTES = 1 << 9;
    private static final int HAS_TAG = 1 << 10;
    private static final int SYMBOL = 1;
    private static final int FUNCTION = 3;
    private static final int PROMISE = 5;
    private static final int CALL = 6;
    private static final int CODE = 21;
    private static final int ATTRIBUTED_LIST = 239;
    private static final int ATTRIBUTED_CALL = 240;
    private static final int REPEATED = 243;
    private static final int TO_BE_REPEATED = 244;
    private static final int UNBOUND = 252;

    private final RdsInput input;
    private final Inspection inspection;
    private final Seen seen;
    private final List<String> references = new ArrayList<>();
    private int environments;

    RdsWalk(RdsInput input, Seen seen, Inspection inspection) {
        this.input = input;
        this.seen = seen;
        this.inspection = inspection;
    }

    /** Reads one item; the text of a symbol or a text, else nothing. */
    String item(int depth) {
        return item(input.integer(), depth);
    }

    private String item(int flags, int depth) {
        if (depth > DEPTH_MAX) {
            throw new IndexOutOfBoundsException("nested deeper than %d levels".formatted(DEPTH_MAX));
        }
        inspection.step();
        int type = flags & 0xff;
        if (isPair(type)) {
            pairs(flags, depth);
            return "";
        }
        String text = plain(type, flags, depth);
        if ((flags & HAS_ATTRIBUTES) != 0 && type != 9 && type < 238) {
            item(depth + 1);
        }
        return text;
    }

    private static boolean isPair(int type) {
        return type == 2 || type == FUNCTION || type == PROMISE || type == CALL || type == 17;
    }

    private String plain(int type, int flags, int depth) {
        switch (type) {
            case 0, 25, 241, 242, 250, 251, 252, 253, 254 -> {} // nothing, all attributes, and what R itself has
            case SYMBOL -> {
                String name = item(depth + 1);
                seen.symbol(name);
                return remember(name);
            }
            case 4 -> environment(depth);
            case 7, 8 -> seen.symbol(input.text(input.length(), TEXT_MAX)); // functions of R by name
            case 9 -> {
                return text();
            }
            case 10, 13 -> vector(4, 1);
            case 14 -> vector(8, 1);
            case 15 -> vector(16, 2);
            case 16, 19, 20 -> items(depth);
            case CODE -> {
                input.integer(); // how many calls are repeated in it
                code(depth);
            }
            case 22 -> {
                remember("");
                item(depth + 1);
                item(depth + 1);
            }
            case 23 -> remember("");
            case 24 -> vector(1, 1);
            case 238 -> {
                for (int i = 0; i < 3; i++) {
                    item(depth + 1); // class, state and attributes of a compact vector
                }
            }
            case 247, 248, 249 -> namespace(depth);
            case 255 -> {
                return reference(flags);
            }
            default ->
                throw new IndexOutOfBoundsException("no object is of type %d at %d".formatted(type, input.position()));
        }
        return "";
    }

    private String reference(int flags) {
        int packed = flags >>> 8;
        int index = packed == 0 ? input.integer() : packed;
        if (index < 1 || index > references.size()) {
            throw new IndexOutOfBoundsException("a reference to %d of %d".formatted(index, references.size()));
        }
        return references.get(index - 1);
    }

    private String remember(String name) {
        if (references.size() == NAMES_MAX) {
            throw new IndexOutOfBoundsException("more than %d names".formatted(NAMES_MAX));
        }
        references.add(name);
        return name;
    }

    private String text() {
        int length = input.integer();
        if (length < -1) {
            throw new IndexOutOfBoundsException("a negative length at %d".formatted(input.position()));
        }
        return length < 0 ? "" : input.text(length, TEXT_MAX);
    }

    /** Chains of pairs are walked in a loop: they are as long as they are, not as deep. */
    private void pairs(int first, int depth) {
        int flags = first;
        for (int type = flags & 0xff; isPair(type); type = flags & 0xff) {
            inspection.step();
            if ((flags & HAS_ATTRIBUTES) != 0) {
                item(depth + 1);
            }
            if ((flags & HAS_TAG) != 0) {
                item(depth + 1);
            }
            int head = input.integer();
            evaluated(type, head & 0xff);
            int dangers = seen.dangers();
            String name = item(head, depth + 1);
            if (type == CALL) {
                seen.called(name);
            }
            flags = input.integer();
            if (type == PROMISE) {
                item(flags, depth + 1); // its expression
                if ((head & 0xff) == UNBOUND && seen.dangers() > dangers) {
                    seen.promise();
                }
                return;
            }
        }
        item(flags, depth + 1);
    }

    /** An environment may honestly hold promises that nobody asked for: arguments of the function that made it. */
    private void evaluated(int type, int headType) {
        if (type == FUNCTION || (type == PROMISE && environments > 0)) {
            seen.function();
        } else if (type == PROMISE && headType == UNBOUND) {
            seen.promise();
        } else if (type == CALL) {
            seen.call();
        }
    }

    private void environment(int depth) {
        remember("");
        input.integer(); // locked or not
        environments++;
        for (int i = 0; i < 4; i++) {
            item(depth + 1);
        }
        environments--;
    }

    private void namespace(int depth) {
        input.integer();
        long length = input.length();
        for (long i = 0; i < length; i++) {
            item(depth + 1);
        }
        remember("");
    }

    private void vector(int bytesEach, int wordsEach) {
        input.numbers(input.length(), bytesEach, wordsEach, inspection::step);
    }

    private void items(int depth) {
        long length = input.length();
        for (long i = 0; i < length; i++) {
            String text = item(depth + 1);
            Snippet.codeIn(text)
                    .ifPresent(code -> inspection.found(
                            "rds/code", input.position(), "a text holds code: %s".formatted(Snippet.quoted(code))));
        }
    }

    /** Compiled code: instructions, then constants. */
    private void code(int depth) {
        if (depth > DEPTH_MAX) {
            throw new IndexOutOfBoundsException("nested deeper than %d levels".formatted(DEPTH_MAX));
        }
        seen.function();
        item(depth + 1);
        long constants = input.integer();
        for (long i = 0; i < constants; i++) {
            int type = input.integer();
            if (type == CODE) {
                code(depth + 1);
            } else {
                constant(type, depth + 1);
            }
        }
    }

    /** A constant, and its text where it is a symbol; of calls the parts follow, written once and named where they repeat. */
    private String constant(int first, int depth) {
        if (depth > DEPTH_MAX) {
            throw new IndexOutOfBoundsException("nested deeper than %d levels".formatted(DEPTH_MAX));
        }
        int type = first;
        while (true) {
            inspection.step();
            if (type == TO_BE_REPEATED) {
                input.integer();
                type = input.integer();
            }
            if (type == REPEATED) {
                input.integer();
                return "";
            }
            if (type != CALL && type != 2 && type != ATTRIBUTED_CALL && type != ATTRIBUTED_LIST) {
                return item(depth + 1);
            }
            if (type == ATTRIBUTED_CALL || type == ATTRIBUTED_LIST) {
                item(depth + 1);
            }
            boolean call = type == CALL || type == ATTRIBUTED_CALL;
            item(depth + 1); // its tag
            String name = constant(input.integer(), depth + 1);
            if (call) {
                seen.called(name);
            }
            type = input.integer();
        }
    }
}
