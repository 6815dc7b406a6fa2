/**
 * The one idea: a Jinja template is parsed to a syntax tree, and what it could reach by attributes, filters and calls is told
 * from the tree and never from the text.
 */
@NullMarked
package io.casemate.scan.template;

import org.jspecify.annotations.NullMarked;
