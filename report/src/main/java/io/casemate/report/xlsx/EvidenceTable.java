package io.casemate.report.xlsx;

import io.casemate.core.evidence.Alert;
import io.casemate.core.evidence.AttackResult;
import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.evidence.Finding;
import io.casemate.core.evidence.Recorded;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.EvidenceUse;
import io.casemate.report.wording.Glossary;
import io.casemate.report.wording.Observations;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that was recorded up to the moment, and what of it counts. */
final class EvidenceTable {
    private EvidenceTable() {}

    static Table of(Assessment assessment, EvidenceBook book, Glossary glossary) {
        Map<Long, EvidenceUse> uses = new HashMap<>();
        assessment
                .risks()
                .forEach(r -> r.evidence()
                        .forEach(u -> uses.merge(u.evidence().seq(), u, (one, other) -> one.counts() ? one : other)));
        return new Table(
                "Evidence",
                List.of(
                        Column.whole("Line"),
                        Column.text("Kind", 14),
                        Column.text("Of", 36),
                        Column.text("At", 30),
                        Column.wrapped("What was seen", 70),
                        Column.text("By", 22),
                        Column.date("Observed"),
                        Column.date("Recorded"),
                        Column.text("Withdrawn", 11),
                        Column.text("Moves a risk", 13),
                        Column.wrapped("Note", 50)),
                book.evidence().stream()
                        .filter(e -> !e.at().isAfter(assessment.asOf()))
                        .map(e -> row(e, book, uses, glossary))
                        .toList());
    }

    private static List<Field> row(
            Recorded<Evidence> recorded, EvidenceBook book, Map<Long, EvidenceUse> uses, Glossary glossary) {
        Evidence body = recorded.body();
        EvidenceUse use = uses.get(recorded.seq());
        return List.of(
                Field.of((double) recorded.seq()),
                Field.of(Observations.kind(body)),
                Field.of(
                        switch (body) {
                            case Finding f -> f.threatId();
                            case AttackResult r -> r.threatId();
                            case Alert a -> a.threatId();
                            case Attestation a -> a.controlId();
                        }),
                Field.of(glossary.target(body.targetId())),
                Field.of(Observations.headline(body)),
                Field.of(body.provenance().source()),
                day(body.provenance().observedAt()),
                day(recorded.at()),
                Field.yes(book.withdrawn().contains(recorded.seq())),
                Field.yes(use != null && use.counts()),
                Field.of(use == null ? "" : use.note()));
    }

    private static Field day(Instant moment) {
        return new Field.Day(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }
}
