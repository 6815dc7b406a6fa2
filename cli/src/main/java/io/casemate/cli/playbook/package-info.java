/** The verb {@code playbook}. */
@NullMarked
package io.casemate.cli.playbook;

import org.jspecify.annotations.NullMarked;
