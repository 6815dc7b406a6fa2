package io.casemate.core.risk;

/** Annual probability with every open question on the path answered in favour, and with every one answered against. */
public record Range(double low, double high) {}
