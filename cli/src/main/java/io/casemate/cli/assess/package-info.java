/** The main job: a system's risks, questions and reports at one moment. */
@NullMarked
package io.casemate.cli.assess;

import org.jspecify.annotations.NullMarked;
