/** Paddle's programs: blocks of operators as one protobuf message. The one idea: an operator is data unless it leaves the program. */
@NullMarked
package io.casemate.scan.paddle;

import org.jspecify.annotations.NullMarked;
