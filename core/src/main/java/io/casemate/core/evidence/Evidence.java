package io.casemate.core.evidence;

/** One observation that moves a risk. It names a threat or a control, and a target; it knows nothing of risk itself. */
public sealed interface Evidence permits Finding, AttackResult, Alert, Attestation {
    /** Who observed it, when, on what. */
    Provenance provenance();

    /** The id of the element or flow it speaks of. */
    String targetId();
}
