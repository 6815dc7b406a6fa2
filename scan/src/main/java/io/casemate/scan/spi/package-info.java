/**
 * What a reader of one format needs to know: bytes come in as {@link io.casemate.scan.spi.Content}, what it makes of them
 * goes to an {@link io.casemate.scan.spi.Inspection}. A reader decides nothing about the file as a whole.
 */
@NullMarked
package io.casemate.scan.spi;

import org.jspecify.annotations.NullMarked;
