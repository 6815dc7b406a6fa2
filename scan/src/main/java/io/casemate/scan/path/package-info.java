/** Names of files that hostile files give: whether they stay beside the file that gives them. */
@NullMarked
package io.casemate.scan.path;

import org.jspecify.annotations.NullMarked;
