/**
 * What the people who decide are told of a system, on two sheets and in their own words: what it can cost, what moved since they
 * last looked, the five worst things that can happen, and what they are asked for.
 */
@NullMarked
package io.casemate.report.board;

import org.jspecify.annotations.NullMarked;
