package io.casemate.scan.python;

import java.util.Set;

/** The kinds of nodes that have a value, as the grammar of tree-sitter-python names them. */
final class ExpressionKinds {
    private static final Set<String> NAMES = Set.of(
            "identifier",
            "string",
            "concatenated_string",
            "integer",
            "float",
            "true",
            "false",
            "none",
            "attribute",
            "subscript",
            "call",
            "binary_operator",
            "list",
            "tuple",
            "set",
            "dictionary",
            "parenthesized_expression",
            "lambda",
            "conditional_expression",
            "named_expression",
            "await",
            "list_comprehension",
            "generator_expression",
            "set_comprehension",
            "dictionary_comprehension",
            "not_operator",
            "boolean_operator",
            "comparison_operator",
            "unary_operator",
            "list_splat",
            "dictionary_splat",
            "assignment",
            "augmented_assignment",
            "as_pattern",
            "yield",
            "expression_list",
            "keyword_argument",
            "pair",
            "slice",
            "interpolation",
            "type");

    private ExpressionKinds() {}

    static boolean contains(String type) {
        return NAMES.contains(type);
    }
}
