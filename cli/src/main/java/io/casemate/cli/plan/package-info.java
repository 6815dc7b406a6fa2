/** The verb {@code plan}. */
@NullMarked
package io.casemate.cli.plan;

import org.jspecify.annotations.NullMarked;
