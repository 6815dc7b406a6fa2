package io.casemate.scan.template;

import java.util.List;

/** A Jinja expression. Offsets are characters of the template. */
sealed interface Expression {
    /** Where it begins. */
    int offset();

    /** The expressions it is made of. */
    List<Expression> parts();

    /** A variable or global. */
    record Name(int offset, String name) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of();
        }
    }

    /** A text between quotes, its escapes resolved. */
    record Text(int offset, String text) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of();
        }
    }

    /** A number; whole numbers too large for a double's precision are rounded. */
    record Numeral(int offset, double number) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of();
        }
    }

    /** {@code base.name} */
    record Attribute(int offset, Expression base, String name) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(base);
        }
    }

    /** {@code base[keys]}; a slice has up to three keys. */
    record Subscript(int offset, Expression base, List<Expression> keys, boolean slice) implements Expression {
        @Override
        public List<Expression> parts() {
            return joined(base, keys);
        }
    }

    /** {@code function(arguments)} */
    record Call(int offset, Expression function, List<Argument> arguments) implements Expression {
        @Override
        public List<Expression> parts() {
            return joined(function, arguments.stream().map(Argument::value).toList());
        }
    }

    /** {@code base|name(arguments)}, or a test {@code base is name(arguments)}. */
    record Filter(int offset, Expression base, String name, List<Argument> arguments, boolean test)
            implements Expression {
        @Override
        public List<Expression> parts() {
            return joined(base, arguments.stream().map(Argument::value).toList());
        }
    }

    /** {@code left operator right} */
    record Binary(int offset, String operator, Expression left, Expression right) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(left, right);
        }
    }

    /** A list, tuple, dictionary, condition or sign. */
    record Group(int offset, String kind, List<Expression> parts) implements Expression {}

    /** An argument of a call; its name is "" where it has none, "*" or "**" where it is unpacked. */
    record Argument(String name, Expression value) {}

    private static List<Expression> joined(Expression first, List<Expression> more) {
        var all = new java.util.ArrayList<Expression>();
        all.add(first);
        all.addAll(more);
        return all;
    }
}
