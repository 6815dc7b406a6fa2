/**
 * YAML read from bytes that nobody vouches for, with all problems at once and every place named.
 *
 * <p>The language is a subset of YAML 1.2: mappings with text keys, sequences, scalars; no anchors, aliases, tags, merge
 * keys, second documents or duplicate keys. {@code yes} and {@code no} are text. Size, depth and number of nodes are
 * limited ({@link io.casemate.core.yaml.YamlLimits}), nothing recurses, and no input makes it throw anything but the
 * problems. Only this package knows the YAML library.
 *
 * <pre>{@code
 * var problems = YamlProblems.of("casemate.yaml");
 * YamlReader.read(file, YamlLimits.DEFAULT, problems).ifPresent(top -> {
 *     for (YamlCursor zone : top.at("zones").items()) {
 *         String id = zone.at("id").required("name it").text("");            // absent or wrong: a problem and ""
 *         Level level = zone.at("level").oneOf(Level.values(), Named::id).orElse(Level.LOW);
 *         String parent = zone.at("in").text("");
 *         if (!known.contains(parent)) zone.at("in").unknown("zone", known);    // with "did you mean"
 *         zone.noOtherKeys();                                                // keys that nobody asked for are problems
 *     }
 * });
 * problems.throwIfAny();
 * }</pre>
 */
@NullMarked
package io.casemate.core.yaml;

import org.jspecify.annotations.NullMarked;
