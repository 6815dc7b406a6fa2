package io.casemate.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.casemate.core.knowledge.playbook.Playbook;
import io.casemate.core.knowledge.playbook.Playbook.Subject;
import io.casemate.core.problem.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaybookTest {
    @TempDir
    Path root;

    private KnowledgeFolder folder;

    @BeforeEach
    void copy() throws IOException {
        folder = KnowledgeFolder.copyTo(root);
    }

    @Test
    void a_step_needs_id_title_task_trace_and_who_decides() {
        folder.write("playbooks/small.yaml", """
                title: Small
                purpose: To test
                when: always
                takes: a minute
                roles: [{id: lead, title: Lead}]
                steps:
                  - {id: one, title: One, do: 'Look at {name}', leaves: a note, decides: lead}
                """);
        Playbook.Step step =
                Knowledge.read(root).playbooks().get("small").steps().getFirst();
        assertThat(step.each()).isEqualTo(Subject.SYSTEM);
        assertThat(step.command()).isEmpty();
        assertThat(step.doneBy()).isEmpty();
    }

    @Test
    void lists_every_problem_with_its_line() {
        folder.write("playbooks/small.yaml", """
                title: Small
                purpose: To test
                takes: a minute
                roles: [{id: lead, title: Lead, asks: [modl]}, {id: lead, title: Twice}]
                steps:
                  - id: One
                    title: One
                    do: 'Look at {path}'
                    command: rm -rf
                    leaves: a note
                    decides: led
                    done-by: [scan]
                    for: lead
                    extra: 1
                  - {id: One, title: Two, do: it, each: thing, leaves: a note}
                """);
        assertThat(problems(() -> Knowledge.read(root).playbooks()))
                .containsExactlyInAnyOrder(
                        "playbooks/small.yaml:1 when: is missing; say what calls for it",
                        "playbooks/small.yaml:4 roles[0].asks[0]: unknown group of facts 'modl'; did you mean 'model'?",
                        "playbooks/small.yaml:4 roles[1]: repeats 'lead'; give each role an id of its own",
                        "playbooks/small.yaml:6 steps[0].id: 'One' is no id; use small letters, digits and single hyphens",
                        "playbooks/small.yaml:8 steps[0].do: unknown placeholder 'path'; known are name, owner, system",
                        "playbooks/small.yaml:9 steps[0].command: 'rm -rf' is no command of this program; begin it with"
                                + " 'casemate'",
                        "playbooks/small.yaml:11 steps[0].decides: unknown role 'led'; did you mean 'lead'?",
                        "playbooks/small.yaml:12 steps[0].done-by: names 'scan', which says nothing of system; remove it,"
                                + " or change 'each'",
                        "playbooks/small.yaml:13 steps[0].for: stands without questions; write 'each: question', or remove"
                                + " it",
                        "playbooks/small.yaml:14 steps[0]: unknown key 'extra'; known are each, kinds, id, title, band, for, do,"
                                + " ask, command, leaves, decides, done-by, within-days",
                        "playbooks/small.yaml:15 steps[1].id: 'One' is no id; use small letters, digits and single hyphens",
                        "playbooks/small.yaml:15 steps[1]: repeats 'One'; give each step an id of its own",
                        "playbooks/small.yaml:15 steps[1].decides: is missing; name the role that decides",
                        "playbooks/small.yaml:15 steps[1].each: unknown each 'thing'; known are system, element, entry-point,"
                                + " artifact, scenario, incident, question, presumption, claim, exclusion, adversary, asset");
    }

    @Test
    void lists_every_problem_of_the_formats() {
        folder.write("formats.yaml", """
                one: {title: One, endings: [.one, .ONE], exposure: high, because: it is}
                two: {title: Two, endings: [.one], exposure: enormous}
                """);
        assertThat(problems(() -> Knowledge.read(root).formats()))
                .containsExactlyInAnyOrder(
                        "formats.yaml:1 one.endings[1]: '.ONE' is no ending of a name; write it in small letters, as in"
                                + " .onnx",
                        "formats.yaml:2 two.endings[0]: '.one' is an ending of 'one' too; keep it at one of the two",
                        "formats.yaml:2 two.exposure: unknown exposure 'enormous'; known are low, medium, high",
                        "formats.yaml:2 two.because: is missing; say why");
    }

    private List<String> problems(ThrowingCallable reading) {
        var thrown = catchThrowableOfType(InvalidInputException.class, reading);
        return thrown.problems().stream()
                .map(p -> p.toString().replace(root + "/", ""))
                .toList();
    }
}
