/** The examples of threats, which are their documentation and run as their tests. */
@NullMarked
package io.casemate.core.knowledge.example;

import org.jspecify.annotations.NullMarked;
