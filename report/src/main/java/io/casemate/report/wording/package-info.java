/** How the documents say the same thing the same way: numbers, names, published ids, and why a risk is one. */
@NullMarked
package io.casemate.report.wording;

import org.jspecify.annotations.NullMarked;
