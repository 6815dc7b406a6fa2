/** Random numbers by what they are for, and counts drawn from them. */
@NullMarked
package io.casemate.core.money.draw;

import org.jspecify.annotations.NullMarked;
