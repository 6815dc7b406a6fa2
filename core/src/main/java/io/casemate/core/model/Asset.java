package io.casemate.core.model;

/**
 * Something of value that the system holds or carries.
 *
 * @param impact what its loss would mean, in the owner's words
 * @param loss what its loss would cost
 */
public record Asset(String id, String name, AssetKind kind, Level sensitivity, String impact, Money loss) {}
