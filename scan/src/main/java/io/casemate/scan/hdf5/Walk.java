package io.casemate.scan.hdf5;

import io.casemate.scan.snippet.Snippet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Visits every object that can be reached from the root group, each once, and tells what is in it. */
final class Walk {
    private static final int PATH_SHOWN_MAX = 300;
    private static final int GAPS_MAX = 20;

    private record Visit(long address, String path) {}

    private final Hdf5File file;
    private final Values values;
    private final Deque<Visit> open = new ArrayDeque<>();
    private final Set<Long> seen = new HashSet<>();
    private int gaps;

    Walk(Hdf5File file) {
        this.file = file;
        this.values = new Values(file);
    }

    /** Whether all objects could be read. */
    boolean run() {
        enter(new Link.Hard("", file.root()), "");
        while (!open.isEmpty() && gaps < GAPS_MAX) {
            file.inspection().step();
            Visit visit = open.poll();
            try {
                visit(visit);
            } catch (IndexOutOfBoundsException e) {
                gap(
                        visit.address,
                        "'%s' cannot be read: it points outside the file or to what it should not (%s)"
                                .formatted(shown(visit.path), e.getMessage()));
            }
        }
        return gaps == 0;
    }

    private void visit(Visit visit) {
        List<Message> messages = ObjectHeader.read(file, visit.address);
        guarded(visit, () -> new Links(file, link -> enter(link, visit.path)).read(messages));
        guarded(visit, () -> Attribute.each(file, messages, a -> attribute(a, visit)));
        DataSet.read(file, values, shown(visit.path), messages);
        if (messages.stream().anyMatch(m -> m.type() == Message.SHARED_TABLE)) {
            gap(visit.address, "the file keeps a table of shared messages, which is not read");
        }
    }

    private void attribute(Attribute attribute, Visit visit) {
        guarded(visit, () -> values.attribute(attribute, shown(visit.path)));
    }

    /** What is broken in one part of an object keeps nobody from looking at its other parts. */
    private void guarded(Visit visit, Runnable part) {
        try {
            part.run();
        } catch (IndexOutOfBoundsException e) {
            gap(visit.address, "a part of '%s' cannot be read (%s)".formatted(shown(visit.path), e.getMessage()));
        }
    }

    private void enter(Link link, String parent) {
        String path = parent.length() > PATH_SHOWN_MAX ? parent : parent + "/" + link.name();
        switch (link) {
            case Link.Hard hard -> {
                if (hard.address() == Hdf5File.UNDEFINED || !seen.add(hard.address())) {
                    return;
                }
                if (seen.size() > file.inspection().limits().membersMax()) {
                    gap(
                            hard.address(),
                            "the file has more than %d objects"
                                    .formatted(file.inspection().limits().membersMax()));
                    return;
                }
                open.add(new Visit(
                        hard.address(), parent.isEmpty() && link.name().isEmpty() ? "" : path));
            }
            case Link.Soft soft -> {} // what it names is reached by its own link, or is nowhere
            case Link.External external -> ExternalFiles.tell(file, external, path);
            case Link.Foreign foreign ->
                file.inspection()
                        .found(
                                "hdf5/foreign-link",
                                foreign.offset(),
                                "'%s' is a link of kind %d, which needs a plug-in"
                                        .formatted(Snippet.shown(path), foreign.kind()));
        }
    }

    private void gap(long at, String what) {
        gaps++;
        if (gaps <= GAPS_MAX) {
            file.inspection().gap(at, what);
        }
    }

    private static String shown(String path) {
        return path.isEmpty() ? "/" : Snippet.shown(path);
    }
}
