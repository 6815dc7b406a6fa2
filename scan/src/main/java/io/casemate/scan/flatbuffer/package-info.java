/**
 * FlatBuffers. The one idea: a table is a place in the content, and all that is read from it is an offset from there; reading
 * outside throws. Lengths of lists are as the file says, so loops over them say {@code step()}.
 */
@NullMarked
package io.casemate.scan.flatbuffer;

import org.jspecify.annotations.NullMarked;
