package io.casemate.text.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SecretFinderTest {
    private final Made made = new Made(20260302L);

    private Map<SecretKind, String> strong() {
        var all = new LinkedHashMap<SecretKind, String>();
        all.put(SecretKind.GITHUB_TOKEN, "git clone with " + made.checksummed("ghp_") + " as password");
        all.put(SecretKind.NPM_TOKEN, "//registry/:_authToken=" + made.checksummed("npm_"));
        all.put(SecretKind.GITLAB_TOKEN, "glpat-" + made.drawn(20, Made.BASE62));
        all.put(SecretKind.HUGGING_FACE_TOKEN, "HF_TOKEN=hf_" + made.drawn(34, Made.BASE62));
        all.put(SecretKind.PYPI_TOKEN, "pypi-AgEIcHlwaS5vcmc" + made.drawn(150, Made.BASE62));
        all.put(SecretKind.GCP_API_KEY, "key: AIzaSy" + made.drawn(33, Made.BASE62));
        all.put(SecretKind.STRIPE_KEY, "sk_live_" + made.drawn(24, Made.BASE62));
        all.put(SecretKind.ANTHROPIC_KEY, "sk-ant-api03-" + made.drawn(93, Made.BASE62) + "AA");
        all.put(
                SecretKind.SLACK_TOKEN,
                "xoxb-" + made.drawn(12, "123456789") + "-" + made.drawn(12, "123456789") + "-"
                        + made.drawn(24, Made.BASE62));
        all.put(SecretKind.DATABRICKS_TOKEN, "token = dapi" + made.drawn(32, Made.HEX));
        all.put(
                SecretKind.AWS_KEY,
                "aws_access_key_id = AKIA" + made.drawn(16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
                        + "\naws_secret_access_key = " + made.drawn(40, Made.BASE64) + "\n");
        all.put(
                SecretKind.AZURE_KEY,
                "DefaultEndpointsProtocol=https;AccountName=store;AccountKey=" + made.drawn(86, Made.BASE64) + "==;");
        all.put(
                SecretKind.OPENAI_KEY,
                "sk-proj-" + made.drawn(58, Made.BASE62) + "T3BlbkFJ" + made.drawn(58, Made.BASE62));
        all.put(SecretKind.SENDGRID_KEY, "SG." + made.drawn(22, Made.BASE62) + "." + made.drawn(43, Made.BASE62));
        all.put(SecretKind.TWILIO_KEY, "twilio_key = 'SK" + made.drawn(32, Made.HEX) + "'");
        all.put(SecretKind.WANDB_KEY, "WANDB_API_KEY=" + made.drawn(40, Made.HEX));
        all.put(SecretKind.PRIVATE_KEY, made.pem("RSA PRIVATE KEY"));
        all.put(
                SecretKind.GCP_SERVICE_ACCOUNT,
                "{\"type\": \"service_account\", \"private_key\": \""
                        + made.pem("PRIVATE KEY").replace("\n", "\\n") + "\"}");
        all.put(SecretKind.MODEL_HOST_KEY, "sk-or-v1-" + made.drawn(64, Made.HEX));
        all.put(
                SecretKind.LOGIN_PASSWORD,
                "machine host.example login user\n  password " + made.drawn(40, Made.BASE62) + "\n");
        return all;
    }

    @Test
    void each_shape_an_issuer_defines_is_found_and_strong() {
        strong().forEach((kind, text) -> assertThat(SecretFinder.find(text))
                .as("%s in %s", kind, text)
                .anyMatch(secret -> secret.kind() == kind && secret.strong()));
    }

    @Test
    void a_key_of_a_project_needs_no_mark_in_its_middle() {
        assertThat(SecretFinder.find("{\"openai_api_key\": \"sk-proj-%s\"}".formatted(made.drawn(48, Made.BASE62))))
                .anyMatch(secret -> secret.kind() == SecretKind.OPENAI_KEY && secret.strong());
        for (String text : List.of(
                "sk-proj-your-key-here",
                "sk-proj-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "sk-admin-panel",
                "xai-explainability")) {
            assertThat(SecretFinder.find(text)).as(text).noneMatch(Secret::strong);
        }
        assertThat(SecretFinder.find("machine host.example login user password <token>"))
                .isEmpty();
        assertThat(SecretFinder.find("every machine learning login password is long"))
                .isEmpty();
    }

    @Test
    void a_secret_is_where_it_says() {
        String token = made.checksummed("ghp_");
        String text = "before " + token + " after";
        Secret secret = SecretFinder.find(text).getFirst();
        assertThat(text.substring(secret.start(), secret.end())).isEqualTo(token);
    }

    @Test
    void what_is_shown_never_holds_the_secret() {
        strong().values().forEach(text -> {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            for (Secret secret : SecretFinder.find(text)) {
                String whole = text.substring(secret.start(), secret.end());
                assertThat(secret.redacted(bytes)).doesNotContain(whole.substring(4, Math.min(9, whole.length())));
            }
        });
    }

    @Test
    void a_token_whose_checksum_is_wrong_is_weak() {
        String token = made.checksummed("ghp_");
        char last = token.charAt(token.length() - 1) == 'a' ? 'b' : 'a';
        assertThat(SecretFinder.find(token.substring(0, token.length() - 1) + last))
                .singleElement()
                .matches(secret -> !secret.strong());
    }

    @Test
    void documented_examples_are_weak_at_most() {
        for (String text : List.of(
                "aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                "hf_" + "x".repeat(34),
                "glpat-xxxxxxxxxxxxxxxxxxxx",
                "sk_test_" + made.drawn(24, Made.BASE62),
                "export HF_TOKEN=hf_your_token_here",
                "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n" + made.drawn(90, Made.BASE62) + "\n-----END PRIVATE KEY-----",
                "-----BEGIN PUBLIC KEY-----\n" + made.drawn(300, Made.BASE64) + "\n-----END PUBLIC KEY-----")) {
            assertThat(SecretFinder.find(text)).as(text).noneMatch(Secret::strong);
        }
    }

    @Test
    void a_key_with_filling_in_its_middle_is_read_to_its_end() {
        for (int filling = 1; filling < 5; filling++) {
            String body = made.drawn(33, Made.BASE62) + "=".repeat(filling) + made.drawn(90, Made.BASE62);
            String text = "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----";
            assertThat(SecretFinder.find(text)).as(text).noneMatch(Secret::strong);
        }
    }

    @Test
    void hashes_identifiers_and_encoded_data_are_silent() {
        for (String text : List.of(
                "commit " + made.drawn(40, Made.HEX),
                "sha256:" + made.drawn(64, Made.HEX),
                "\"model_hash\": \"" + made.drawn(64, Made.HEX) + "\"",
                "550e8400-e29b-41d4-a716-446655440000",
                "data:image/png;base64," + made.drawn(5000, Made.BASE64),
                "\"tensor\": \"" + made.drawn(9000, Made.BASE64) + "\"",
                "password = getpass.getpass('Password: ')",
                "api_key = os.environ['OPENAI_API_KEY']",
                "secret = '${SECRET}'",
                "token: <your-token>",
                "postgres://user:password@localhost/db",
                "postgres://${USER}:${PASSWORD}@host/db",
                "https://huggingface.co/bert-base-uncased:main",
                "from hf_olmo import hf_hub_download_and_cache_all_the_files")) {
            assertThat(SecretFinder.find(text)).as(text).isEmpty();
        }
    }

    @Test
    void what_has_only_a_telling_name_is_weak() {
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.US_ASCII));
        String payload = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"sub\":\"1234567890\"}".getBytes(StandardCharsets.US_ASCII));
        Map<SecretKind, String> weak = Map.of(
                SecretKind.JSON_WEB_TOKEN, header + "." + payload + "." + made.drawn(43, Made.BASE62),
                SecretKind.DATABASE_PASSWORD,
                        "url = 'postgresql://app:" + made.drawn(16, Made.BASE62) + "@db.internal/x'",
                SecretKind.URL_PASSWORD, "https://bot:" + made.drawn(16, Made.BASE62) + "@nexus.internal/",
                SecretKind.ASSIGNED_SECRET, "db_password = \"" + made.drawn(20, Made.BASE62) + "9x7\"");
        weak.forEach((kind, text) -> assertThat(SecretFinder.find(text))
                .as(text)
                .singleElement()
                .matches(secret -> secret.kind() == kind && !secret.strong()));
    }

    @Test
    void survives_every_prefix_and_any_bytes() {
        strong().values().forEach(text -> {
            for (int n = 0; n <= text.length(); n++) {
                assertThat(SecretFinder.find(text.substring(0, n))).hasSizeLessThan(3);
            }
        });
        byte[] every = new byte[1 << 16];
        for (int i = 0; i < every.length; i++) {
            every[i] = (byte) (i * 7919 >>> 3);
        }
        assertThat(SecretFinder.find(every, 0, every.length)).isEmpty();
    }

    @Test
    @Timeout(20)
    void time_grows_with_the_text_and_not_with_its_square() {
        String trigger = "eyJ://password:-----BEGIN PRIVATE KEY-----sk-T3BlbkFJ";
        assertThat(SecretFinder.find(trigger.repeat(20_000))).allMatch(secret -> !secret.strong());
    }
}
