/** Documents for people who were not there. */
@NullMarked
package io.casemate.cli.report;

import org.jspecify.annotations.NullMarked;
