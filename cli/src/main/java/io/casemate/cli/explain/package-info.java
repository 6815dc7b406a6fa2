/** Why a risk is what it is, and what is not known. */
@NullMarked
package io.casemate.cli.explain;

import org.jspecify.annotations.NullMarked;
