package io.casemate.gate.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import io.casemate.core.policy.Written;
import io.casemate.core.problem.Spelling;
import io.casemate.core.yaml.YamlProblems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds comparisons of a word with one that it can never be: {@code risk.band != 'hihg'} would open any gate in silence.
 */
final class Comparisons {
    private final CelAbstractSyntaxTree tree;
    private final Map<String, Type.Fields> structs = new HashMap<>();

    private record Wrong(Type.Word word, String text) {}

    Comparisons(CelAbstractSyntaxTree tree, Map<String, Type> variables) {
        this.tree = tree;
        variables.values().forEach(this::collect);
    }

    void report(Written written, YamlProblems problems) {
        List<Wrong> wrong = new ArrayList<>();
        look(tree.getExpr(), wrong);
        for (Wrong w : wrong) {
            problems.add(
                    written.line(),
                    written.path(),
                    "unknown %s '%s'".formatted(w.word().noun(), w.text()),
                    Spelling.remedy(w.text(), w.word().words()));
        }
    }

    private void collect(Type type) {
        switch (type) {
            case Type.Plain plain -> {}
            case Type.Word word -> {}
            case Type.ListOf list -> collect(list.item());
            case Type.Fields fields -> {
                if (structs.putIfAbsent(fields.name(), fields) == null) {
                    fields.fields().values().forEach(this::collect);
                }
            }
        }
    }

    private void look(CelExpr at, List<Wrong> wrong) {
        switch (at.exprKind().getKind()) {
            case CALL -> {
                CelExpr.CelCall call = at.call();
                compared(call, wrong);
                call.target().ifPresent(target -> look(target, wrong));
                call.args().forEach(argument -> look(argument, wrong));
            }
            case SELECT -> look(at.select().operand(), wrong);
            case LIST -> at.list().elements().forEach(element -> look(element, wrong));
            case COMPREHENSION -> {
                look(at.comprehension().iterRange(), wrong);
                look(at.comprehension().loopCondition(), wrong);
                look(at.comprehension().loopStep(), wrong);
                look(at.comprehension().result(), wrong);
            }
            case NOT_SET, CONSTANT, IDENT, STRUCT, MAP -> {}
        }
    }

    private void compared(CelExpr.CelCall call, List<Wrong> wrong) {
        if (call.args().size() != 2) {
            return;
        }
        CelExpr left = call.args().get(0);
        CelExpr right = call.args().get(1);
        switch (call.function()) {
            case "_==_", "_!=_" -> {
                word(left).ifPresent(word -> check(word, right, wrong));
                word(right).ifPresent(word -> check(word, left, wrong));
            }
            case "@in" -> {
                word(left).ifPresent(word -> constants(right).forEach(item -> check(word, item, wrong)));
                words(right).ifPresent(word -> check(word, left, wrong));
            }
            default -> {}
        }
    }

    private static List<CelExpr> constants(CelExpr list) {
        return list.exprKind().getKind() == CelExpr.ExprKind.Kind.LIST
                ? list.list().elements()
                : List.of();
    }

    private static void check(Type.Word word, CelExpr side, List<Wrong> wrong) {
        if (side.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && side.constant().getKind() == CelConstant.Kind.STRING_VALUE) {
            String text = side.constant().stringValue();
            if (!text.isEmpty() && !word.words().contains(text)) {
                wrong.add(new Wrong(word, text));
            }
        }
    }

    private Optional<Type.Word> word(CelExpr at) {
        return field(at).filter(Type.Word.class::isInstance).map(Type.Word.class::cast);
    }

    private Optional<Type.Word> words(CelExpr at) {
        return field(at)
                .filter(Type.ListOf.class::isInstance)
                .map(list -> ((Type.ListOf) list).item())
                .filter(Type.Word.class::isInstance)
                .map(Type.Word.class::cast);
    }

    /** The type of a field that is read here. */
    private Optional<Type> field(CelExpr at) {
        if (at.exprKind().getKind() != CelExpr.ExprKind.Kind.SELECT) {
            return Optional.empty();
        }
        String owner =
                tree.getType(at.select().operand().id()).map(CelType::name).orElse("");
        Type.Fields fields = structs.get(owner);
        return fields == null
                ? Optional.empty()
                : Optional.ofNullable(fields.fields().get(at.select().field()));
    }
}
