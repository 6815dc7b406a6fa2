package io.casemate.gate.expression;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.casemate.core.policy.Written;
import io.casemate.core.yaml.YamlProblems;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What conditions may say: variables with types, and of CEL what neither builds large values nor runs long. Texts and lists
 * cannot be joined, since thirty doublings fill any memory; there are no conversions and no times.
 */
public final class Language {
    /** Characters of one condition. */
    static final int LENGTH_MAX = 2_000;

    private static final CelOptions LIMITS = CelOptions.current()
            .maxExpressionCodePointSize(LENGTH_MAX)
            .maxParseRecursionDepth(40)
            .maxParseErrorRecoveryLimit(5)
            .comprehensionMaxIterations(1_000_000)
            .maxRegexProgramSize(1_000)
            .enableHiddenAccumulatorVar(true)
            .enableHeterogeneousNumericComparisons(true)
            .build();

    private static final CelStandardDeclarations FUNCTIONS = CelStandardDeclarations.newBuilder()
            .filterFunctions((function, overload) -> switch (function) {
                case ADD -> overload.celOverloadDecl().overloadId().matches("add_(int64|double|list)");
                case TYPE, DYN, BYTES, STRING, TIMESTAMP, DURATION, UINT -> false;
                default -> !function.name().startsWith("GET_");
            })
            .build();

    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.legacyCelRuntimeBuilder().setOptions(LIMITS).build();

    private final CelCompiler compiler;
    private final Map<String, Type> variables;

    /**
     * The language with some variables.
     *
     * @param variables their types by name
     */
    public Language(Map<String, Type> variables) {
        this.variables = variables;
        Map<String, StructType> structs = new LinkedHashMap<>();
        variables.values().forEach(type -> collect(type, structs));
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(LIMITS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(FUNCTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(new Structs(ImmutableMap.copyOf(structs)));
        variables.forEach((name, type) -> builder.addVar(name, cel(type)));
        compiler = builder.build();
    }

    /**
     * A condition: an expression that is true or false.
     *
     * @param problems takes what is wrong with it
     */
    public Optional<Expression> condition(Written written, YamlProblems problems) {
        return compile(written, written.text(), problems)
                .filter(checked -> isOf(SimpleType.BOOL, checked, written, problems))
                .map(checked -> new Expression(written, checked));
    }

    /** An expression of any type, for a message. */
    Optional<Expression> expression(Written written, String text, YamlProblems problems) {
        return compile(written, text, problems).map(checked -> new Expression(written, checked));
    }

    private Optional<CelAbstractSyntaxTree> compile(Written written, String text, YamlProblems problems) {
        CelValidationResult result = compiler.compile(text);
        if (result.hasError()) {
            var words = new Complaint(variables, text);
            result.getErrors().stream().limit(3).forEach(issue -> words.report(issue, written, problems));
            return Optional.empty();
        }
        try {
            CelAbstractSyntaxTree checked = result.getAst();
            new Comparisons(checked, variables).report(written, problems);
            new Joins(checked).report(written, problems);
            return Optional.of(checked);
        } catch (CelValidationException e) {
            throw new IllegalStateException("errors were looked for before", e);
        }
    }

    private static boolean isOf(CelType wanted, CelAbstractSyntaxTree checked, Written written, YamlProblems problems) {
        if (checked.getResultType().equals(wanted)) {
            return true;
        }
        problems.add(
                written.line(),
                written.path(),
                "is %s, no condition"
                        .formatted(Complaint.words(checked.getResultType().name())),
                "compare it, as in risk.score <= 4");
        return false;
    }

    static CelRuntime runtime() {
        return RUNTIME;
    }

    private static void collect(Type type, Map<String, StructType> structs) {
        switch (type) {
            case Type.Plain plain -> {}
            case Type.Word word -> {}
            case Type.ListOf list -> collect(list.item(), structs);
            case Type.Fields fields -> {
                if (!structs.containsKey(fields.name())) {
                    structs.put(fields.name(), struct(fields));
                    fields.fields().values().forEach(field -> collect(field, structs));
                }
            }
        }
    }

    private static StructType struct(Type.Fields fields) {
        ImmutableMap.Builder<String, CelType> types = ImmutableMap.builder();
        fields.fields().forEach((name, type) -> types.put(name, cel(type)));
        ImmutableMap<String, CelType> known = types.buildOrThrow();
        return StructType.create(fields.name(), known.keySet(), name -> Optional.ofNullable(known.get(name)));
    }

    private static CelType cel(Type type) {
        return switch (type) {
            case Type.Plain plain ->
                switch (plain) {
                    case TEXT -> SimpleType.STRING;
                    case WHOLE -> SimpleType.INT;
                    case DECIMAL -> SimpleType.DOUBLE;
                    case TRUTH -> SimpleType.BOOL;
                };
            case Type.Word word -> SimpleType.STRING;
            case Type.ListOf list -> ListType.create(cel(list.item()));
            case Type.Fields fields -> StructTypeReference.create(fields.name());
        };
    }

    private record Structs(ImmutableMap<String, StructType> structs) implements CelTypeProvider {
        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableList.copyOf(structs.values());
        }

        @Override
        public Optional<CelType> findType(String name) {
            return Optional.ofNullable(structs.get(name));
        }
    }
}
