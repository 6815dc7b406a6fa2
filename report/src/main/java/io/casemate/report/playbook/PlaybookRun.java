package io.casemate.report.playbook;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.knowledge.playbook.Playbook;
import io.casemate.core.knowledge.playbook.Playbook.Step;
import io.casemate.report.document.Document;
import io.casemate.report.view.ViewInput;
import java.util.List;

/**
 * A playbook for one system at one moment.
 *
 * @param system how the user names the system on the command line
 */
public record PlaybookRun(Playbook playbook, String system, ViewInput input, List<StepRun> steps) {
    /**
     * One step.
     *
     * @param items what it is to be done for; none where the system has nothing of that sort
     */
    record StepRun(Step step, List<Item> items) {
        StepRun {
            items = List.copyOf(items);
        }

        long done() {
            return items.stream().filter(Item::done).count();
        }

        /** In one word or two: done, 2 of 3 done, open, nothing to do. */
        String state() {
            if (items.isEmpty()) {
                return "nothing to do";
            }
            if (done() == items.size()) {
                return "done";
            }
            return items.size() == 1 || done() == 0 ? "open" : "%d of %d done".formatted(done(), items.size());
        }
    }

    /**
     * What a step is done for.
     *
     * @param id id of the element, scenario, question or the like; of the system its name
     * @param name as people call it
     * @param because what shows that it is done, or what it rests on; may be empty
     */
    record Item(String id, String name, String task, String command, boolean done, String because) {}

    public PlaybookRun {
        steps = List.copyOf(steps);
    }

    /** Fills a playbook: a pure function. */
    public static PlaybookRun of(Playbook playbook, String system, ViewInput input) {
        var items = new StepItems(playbook, system, input);
        return new PlaybookRun(
                playbook,
                system,
                input,
                playbook.steps().stream()
                        .map(step -> new StepRun(step, items.of(step)))
                        .toList());
    }

    public Document document() {
        return PlaybookPage.of(this);
    }

    public JsonObject json() {
        return PlaybookJson.of(playbook)
                .put("system", input.assessment().topology().model().scope().name())
                .put("asOf", input.assessment().asOf().toString())
                .put("steps", Json.array(steps, PlaybookRun::json));
    }

    private static JsonObject json(StepRun run) {
        return PlaybookJson.of(run.step())
                .put("state", run.state())
                .put(
                        "items",
                        Json.array(
                                run.items(),
                                i -> Json.object()
                                        .put("id", i.id())
                                        .put("name", i.name())
                                        .put("do", i.task())
                                        .put("command", i.command())
                                        .put("done", i.done())
                                        .put("because", i.because())));
    }
}
