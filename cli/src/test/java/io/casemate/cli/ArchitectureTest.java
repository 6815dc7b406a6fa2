package io.casemate.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;

/** The design as rules: what may know what, and where the clock, chance and the terminal are. */
@AnalyzeClasses(packages = "io.casemate", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** A type by whose implementations the program grows: a plug-in. */
    private static final DescribedPredicate<JavaClass> PLUG_IN_TYPE = INTERFACES.and(describe(
            "named as a plug-in",
            type -> type.getSimpleName().matches(".*(Scanner|Attack|Signal|Exporter|Importer|ThreatRule)")));

    @ArchTest
    static final ArchRule core_stands_alone = noClasses()
            .that()
            .resideInAPackage("io.casemate.core..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "io.casemate.core..",
                    "java..",
                    "org.jspecify..",
                    "org.snakeyaml..",
                    "tools.jackson.core..",
                    "org.erdtman.jcs..");

    @ArchTest
    static final ArchRule only_one_package_reads_yaml = noClasses()
            .that()
            .resideOutsideOfPackage("io.casemate.core.yaml..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml..");

    @ArchTest
    static final ArchRule only_one_package_reads_and_writes_json = noClasses()
            .that()
            .resideOutsideOfPackage("io.casemate.core.json..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson..", "org.erdtman.jcs..");

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("io.casemate.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule leaves_do_not_know_the_front_door_of_core = noClasses()
            .that()
            .resideInAPackage("io.casemate.core.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.casemate.core");

    @ArchTest
    static final ArchRule leaves_do_not_know_the_front_door_of_report = noClasses()
            .that()
            .resideInAPackage("io.casemate.report.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.casemate.report")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule leaves_do_not_know_the_front_door_of_scan = noClasses()
            .that()
            .resideInAPackage("io.casemate.scan.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.casemate.scan");

    /** What reads a format tells an inspection; how contents are routed, counted and judged as files is not its business. */
    @ArchTest
    static final ArchRule readers_of_formats_do_not_know_the_engine = noClasses()
            .that()
            .resideInAPackage("io.casemate.scan.*..")
            .and()
            .resideOutsideOfPackages(
                    "io.casemate.scan.engine..",
                    "io.casemate.scan.cache..",
                    "io.casemate.scan.policy..",
                    "io.casemate.scan.result..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.casemate.scan.engine..", "io.casemate.scan.result..", "io.casemate.scan.policy..");

    @ArchTest
    static final ArchRule scan_knows_only_what_lies_below = noClasses()
            .that()
            .resideInAPackage("io.casemate.scan..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "io.casemate.scan..",
                    "io.casemate.core..",
                    "io.casemate.text..",
                    "java..",
                    "javax.xml..",
                    "org.jspecify..",
                    "org.apache.commons.compress..",
                    "org.tukaani.xz..",
                    "io.airlift.compress..",
                    "org.treesitter..");

    @ArchTest
    static final ArchRule gate_stands_on_core_alone = noClasses()
            .that()
            .resideInAPackage("io.casemate.gate..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "io.casemate.gate..",
                    "io.casemate.core..",
                    "java..",
                    "org.jspecify..",
                    "dev.cel..",
                    "com.google.common.collect..");

    @ArchTest
    static final ArchRule only_one_package_knows_the_language_of_policies = noClasses()
            .that()
            .resideOutsideOfPackage("io.casemate.gate.expression..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.cel..");

    @ArchTest
    static final ArchRule only_the_command_line_opens_the_gate = noClasses()
            .that()
            .resideOutsideOfPackages("io.casemate.gate..", "io.casemate.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.casemate.gate..");

    @ArchTest
    static final ArchRule gate_flows_one_way = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("expression")
            .definedBy("io.casemate.gate.expression..")
            .layer("subject")
            .definedBy("io.casemate.gate.subject..")
            .layer("rule")
            .definedBy("io.casemate.gate.rule..")
            .layer("front door")
            .definedBy("io.casemate.gate")
            .whereLayer("expression")
            .mayNotAccessAnyLayer()
            .whereLayer("subject")
            .mayOnlyAccessLayers("expression")
            .whereLayer("rule")
            .mayOnlyAccessLayers("expression", "subject");

    @ArchTest
    static final ArchRule text_stands_on_core_alone = noClasses()
            .that()
            .resideInAPackage("io.casemate.text..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("io.casemate.text..", "io.casemate.core..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule only_one_package_prints = noClasses()
            .that()
            .resideOutsideOfPackage("io.casemate.report.pdf..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.openhtmltopdf..", "org.apache.pdfbox..", "org.apache.batik..");

    @ArchTest
    static final ArchRule only_one_package_writes_workbooks = noClasses()
            .that()
            .resideOutsideOfPackage("io.casemate.report.xlsx..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.dhatim.fastexcel..");

    /** Native code only in one leaf: the grammar of Python. */
    @ArchTest
    static final ArchRule native_code_only_where_python_is_parsed = noClasses()
            .that()
            .resideOutsideOfPackage("io.casemate.scan.python..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.treesitter..");

    @ArchTest
    static final ArchRule scan_runs_nothing_loads_nothing_and_stays_off_the_network = noClasses()
            .that()
            .resideInAnyPackage("io.casemate.scan..", "io.casemate.text..")
            .should()
            .accessTargetWhere(describe("it runs, loads or connects", ArchitectureTest::isHarm));

    @ArchTest
    static final ArchRule core_flows_one_way = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("problem")
            .definedBy("io.casemate.core.problem..")
            .layer("yaml")
            .definedBy("io.casemate.core.yaml..")
            .layer("json")
            .definedBy("io.casemate.core.json..")
            .layer("model")
            .definedBy("io.casemate.core.model..")
            .layer("threat")
            .definedBy("io.casemate.core.threat..")
            .layer("knowledge")
            .definedBy("io.casemate.core.knowledge..")
            .layer("evidence")
            .definedBy("io.casemate.core.evidence..")
            .layer("risk")
            .definedBy("io.casemate.core.risk..")
            .layer("diff")
            .definedBy("io.casemate.core.diff..")
            .layer("verdict")
            .definedBy("io.casemate.core.verdict..")
            .layer("policy")
            .definedBy("io.casemate.core.policy..")
            .layer("plan")
            .definedBy("io.casemate.core.plan..")
            .layer("tree")
            .definedBy("io.casemate.core.tree..")
            .layer("money")
            .definedBy("io.casemate.core.money..")
            .layer("review")
            .definedBy("io.casemate.core.review..")
            .whereLayer("problem")
            .mayNotAccessAnyLayer()
            .whereLayer("yaml")
            .mayOnlyAccessLayers("problem")
            .whereLayer("json")
            .mayOnlyAccessLayers("problem")
            .whereLayer("model")
            .mayOnlyAccessLayers("problem", "yaml", "json")
            .whereLayer("threat")
            .mayOnlyAccessLayers("problem", "yaml", "json", "model")
            .whereLayer("knowledge")
            .mayOnlyAccessLayers("problem", "yaml", "json", "model", "threat")
            .whereLayer("evidence")
            .mayOnlyAccessLayers("problem", "json")
            .whereLayer("risk")
            .mayOnlyAccessLayers("problem", "model", "threat", "knowledge", "evidence")
            .whereLayer("diff")
            .mayOnlyAccessLayers("problem", "yaml", "model", "threat", "knowledge", "evidence", "risk")
            .whereLayer("verdict")
            .mayOnlyAccessLayers("model")
            .whereLayer("policy")
            .mayOnlyAccessLayers("problem", "yaml", "model", "risk", "verdict")
            .whereLayer("review")
            .mayOnlyAccessLayers("model", "evidence", "risk", "policy")
            .whereLayer("plan")
            .mayOnlyAccessLayers("problem", "yaml", "model", "threat", "knowledge", "risk", "money")
            .whereLayer("tree")
            .mayOnlyAccessLayers("model", "threat", "risk")
            .whereLayer("money")
            .mayOnlyAccessLayers("problem", "model", "threat", "knowledge", "risk");

    /** How years are simulated and counted is arithmetic: it knows no threat and no model. */
    @ArchTest
    static final ArchRule simulation_knows_no_system = noClasses()
            .that()
            .resideInAPackage("io.casemate.core.money.*..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("io.casemate.core.money.*..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule time_and_chance_are_passed_in = noClasses()
            .that()
            .resideOutsideOfPackage("io.casemate.cli..")
            .should()
            .accessTargetWhere(describe("it reads the clock or throws dice", ArchitectureTest::isTimeOrChance));

    /**
     * Exempt are the front door, exceptions, those that read and write, the one that finds the word that was meant, and those that
     * draw and count in simulated years.
     */
    @ArchTest
    static final ArchRule public_types_of_core_are_data = classes()
            .that()
            .resideInAPackage("io.casemate.core.*..")
            .and()
            .resideOutsideOfPackages(
                    "io.casemate.core.yaml..",
                    "io.casemate.core.json..",
                    "io.casemate.core.money.draw..",
                    "io.casemate.core.money.tally..")
            .and(describe("visible to other packages", ArchitectureTest::isVisible))
            .and()
            .areNotAssignableTo(Throwable.class)
            .and()
            .haveNameNotMatching(".*(Reader|Writer|Ledger|Spelling)")
            .should()
            .beRecords()
            .orShould()
            .beInterfaces()
            .orShould()
            .beEnums();

    @ArchTest
    static final ArchRule plug_ins_are_final = classes()
            .that()
            .areNotInterfaces()
            .and()
            .areAssignableTo(PLUG_IN_TYPE)
            .should()
            .haveModifier(JavaModifier.FINAL)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule only_the_command_line_prints_and_exits = noClasses()
            .that()
            .resideOutsideOfPackage("io.casemate.cli..")
            .should()
            .accessTargetWhere(describe("it is the terminal or the exit", ArchitectureTest::isTerminalOrExit));

    @ArchTest
    static final ArchRule no_vague_names =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl|Common|Misc)(\\$.*)?");

    @ArchTest
    static void every_package_is_null_marked(JavaClasses classes) {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass type : classes) {
            JavaPackage home = type.getPackage();
            if (!home.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(home.getName());
            }
        }
        assertThat(unmarked).as("packages without @NullMarked in package-info").isEmpty();
    }

    /** A type nested in an interface counts as public even where the interface is not. */
    private static boolean isVisible(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ArchitectureTest::isVisible).orElse(true);
    }

    private static boolean isTimeOrChance(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getFullName();
        String name = access.getTarget().getName();
        return switch (owner) {
            case "java.lang.System" -> name.equals("currentTimeMillis");
            case "java.lang.Math", "java.lang.StrictMath" -> name.equals("random");
            case "java.util.Random" ->
                name.equals("<init>") && access.getTarget().getFullName().endsWith("()");
            case "java.util.UUID" -> name.equals("randomUUID");
            case "java.util.random.RandomGenerator" -> name.equals("getDefault") || name.equals("of");
            case "java.util.concurrent.ThreadLocalRandom" -> name.equals("current");
            case "java.security.SecureRandom" -> true;
            default ->
                owner.startsWith("java.time.")
                        && (name.equals("now") || (owner.equals("java.time.Clock") && name.startsWith("system")));
        };
    }

    private static boolean isHarm(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getFullName();
        String name = access.getTarget().getName();
        return switch (owner) {
            case "java.lang.Class" ->
                Set.of(
                                "forName",
                                "newInstance",
                                "getDeclaredMethod",
                                "getMethod",
                                "getDeclaredConstructor",
                                "getConstructor")
                        .contains(name);
            case "java.lang.System", "java.lang.Runtime" ->
                Set.of("load", "loadLibrary", "exec").contains(name);
            case "java.lang.ProcessBuilder", "java.io.ObjectInputStream", "java.lang.foreign.Linker" -> true;
            default ->
                owner.startsWith("java.lang.reflect.")
                        || owner.equals("java.lang.invoke.MethodHandles$Lookup")
                        || owner.startsWith("java.net.")
                        || owner.startsWith("java.nio.channels.Socket")
                        || owner.startsWith("java.nio.channels.ServerSocket")
                        || owner.startsWith("java.nio.channels.Datagram")
                        || access.getTargetOwner().isAssignableTo(ClassLoader.class);
        };
    }

    private static boolean isTerminalOrExit(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getFullName();
        String name = access.getTarget().getName();
        return switch (owner) {
            case "java.lang.System" ->
                Set.of("out", "err", "in", "exit", "console").contains(name);
            case "java.lang.Runtime" -> name.equals("exit") || name.equals("halt");
            default -> false;
        };
    }
}
