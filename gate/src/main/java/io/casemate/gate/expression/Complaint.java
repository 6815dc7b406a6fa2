package io.casemate.gate.expression;

import dev.cel.common.CelIssue;
import io.casemate.core.policy.Written;
import io.casemate.core.problem.Spelling;
import io.casemate.core.yaml.YamlProblems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the checker of CEL finds wrong, said as the rest of the program says it: with what was probably meant. */
record Complaint(Map<String, Type> variables, String text) {
    private static final Pattern FIELD = Pattern.compile("undefined field '([^']*)'");
    private static final Pattern NAME = Pattern.compile("undeclared reference to '([^']*)'.*");
    private static final Pattern OVERLOAD =
            Pattern.compile("found no matching overload for '([^']*)' applied to '\\(?([^']*?)\\)?'.*");
    private static final Set<String> FUNCTIONS = Set.of(
            "size",
            "all",
            "exists",
            "exists_one",
            "filter",
            "map",
            "startsWith",
            "endsWith",
            "contains",
            "matches",
            "int",
            "double");

    void report(CelIssue issue, Written written, YamlProblems problems) {
        int column = issue.getSourceLocation().getColumn();
        String message = String.valueOf(issue.getMessage());
        Matcher field = FIELD.matcher(message);
        Matcher name = NAME.matcher(message);
        Matcher overload = OVERLOAD.matcher(message);
        if (field.matches()) {
            add(
                    problems,
                    written,
                    "unknown field '%s'".formatted(field.group(1)),
                    Spelling.remedy(field.group(1), fieldsBefore(column)));
        } else if (name.matches()) {
            Set<String> known = new LinkedHashSet<>(variables.keySet());
            known.addAll(FUNCTIONS);
            add(problems, written, "unknown name '%s'".formatted(name.group(1)), Spelling.remedy(name.group(1), known));
        } else if (overload.matches()) {
            add(
                    problems,
                    written,
                    "'%s' does not go with %s".formatted(sign(overload.group(1)), types(overload.group(2))),
                    "whole numbers are written 6, decimal numbers 0.5, texts 'in quotes'; texts and lists cannot be joined");
        } else {
            String what = message.replaceFirst(" expecting .*", "").replaceFirst("<EOF>", "end");
            add(
                    problems,
                    written,
                    "is no condition: %s at character %d of '%s'".formatted(what, column + 1, shown()),
                    "write it in CEL, as in risk.band != 'high'");
        }
    }

    private static void add(YamlProblems problems, Written written, String what, String remedy) {
        problems.add(written.line(), written.path(), what, remedy);
    }

    private String shown() {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }

    /** Fields of what stands before the dot at that column, or of all where that is not known. */
    private List<String> fieldsBefore(int column) {
        Matcher chain = Pattern.compile("([A-Za-z_][A-Za-z0-9_.]*)$")
                .matcher(text.substring(0, Math.clamp(column, 0, text.length())));
        List<String> all = new ArrayList<>();
        if (chain.find()) {
            Type at = new Type.Fields("", variables);
            for (String step : chain.group(1).split("\\.", -1)) {
                Type next = at instanceof Type.Fields fields ? fields.fields().get(step) : null;
                at = next == null ? Type.TEXT : next;
            }
            if (at instanceof Type.Fields fields) {
                return List.copyOf(fields.fields().keySet());
            }
        }
        Set<String> seen = new LinkedHashSet<>();
        variables.values().forEach(type -> collect(type, seen, all));
        return all.stream().distinct().toList();
    }

    private static void collect(Type type, Set<String> seen, List<String> all) {
        switch (type) {
            case Type.Plain plain -> {}
            case Type.Word word -> {}
            case Type.ListOf list -> collect(list.item(), seen, all);
            case Type.Fields fields -> {
                if (seen.add(fields.name())) {
                    all.addAll(fields.fields().keySet());
                    fields.fields().values().forEach(field -> collect(field, seen, all));
                }
            }
        }
    }

    /** The sign of an operator: {@code _>=_} is {@code >=}. */
    private static String sign(String function) {
        return function.equals("@in") ? "in" : function.replaceAll("_", "");
    }

    private static String types(String types) {
        return List.of(types.split(", ", -1)).stream().map(Complaint::words).collect(Collectors.joining(" and "));
    }

    /** A type of CEL in words. */
    static String words(String type) {
        return switch (type) {
            case "int" -> "a whole number";
            case "double" -> "a decimal number";
            case "string" -> "a text";
            case "bool" -> "a truth value";
            default -> type.startsWith("list") ? "a list" : "a " + type;
        };
    }
}
