/** Changes in a YAML text that leave everything else in it, comments and order, as it was. */
@NullMarked
package io.casemate.core.yaml.edit;

import org.jspecify.annotations.NullMarked;
