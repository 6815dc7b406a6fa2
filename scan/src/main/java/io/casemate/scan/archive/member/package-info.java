/** Names of members, and what unpacking them would do. */
@NullMarked
package io.casemate.scan.archive.member;

import org.jspecify.annotations.NullMarked;
