/** The rules of a policy, and what each says of each subject. */
@NullMarked
package io.casemate.gate.rule;

import org.jspecify.annotations.NullMarked;
