/** What verbs have in common on the command line: options, help, and what a failure says and ends with. */
@NullMarked
package io.casemate.cli.arguments;

import org.jspecify.annotations.NullMarked;
