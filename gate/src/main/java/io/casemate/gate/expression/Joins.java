package io.casemate.gate.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.ListType;
import io.casemate.core.policy.Written;
import io.casemate.core.yaml.YamlProblems;
import java.util.HashSet;
import java.util.Set;

/** Finds lists that are joined by hand. Only filter and map may, which add one item in each step. */
final class Joins {
    private final CelAbstractSyntaxTree tree;
    private final Set<String> results = new HashSet<>();
    private boolean joined;

    Joins(CelAbstractSyntaxTree tree) {
        this.tree = tree;
        look(tree.getExpr());
    }

    void report(Written written, YamlProblems problems) {
        if (joined) {
            problems.add(written.line(), written.path(), "joins lists", "ask each of them by itself");
        }
    }

    private void look(CelExpr at) {
        switch (at.exprKind().getKind()) {
            case CALL -> {
                CelExpr.CelCall call = at.call();
                joined |= call.function().equals("_+_")
                        && tree.getType(at.id()).map(ListType.class::isInstance).orElse(false)
                        && !isResult(call.args().getFirst());
                call.target().ifPresent(this::look);
                call.args().forEach(this::look);
            }
            case SELECT -> look(at.select().operand());
            case LIST -> at.list().elements().forEach(this::look);
            case COMPREHENSION -> {
                results.add(at.comprehension().accuVar());
                look(at.comprehension().iterRange());
                look(at.comprehension().loopCondition());
                look(at.comprehension().loopStep());
                look(at.comprehension().result());
            }
            case NOT_SET, CONSTANT, IDENT, STRUCT, MAP -> {}
        }
    }

    /** The growing result of a filter or map, whose name nobody can write. */
    private boolean isResult(CelExpr at) {
        return at.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT
                && results.contains(at.ident().name());
    }
}
