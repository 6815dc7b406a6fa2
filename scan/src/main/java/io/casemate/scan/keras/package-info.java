/**
 * The one idea: a Keras configuration is a program in JSON. Wherever in it a class, a function or marshalled code is named,
 * loading resolves and calls it; so every object of the tree is looked at alike, however deep and however wrapped.
 */
@NullMarked
package io.casemate.scan.keras;

import org.jspecify.annotations.NullMarked;
