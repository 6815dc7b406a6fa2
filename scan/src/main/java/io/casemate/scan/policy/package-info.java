/** What an organisation allows and waives: the part of {@code policy.yaml} that is about files. */
@NullMarked
package io.casemate.scan.policy;

import org.jspecify.annotations.NullMarked;
