package io.casemate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A system's tier under a regulation, by the answers in its model. */
class QuestionnaireTest {
    @TempDir
    Path folder;

    private Run asked(String answers, Object... more) throws IOException {
        Files.writeString(folder.resolve("casemate.yaml"), """
                casemate: 1
                scope: {name: Recruiting}
                zones:
                  - {id: inside, trust: 2}
                elements:
                  - {id: ranker, kind: model, zone: inside}
                answers:
                  eu-ai-act: {%s}
                """.formatted(answers));
        Object[] arguments = new Object[4 + more.length];
        System.arraycopy(new Object[] {"questions", folder, "--framework", "eu-ai-act"}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Run.casemate(arguments);
    }

    @Test
    void tells_the_tier_what_follows_from_it_when_and_what_is_still_to_ask() throws IOException {
        Run run = asked("recruitment: yes, profiles-people: yes, public-deployer: yes, talks-to-people: unknown");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("High-risk system, as far as the answers go", "Annex III:", "Article 27", "2027-12-02")
                .contains("unreviewed, was", "2026-08-02", "Open questions", "social-scoring");
        assertThat(run.out().lines()).allSatisfy(l -> assertThat(l).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void is_json_for_programs() throws IOException {
        Run run = asked("union: no", "--format", "json");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("\"tier\": \"outside\"", "\"decided\": true", "\"answer\": \"no\"");
    }

    @Test
    void refuses_an_answer_to_no_question_and_an_unknown_questionnaire() throws IOException {
        Run misspelt = asked("recruitmnt: yes");
        assertThat(misspelt.code()).isEqualTo(3);
        assertThat(misspelt.err())
                .contains("answers.eu-ai-act.recruitmnt", "is no question of it", "did you mean 'recruitment'?");

        Run unknown = Run.casemate("questions", folder, "--framework", "eu-ai-akt");
        assertThat(unknown.code()).isEqualTo(3);
        assertThat(unknown.err()).contains("did you mean 'eu-ai-act'?");
    }
}
