package io.casemate.scan.xmlmodel;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The layers of OpenVINO's intermediate representation; their weights lie in a file of the same name that ends in .bin. */
final class OpenVino {
    private static final Pattern OPSET = Pattern.compile("opset[0-9]{1,3}|experimental|ie_internal_opset|util|");
    private static final Map<String, ElementType> TYPES = Map.ofEntries(
            Map.entry("f64", ElementType.F64),
            Map.entry("f32", ElementType.F32),
            Map.entry("f16", ElementType.F16),
            Map.entry("bf16", ElementType.BF16),
            Map.entry("f8e4m3", ElementType.F8),
            Map.entry("f8e5m2", ElementType.F8),
            Map.entry("f8e8m0", ElementType.F8),
            Map.entry("i64", ElementType.I64),
            Map.entry("i32", ElementType.I32),
            Map.entry("i16", ElementType.I16),
            Map.entry("i8", ElementType.I8),
            Map.entry("u64", ElementType.U64),
            Map.entry("u32", ElementType.U32),
            Map.entry("u16", ElementType.U16),
            Map.entry("u8", ElementType.U8),
            Map.entry("boolean", ElementType.BOOL));

    private final Inspection inspection;
    private final Optional<Content> weights;
    private boolean missing;
    private String layer = "";

    OpenVino(Content content, Inspection inspection) {
        this.inspection = inspection;
        String name = content.simpleName();
        int dot = name.lastIndexOf('.');
        this.weights = content.family().sibling((dot < 0 ? name : name.substring(0, dot)) + ".bin");
    }

    void element(XmlTokens xml) {
        Map<String, String> attributes = xml.attributes();
        if (xml.name().equals("layer")) {
            layer = attributes.getOrDefault("name", "");
            String version = attributes.getOrDefault("version", "");
            if (!OPSET.matcher(version).matches()) {
                inspection.found(
                        "xmlmodel/custom-layer",
                        xml.offset(),
                        "the layer %s of %s needs a library that is loaded with the model"
                                .formatted(
                                        Snippet.quoted(attributes.getOrDefault("type", "")), Snippet.quoted(version)));
            }
        } else if (attributes.containsKey("offset") && attributes.containsKey("size")) {
            weights(attributes, xml.offset());
        }
    }

    private void weights(Map<String, String> attributes, long at) {
        long offset = number(attributes.getOrDefault("offset", ""));
        long size = number(attributes.getOrDefault("size", ""));
        if (weights.isEmpty()) {
            if (!missing && size > 0) {
                inspection.gap(at, "the file with the weights is not there");
            }
            missing |= size > 0;
            return;
        }
        long room = weights.get().size();
        if (offset < 0 || size < 0 || offset > room || size > room - offset) {
            inspection.found(
                    "xmlmodel/weights-bounds",
                    at,
                    "the layer %s takes bytes outside the file of weights".formatted(Snippet.quoted(layer)));
            return;
        }
        ElementType type = TYPES.getOrDefault(attributes.getOrDefault("element_type", ""), ElementType.PACKED);
        boolean whole = size % (type.bits() / 8) == 0;
        ElementType told = whole ? type : ElementType.PACKED;
        inspection.tensor(new Tensor(
                layer,
                told,
                shape(attributes.getOrDefault("shape", ""), size * 8 / told.bits()),
                weights.get().bytes().asSlice(offset, size),
                -1));
    }

    /** The shape where it is as large as the bytes; else one dimension. */
    private static List<Long> shape(String text, long elements) {
        var shape = new ArrayList<Long>();
        double product = 1;
        for (String part : text.split(",", 64)) {
            long length = number(part.strip());
            shape.add(length);
            product *= length;
        }
        return product == elements ? shape : List.of(elements);
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }
}
