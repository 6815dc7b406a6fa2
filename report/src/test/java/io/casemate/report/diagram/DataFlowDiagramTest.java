package io.casemate.report.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.model.Element;
import io.casemate.core.model.ElementKind;
import io.casemate.core.model.Flow;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Topology;
import io.casemate.core.model.Zone;
import io.casemate.core.risk.Band;
import io.casemate.report.example.FraudSystem;
import io.casemate.report.example.HostileSystem;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class DataFlowDiagramTest {
    private static List<Drawing> draw(SystemModel model) {
        return DataFlowDiagram.draw(Topology.of(model), Map.of("ensemble", Band.HIGH));
    }

    @Test
    void shows_every_element_and_flow_by_its_id() {
        SystemModel model = FraudSystem.model();
        String svg = draw(model).getFirst().svg();
        model.elements()
                .forEach(e -> assertThat(svg).contains("data-id=\"" + e.id() + "\"", "id=\"d-" + e.id() + "\""));
        model.flows().forEach(f -> assertThat(svg).contains("data-id=\"" + f.id() + "\""));
        assertThat(svg)
                .contains("class=\"node process on-high\"", "<title id=\"dfd-title\">", "<desc id=\"dfd-desc\">");
    }

    @Test
    void is_well_formed_whatever_the_names_are() throws Exception {
        for (SystemModel model : List.of(FraudSystem.model(), HostileSystem.model())) {
            var source = new InputSource(new StringReader(draw(model).getFirst().svg()));
            var document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(source);
            assertThat(document.getElementsByTagName("script").getLength()).isZero();
            assertThat(document.getElementsByTagName("img").getLength()).isZero();
        }
    }

    @Test
    void the_same_system_gives_the_same_text() {
        assertThat(draw(FraudSystem.model())).isEqualTo(draw(FraudSystem.model()));
    }

    @Test
    void elements_lie_inside_their_zones_and_apart_from_each_other() {
        Scene scene = Scenes.whole(Topology.of(FraudSystem.model()));
        Plan plan = LayeredLayout.of(scene);
        for (Scene.Node node : scene.nodes()) {
            Box box = plan.nodes().get(node.id());
            Box zone = plan.groups().get(node.group());
            assertThat(holds(zone, box))
                    .as("%s lies in %s", node.id(), node.group())
                    .isTrue();
            for (Scene.Node other : scene.nodes()) {
                assertThat(node == other || apart(box, plan.nodes().get(other.id())))
                        .as("%s and %s", node.id(), other.id())
                        .isTrue();
            }
        }
    }

    @Test
    void a_zone_is_as_wide_as_its_name() {
        Scene scene = Scenes.whole(Topology.of(FraudSystem.model()));
        Plan plan = LayeredLayout.of(scene);
        scene.groups()
                .forEach(g -> assertThat(plan.groups().get(g.id()).width())
                        .as(g.name())
                        .isGreaterThanOrEqualTo(Style.zoneHeadWidth(g)));
    }

    @Test
    void a_flow_that_crosses_two_zones_is_marked_twice() {
        Scene scene = Scenes.whole(Topology.of(FraudSystem.model()));
        Plan plan = LayeredLayout.of(scene);
        Scene.Link score = scene.links().stream()
                .filter(l -> l.dataId().equals("f-archive"))
                .findFirst()
                .orElseThrow();
        assertThat(score.crossed()).containsExactly("ml-platform");
        int at = scene.links().indexOf(score);
        assertThat(plan.routes().get(at).meets(plan.groups().get("ml-platform")))
                .hasSize(1);
    }

    @Test
    void a_large_system_is_cut_into_bounded_sheets_that_show_every_element_once() {
        SystemModel model = large(2_000, 3_000);
        List<Scene> scenes = new ZoneScenes(Topology.of(model)).all();
        Set<String> seen = new HashSet<>();
        for (Scene scene : scenes.subList(1, scenes.size())) {
            assertThat(scene.nodes()).hasSizeLessThanOrEqualTo(Sheets.ELEMENTS_MAX + 9);
            scene.nodes().stream()
                    .filter(n -> !n.stub())
                    .forEach(n -> assertThat(seen.add(n.id())).as(n.id()).isTrue());
        }
        assertThat(seen).hasSize(2_000);
        assertThat(draw(model)).hasSameSizeAs(scenes);
    }

    private static boolean holds(Box outer, Box inner) {
        return inner.x() >= outer.x()
                && inner.y() >= outer.y()
                && inner.x() + inner.width() <= outer.x() + outer.width()
                && inner.y() + inner.height() <= outer.y() + outer.height();
    }

    private static boolean apart(Box a, Box b) {
        return a.x() + a.width() <= b.x()
                || b.x() + b.width() <= a.x()
                || a.y() + a.height() <= b.y()
                || b.y() + b.height() <= a.y();
    }

    private static SystemModel large(int elements, int flows) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261121L);
        ElementKind[] kinds = ElementKind.values();
        List<Zone> zones = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            zones.add(new Zone("z" + i, "Zone " + i, i < 6 ? "" : "z" + i % 6, i % 4));
        }
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < elements; i++) {
            ElementKind kind = kinds[random.nextInt(kinds.length)];
            String zone = "z" + i * 60L / elements;
            all.add(new Element("e" + i, "Element " + i, "", kind, zone, List.of(), Map.of(), List.of(), List.of()));
        }
        List<Flow> arrows = new ArrayList<>();
        for (int i = 0; i < flows; i++) {
            int from = random.nextInt(elements);
            int to = (from + 1 + random.nextInt(20)) % elements;
            arrows.add(new Flow("f" + i, "", "e" + from, "e" + to, List.of(), Map.of(), List.of()));
        }
        SystemModel fair = FraudSystem.model();
        return new SystemModel(fair.scope(), List.of(), List.of(), zones, all, arrows, List.of(), List.of());
    }
}
