/** What a verb is given of the world: where it prints, what it reads, what time it is. */
@NullMarked
package io.casemate.cli.terminal;

import org.jspecify.annotations.NullMarked;
