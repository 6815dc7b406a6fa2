/**
 * Objects that R saved. The one idea: values are data, and what R evaluates later is not: promises, functions, calls and
 * compiled code are told where they stand.
 */
@NullMarked
package io.casemate.scan.rds;

import org.jspecify.annotations.NullMarked;
