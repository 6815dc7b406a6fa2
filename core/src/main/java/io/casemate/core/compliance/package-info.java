/**
 * What satisfies the requirements of a published list now: evidence, words, or nothing.
 *
 * <p>Which facts and evidence show a requirement is data; {@link io.casemate.core.compliance.ComplianceView} looks for them.
 */
@NullMarked
package io.casemate.core.compliance;

import org.jspecify.annotations.NullMarked;
