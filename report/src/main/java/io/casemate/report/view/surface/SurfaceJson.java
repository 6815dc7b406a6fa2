package io.casemate.report.view.surface;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.report.view.Heads;
import io.casemate.report.view.surface.EntryPoint.Door;

/** The attack surface as JSON. */
final class SurfaceJson {
    private SurfaceJson() {}

    static JsonObject of(AttackSurface surface) {
        return Heads.json("attack-surface", surface.assessment())
                .put("entryPoints", Json.array(surface.entries(), SurfaceJson::entry))
                .put("notReached", Json.array(surface.apart(), SurfaceJson::artifact));
    }

    private static JsonObject entry(EntryPoint entry) {
        return Json.object()
                .put("id", entry.element().id())
                .put("name", entry.element().name())
                .put("kind", entry.element().kind().id())
                .put("trust", entry.trust())
                .put("internetFacing", entry.internet())
                .put("doors", Json.array(entry.doors(), SurfaceJson::door))
                .put("adversaries", Json.texts(entry.adversaries()))
                .put("exposure", entry.exposure().map(l -> l.id()).orElse("none"))
                .put("artifacts", Json.array(entry.artifacts(), SurfaceJson::artifact))
                .put("scenarios", Json.array(entry.risks(), Heads::scenario));
    }

    private static JsonObject door(Door door) {
        return Json.object()
                .put("flow", door.flow().id())
                .put("from", door.from().id())
                .put("trust", door.trust());
    }

    private static JsonObject artifact(SurfaceArtifact artifact) {
        return Json.object()
                .put("element", artifact.element().id())
                .put("path", artifact.path())
                .put("format", artifact.format())
                .put("usual", artifact.usual().id())
                .put("exposure", artifact.exposure().id())
                .put("because", artifact.because())
                .put("scanned", artifact.scanned());
    }
}
