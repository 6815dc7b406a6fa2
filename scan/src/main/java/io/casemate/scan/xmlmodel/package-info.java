/**
 * XML: PMML, OpenVINO, drawings and the rest. The one idea: markup is cut into tokens here, by a reader that knows no entities,
 * fetches nothing and includes nothing, so that what a full parser would be made to do is seen and not done.
 */
@NullMarked
package io.casemate.scan.xmlmodel;

import org.jspecify.annotations.NullMarked;
