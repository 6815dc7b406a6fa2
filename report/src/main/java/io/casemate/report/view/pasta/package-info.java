/** The seven stages of PASTA, filled from a model and its evidence. */
@NullMarked
package io.casemate.report.view.pasta;

import org.jspecify.annotations.NullMarked;
