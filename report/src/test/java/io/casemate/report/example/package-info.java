/** A small system and its assessment, made by hand for the tests. */
@NullMarked
package io.casemate.report.example;

import org.jspecify.annotations.NullMarked;
