/** Looking into the catalogue of threats, mitigations and facts. */
@NullMarked
package io.casemate.cli.knowledge;

import org.jspecify.annotations.NullMarked;
