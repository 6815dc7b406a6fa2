/**
 * The model of an ML system as {@code casemate.yaml} states it: scope, assets, adversaries, zones, elements, flows, facts,
 * treatments, reviews. Pure data; {@link io.casemate.core.model.Topology} adds the look-ups that follow from it.
 */
@NullMarked
package io.casemate.core.model;

import org.jspecify.annotations.NullMarked;
