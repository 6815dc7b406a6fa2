/**
 * Signs in bytes, whatever their format: secrets, hosts, command lines, licences. One pass over all that is no tensor.
 */
@NullMarked
package io.casemate.scan.indicator;

import org.jspecify.annotations.NullMarked;
