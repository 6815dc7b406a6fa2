/** Views of one assessment, for one question each: what they are made from, and what all begin with. */
@NullMarked
package io.casemate.report.view;

import org.jspecify.annotations.NullMarked;
