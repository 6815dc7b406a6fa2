package io.casemate.scan.python;

import io.casemate.scan.bytecode.Folding;
import io.casemate.scan.call.Value;
import io.casemate.scan.spi.Inspection;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads the statements of a module in their order, then the bodies of its functions, and notes every call with when it would
 * be made. A function that the module itself calls on import is a part of the import.
 */
final class SourceReader {
    private static final int FUNCTIONS_MAX = 20_000;

    private record Body(Syntax node, Scope scope, String function, boolean expression) {}

    private final Inspection inspection;
    private final Expressions expressions;
    private final Deque<Body> bodies = new ArrayDeque<>();
    private final Notes notes;
    private Scope scope = new Scope(null);
    private String function = "";
    private String owner = "";
    private When when;
    private int functions;

    private SourceReader(When when, Inspection inspection) {
        this.when = when;
        this.inspection = inspection;
        this.notes = new Notes();
        this.expressions = new Expressions(this, notes, inspection);
    }

    static Notes read(Syntax module, When when, Inspection inspection) {
        var reader = new SourceReader(when, inspection);
        reader.block(module);
        while (!reader.bodies.isEmpty()) {
            Body body = reader.bodies.pop();
            reader.scope = body.scope();
            reader.function = body.function();
            int dot = body.function().lastIndexOf('.');
            reader.owner = dot < 0 ? "" : body.function().substring(0, dot);
            reader.when = When.CALLED;
            if (body.expression()) {
                reader.expressions.value(body.node());
            } else {
                reader.block(body.node());
            }
        }
        return reader.notes;
    }

    Scope scope() {
        return scope;
    }

    void scope(Scope inner) {
        scope = inner;
    }

    String function() {
        return function;
    }

    When when() {
        return when;
    }

    private void block(Syntax block) {
        for (Syntax statement : block.children) {
            statement(statement);
        }
    }

    private void statement(Syntax node) {
        inspection.step();
        switch (node.type) {
            case "block", "module" -> block(node);
            case "import_statement" -> {
                notes.imports();
                node.all("name").forEach(this::imported);
            }
            case "import_from_statement" -> {
                notes.imports();
                importedFrom(node);
            }
            case "future_import_statement" -> notes.keepsAnnotations(node.text().contains("annotations"));
            case "global_statement", "nonlocal_statement", "pass_statement" -> {}
            case "if_statement" -> conditional(node);
            case "for_statement" -> {
                Value over = node.child("right").map(expressions::value).orElse(Value.UNKNOWN);
                node.child("left")
                        .ifPresent(left -> expressions.bind(left, Secrets.kept(Expressions.oneOf(over), over)));
                node.children.stream()
                        .filter(child -> child.is("block") || child.is("else_clause"))
                        .forEach(this::statement);
            }
            case "function_definition" -> function(node);
            case "class_definition" -> clazz(node);
            case "decorated_definition" -> {
                node.child("definition").ifPresent(this::statement);
                for (Syntax child : node.children) {
                    if (child.is("decorator") && !child.children.isEmpty()) {
                        expressions.immediately(child.children.getFirst());
                        expressions.call(expressions.value(child.children.getFirst()), child, Value.UNKNOWN);
                    }
                }
            }
            case "exec_statement" -> {
                Value code = node.children.isEmpty() ? Value.UNKNOWN : expressions.value(node.children.getFirst());
                expressions.call(Folding.builtin("exec"), node, code);
            }
            default -> {
                if (ExpressionKinds.contains(node.type)) {
                    expressions.value(node);
                } else {
                    block(node);
                }
            }
        }
    }

    private void conditional(Syntax node) {
        String condition = node.child("condition").map(Syntax::text).orElse("");
        node.child("condition").ifPresent(expressions::value);
        boolean main = when == When.IMPORT && condition.contains("__name__") && condition.contains("__main__");
        for (Syntax child : node.children) {
            if (child.field.equals("consequence")) {
                When before = when;
                when = main ? When.SCRIPT : when;
                statement(child);
                when = before;
            } else if (child.field.equals("alternative")) {
                statement(child);
            }
        }
    }

    private void imported(Syntax name) {
        if (name.is("aliased_import")) {
            String module = name.child("name").map(Syntax::text).orElse("");
            name.child("alias").ifPresent(alias -> scope.set(alias.text(), Folding.module(module)));
        } else {
            String module = name.text();
            int dot = module.indexOf('.');
            String top = dot < 0 ? module : module.substring(0, dot);
            scope.set(top, Folding.module(top));
        }
    }

    private void importedFrom(Syntax node) {
        String module = node.child("module_name").map(Syntax::text).orElse("").replace(" ", "");
        for (Syntax child : node.children) {
            if (child.is("wildcard_import")) {
                scope.star(module);
            } else if (child.field.equals("name")) {
                Syntax name = child.is("aliased_import") ? child.child("name").orElse(child) : child;
                Syntax alias = child.is("aliased_import") ? child.child("alias").orElse(child) : child;
                scope.set(alias.text(), Folding.attribute(Folding.module(module), name.text()));
            }
        }
    }

    private void function(Syntax node) {
        String name = node.child("name").map(Syntax::text).orElse("");
        String full = owner.isEmpty() ? name : owner + "." + name;
        Scope outer = scope;
        Scope inner = new Scope(outer);
        node.child("parameters").ifPresent(parameters -> parameters(parameters, inner));
        node.child("return_type").ifPresent(expressions::annotation);
        scope.set(name, new Value.Global(Scope.LOCAL, full));
        node.child("body").ifPresent(body -> later(body, inner, full, false));
    }

    private void parameters(Syntax parameters, Scope inner) {
        boolean first = true;
        for (Syntax parameter : parameters.children) {
            String name = parameter.is("identifier")
                    ? parameter.text()
                    : parameter.child("name").map(Syntax::text).orElse("");
            parameter.child("type").ifPresent(expressions::annotation);
            Value value = parameter.child("value").map(expressions::value).orElse(Value.UNKNOWN);
            boolean self = first && !owner.isEmpty();
            if (!name.isEmpty()) {
                inner.set(
                        name,
                        self ? new Value.Global(Scope.LOCAL, owner) : Scope.isDangerous(value) ? value : Value.UNKNOWN);
            }
            first = false;
        }
    }

    /** Notes the body of a lambda as a function of its own; returns that function where it stands in no other. */
    Value lambda(Syntax lambda) {
        String name = function.isEmpty() ? "<lambda " + lambda.start + ">" : function;
        Scope inner = new Scope(scope);
        lambda.child("parameters")
                .ifPresent(parameters -> parameters.children.forEach(p -> {
                    if (p.is("identifier")) {
                        inner.set(p.text(), Value.UNKNOWN);
                    }
                }));
        lambda.child("body").ifPresent(body -> later(body, inner, name, true));
        return function.isEmpty() ? new Value.Global(Scope.LOCAL, name) : Value.UNKNOWN;
    }

    private void later(Syntax body, Scope inner, String name, boolean expression) {
        if (++functions > FUNCTIONS_MAX) {
            notes.cut();
        } else {
            bodies.add(new Body(body, inner, name, expression));
        }
    }

    private void clazz(Syntax node) {
        String name = node.child("name").map(Syntax::text).orElse("");
        node.child("superclasses").ifPresent(expressions::arguments);
        String before = owner;
        Scope outer = scope;
        owner = before.isEmpty() ? name : before + "." + name;
        scope = new Scope(outer);
        node.child("body").ifPresent(this::statement);
        scope = outer;
        outer.set(name, new Value.Global(Scope.LOCAL, owner));
        owner = before;
    }
}
