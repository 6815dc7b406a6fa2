/** An assessment as a workbook of tables. The only package that knows the library which writes them. */
@NullMarked
package io.casemate.report.xlsx;

import org.jspecify.annotations.NullMarked;
