package io.casemate.cli.init;

import io.casemate.core.json.Json;
import io.casemate.core.model.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A model to begin with, as a commented text. */
enum Template implements Named {
    IMAGE_CLASSIFIER,
    FRAUD_DETECTION,
    GENAI_PLATFORM,
    MINIMAL;

    private static final String NAME = "{{name}}";

    /** The whole file for a system of that name. */
    String text(String systemName) {
        String name = Json.text(systemName).compact(); // a JSON text is a YAML text
        return head() + resource(id() + ".yaml").replace(NAME, name);
    }

    /** How every casemate.yaml begins: for editors, and for who opens it the first time. */
    static String head() {
        return resource("head.yaml");
    }

    private static String resource(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource %s beside %s".formatted(name, Template.class));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return id();
    }
}
