/**
 * What an organisation allows, demands and waives: {@code policy.yaml} as data, read in one place for all who obey it. The
 * conditions in it are texts here; the gate knows their language.
 */
@NullMarked
package io.casemate.core.policy;

import org.jspecify.annotations.NullMarked;
