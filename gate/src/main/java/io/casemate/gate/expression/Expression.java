package io.casemate.gate.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.casemate.core.policy.Written;
import java.util.Map;

/** A condition or value of a policy, checked and ready to be asked. */
public final class Expression {
    private final Written written;
    private final CelRuntime.Program program;

    Expression(Written written, CelAbstractSyntaxTree checked) {
        this.written = written;
        try {
            program = Language.runtime().createProgram(checked);
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("a checked expression has a program: " + written.text(), e);
        }
    }

    /** Whether a condition holds for these variables. */
    public boolean holds(Map<String, Object> variables) {
        return value(variables) instanceof Boolean truth && truth;
    }

    /**
     * Its value.
     *
     * @throws Unanswerable where it has none, as a division by zero, or where finding it takes too many steps
     */
    Object value(Map<String, Object> variables) {
        try {
            return program.eval(variables);
        } catch (CelEvaluationException e) {
            throw new Unanswerable(written, String.valueOf(e.getMessage()), e);
        }
    }
}
