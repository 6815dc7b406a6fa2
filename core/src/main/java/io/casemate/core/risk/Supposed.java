package io.casemate.core.risk;

import io.casemate.core.threat.Candidate;
import io.casemate.core.threat.Route;

/**
 * One scenario under supposed facts.
 *
 * @param candidate threat, target and the worst route for each frequency of attempts
 * @param unforeseen whether the model does not give it and only evidence does
 * @param route the worst of its routes
 * @param shown whether an assessment shows it
 * @param incident whether it has happened
 */
public record Supposed(
        Candidate candidate, boolean unforeseen, Route route, Rating rating, boolean shown, boolean incident) {}
