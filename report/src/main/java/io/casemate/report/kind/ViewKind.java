package io.casemate.report.kind;

import io.casemate.core.model.Named;
import io.casemate.report.view.View;
import io.casemate.report.view.ViewInput;
import io.casemate.report.view.pasta.PastaWalk;
import io.casemate.report.view.stride.StrideTable;
import io.casemate.report.view.surface.AttackSurface;

/** Every view there is. */
public enum ViewKind implements Named {
    STRIDE,
    ATTACK_SURFACE,
    PASTA;

    /** The view of one system at one moment: a pure function. */
    public View of(ViewInput input) {
        return switch (this) {
            case STRIDE -> StrideTable.of(input.assessment(), input.knowledge());
            case ATTACK_SURFACE -> AttackSurface.of(input);
            case PASTA -> PastaWalk.of(input);
        };
    }
}
