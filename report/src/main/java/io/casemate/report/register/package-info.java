/** The risks of a system as rows that other risk registers take in. docs/register.md lists the columns. */
@NullMarked
package io.casemate.report.register;

import org.jspecify.annotations.NullMarked;
