/** Views of one assessment for one question each: STRIDE by part, the attack surface, the seven stages of PASTA. */
@NullMarked
package io.casemate.report.view;

import org.jspecify.annotations.NullMarked;
