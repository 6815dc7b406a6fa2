/** A playbook filled with one system's own values, and what of it is done already. */
@NullMarked
package io.casemate.report.playbook;

import org.jspecify.annotations.NullMarked;
