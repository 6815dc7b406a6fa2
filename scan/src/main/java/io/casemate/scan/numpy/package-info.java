/** Arrays as NumPy writes them: a header that is a Python literal, then numbers, or a pickle where they are objects. */
@NullMarked
package io.casemate.scan.numpy;

import org.jspecify.annotations.NullMarked;
