/** Test reports in JUnit's XML, read as what strangers may have written. */
@NullMarked
package io.casemate.cli.attest.junit;

import org.jspecify.annotations.NullMarked;
