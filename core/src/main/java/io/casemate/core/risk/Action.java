package io.casemate.core.risk;

/**
 * A line of the action plan.
 *
 * @param priority 1 for a high band or an incident, 2 for medium, 3 for low
 * @param owner empty where nobody is named yet
 * @param due ISO date, empty where none is set
 * @param status proposed, open, in-progress or done
 * @param after the scenario's rating once it is in place
 */
public record Action(
        int priority,
        String scenario,
        String mitigation,
        String owner,
        String due,
        String status,
        boolean overdue,
        Rating after) {}
