/**
 * The conditions of a policy, in CEL (the Common Expression Language): typed against what the gate offers, checked when read,
 * and evaluated within limits, since a policy may come from a pull request. Only this package knows the library.
 */
@NullMarked
package io.casemate.gate.expression;

import org.jspecify.annotations.NullMarked;
