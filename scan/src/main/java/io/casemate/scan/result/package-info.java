/** What a scan says in the end: data only. */
@NullMarked
package io.casemate.scan.result;

import org.jspecify.annotations.NullMarked;
