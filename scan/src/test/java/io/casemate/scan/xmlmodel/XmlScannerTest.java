package io.casemate.scan.xmlmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Limits;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Endurance;
import io.casemate.scan.trial.Trial;
import java.lang.foreign.MemorySegment;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlScannerTest {
    static final String PMML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- made by hand & <odd> -->
            <PMML version="4.4" xmlns="http://www.dmg.org/PMML-4_4"><Header copyright='x'/>
            <DataDictionary><DataField name="a &gt; b"/></DataDictionary><![CDATA[ <x> ]]></PMML>
            """;

    private static Trial trial(String text) {
        return Trial.of(new XmlScanner(), text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PMML,
                "\ufeff" + PMML,
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0\"/></svg>",
                "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\"><svg/>",
                "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY nbsp \"&#160;\"> <!-- ]> -->]><x>&nbsp;</x>"
            })
    void an_honest_document_is_silent_and_wholly_read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(new XmlScanner().recognises(Content.of("x", bytes))).isEqualTo(Recognition.CERTAIN);
        Trial trial = trial(text);
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.coveredAll(bytes.length)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE x [<!ENTITY e PUBLIC 'a' 'http://example.org/x'>]>",
                "<!DOCTYPE x [<!ENTITY % e SYSTEM 'http://example.org/x.dtd'> %e;]>",
                "<!doctype x [<!entity\n e\n system 'x'>]>",
                "<!DOCTYPE x [<!-- ' --><!ENTITY e SYSTEM 'x'>]>"
            })
    void an_entity_from_outside_is_told(String type) {
        assertThat(trial("<?xml version='1.0'?>" + type + "<PMML>&e;</PMML>").rules())
                .containsExactly("xmlmodel/external-entity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16"})
    void an_entity_from_outside_is_told_in_wide_encodings(String charset) {
        String text = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'x'>]><x/>";
        Trial trial = Trial.of(new XmlScanner(), text.getBytes(Charset.forName(charset)));
        assertThat(trial.rules()).containsExactly("xmlmodel/external-entity");
    }

    @Test
    void entities_of_entities_are_told() {
        assertThat(trial("<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><x>&b;</x>")
                        .rules())
                .containsExactly("xmlmodel/entity-expansion");
    }

    @Test
    void a_document_type_from_outside_is_told() {
        assertThat(trial("<!DOCTYPE x SYSTEM 'http://evil.example/x.dtd'><x/>").rules())
                .containsExactly("xmlmodel/external-type");
    }

    @Test
    void an_inclusion_is_told() {
        assertThat(trial(
                                "<?xml version='1.0'?><x xmlns:i='http://www.w3.org/2001/XInclude'><i:include href='/etc/passwd'/></x>")
                        .rules())
                .containsExactly("xmlmodel/inclusion");
    }

    @Test
    void an_encoding_that_hides_markup_is_told() {
        assertThat(trial("<?xml version='1.0' encoding='UTF-7'?><x/>").rules())
                .containsExactly("xmlmodel/odd-encoding");
        assertThat(trial("<?xml version='1.0' encoding='ISO-8859-1'?><x/>").rules())
                .isEmpty();
    }

    @Test
    void code_in_an_extension_is_told() {
        assertThat(trial("<PMML version='4.4'><Extension>Runtime.getRuntime().exec('id')</Extension></PMML>")
                        .rules())
                .containsExactly("xmlmodel/code");
    }

    @Test
    void a_script_in_a_drawing_is_told_and_one_in_a_page_is_a_note() {
        for (String drawing : java.util.List.of(
                "<svg xmlns='x' onload='f()'/>",
                "<svg xmlns='x'><script>f()</script></svg>",
                "<svg xmlns='x'><a href='javascript:0'/></svg>")) {
            assertThat(trial(drawing).rules()).as(drawing).contains("xmlmodel/drawing-script");
        }
        assertThat(trial("<svg xmlns='x'><path d='M0 0'/><a href='https://x.example'/></svg>")
                        .rules())
                .isEmpty();
        assertThat(trial("<html><script>f()</script></html>").rules()).containsExactly("xmlmodel/script");
    }

    private static Trial net(String version, String data, int weights) {
        String text =
                "<net name='m' version='11'><layers><layer id='0' name='w' type='Const' version='%s'><data %s/></layer></layers></net>"
                        .formatted(version, data);
        var bin = Content.of("m.bin", new byte[weights]);
        var content = new Content(
                "d/m.xml",
                MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8)),
                n -> n.equals("m.bin") && weights > 0 ? Optional.of(bin) : Optional.empty());
        Trial any = Trial.of(new XmlScanner(), new byte[0]);
        return Trial.of(new XmlScanner(), content, Limits.DEFAULT, any.judge());
    }

    @Test
    void weights_beside_openvino_layers_are_told_as_tensors() {
        Trial trial = net("opset1", "element_type='f32' shape='2, 3' offset='4' size='24'", 28);
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.tensors.getFirst().shape()).isEqualTo(List.of(2L, 3L));
    }

    @Test
    void weights_outside_their_file_are_told_and_a_missing_file_is_a_gap() {
        assertThat(net("opset1", "element_type='f32' shape='2,3' offset='8' size='24'", 28)
                        .rules())
                .containsExactly("xmlmodel/weights-bounds");
        assertThat(net("opset1", "element_type='f32' shape='2,3' offset='-1' size='24'", 28)
                        .rules())
                .containsExactly("xmlmodel/weights-bounds");
        assertThat(net("opset1", "element_type='f32' shape='6' offset='0' size='24'", 0).gaps)
                .hasSize(1);
    }

    @Test
    void a_layer_that_needs_a_library_is_told() {
        assertThat(net("extension", "x='1'", 0).rules()).containsExactly("xmlmodel/custom-layer");
    }

    @Test
    void broken_markup_is_a_gap() {
        for (String text : List.of(
                "<?xml version='1.0'?><a><b></a></b>", "<?xml version='1.0'?><a", "<?xml version='1.0'?><a b=c/>")) {
            assertThat(trial(text).gaps).as(text).hasSize(1);
        }
        assertThat(trial("<?xml version='1.0'?>" + "<a>".repeat(5_000)).gaps).hasSize(1);
    }

    @Test
    void survives_prefixes_and_mutations() {
        byte[] sample = ("<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'x'>]>"
                        + PMML.substring(PMML.indexOf("<PMML")))
                .getBytes(StandardCharsets.UTF_8);
        Endurance.survivesEveryPrefix(new XmlScanner(), sample);
        Endurance.survivesMutations(new XmlScanner(), sample);
    }
}
