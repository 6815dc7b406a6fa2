package io.casemate.core.model;

/**
 * A look that people took at the model.
 *
 * @param date ISO date of the review
 * @param trigger quarterly, incident, model-update or the like
 */
public record Review(String date, String by, String trigger, String notes) {}
