package io.casemate.text.secret;

import io.casemate.text.literal.LiteralSet.Literal;
import java.util.List;
import java.util.Optional;

/**
 * A token that begins with a fixed prefix.
 *
 * @param body characters that follow the prefix
 * @param min fewest of them
 * @param max most of them; a longer run is something else
 * @param checked whether the last six are a checksum of the others
 * @param live whether a token of this shape is one that works, and not a test token
 */
record Token(SecretKind kind, String prefix, Characters body, int min, int max, boolean checked, boolean live)
        implements Recogniser {
    /** Prefixes and shapes as their issuers publish them. */
    static final List<Token> ALL = List.of(
            new Token(SecretKind.GITHUB_TOKEN, "ghp_", Characters.LETTERS_AND_DIGITS, 36, 36, true, true),
            new Token(SecretKind.GITHUB_TOKEN, "gho_", Characters.LETTERS_AND_DIGITS, 36, 36, true, true),
            new Token(SecretKind.GITHUB_TOKEN, "ghu_", Characters.LETTERS_AND_DIGITS, 36, 36, true, true),
            new Token(SecretKind.GITHUB_TOKEN, "ghs_", Characters.LETTERS_AND_DIGITS, 36, 36, true, true),
            new Token(SecretKind.GITHUB_TOKEN, "ghr_", Characters.LETTERS_AND_DIGITS, 36, 76, true, true),
            new Token(SecretKind.GITHUB_TOKEN, "github_pat_", Characters.WORD, 82, 82, false, true),
            new Token(SecretKind.NPM_TOKEN, "npm_", Characters.LETTERS_AND_DIGITS, 36, 36, true, true),
            new Token(SecretKind.GITLAB_TOKEN, "glpat-", Characters.BASE64_URL, 20, 64, false, true),
            new Token(SecretKind.HUGGING_FACE_TOKEN, "hf_", Characters.LETTERS_AND_DIGITS, 34, 34, false, true),
            new Token(SecretKind.PYPI_TOKEN, "pypi-AgEIcHlwaS5vcmc", Characters.BASE64_URL, 50, 800, false, true),
            new Token(SecretKind.GCP_API_KEY, "AIzaSy", Characters.BASE64_URL, 33, 33, false, true),
            new Token(SecretKind.STRIPE_KEY, "sk_live_", Characters.LETTERS_AND_DIGITS, 24, 247, false, true),
            new Token(SecretKind.STRIPE_KEY, "rk_live_", Characters.LETTERS_AND_DIGITS, 24, 247, false, true),
            new Token(SecretKind.STRIPE_KEY, "sk_test_", Characters.LETTERS_AND_DIGITS, 24, 247, false, false),
            new Token(SecretKind.ANTHROPIC_KEY, "sk-ant-", Characters.BASE64_URL, 80, 130, false, true),
            new Token(SecretKind.OPENAI_KEY, "sk-proj-", Characters.BASE64_URL, 40, 200, false, true),
            new Token(SecretKind.OPENAI_KEY, "sk-svcacct-", Characters.BASE64_URL, 40, 200, false, true),
            new Token(SecretKind.OPENAI_KEY, "sk-admin-", Characters.BASE64_URL, 40, 200, false, true),
            new Token(SecretKind.MODEL_HOST_KEY, "sk-or-v1-", Characters.HEX, 64, 64, false, true),
            new Token(SecretKind.MODEL_HOST_KEY, "gsk_", Characters.LETTERS_AND_DIGITS, 52, 52, false, true),
            new Token(SecretKind.MODEL_HOST_KEY, "xai-", Characters.LETTERS_AND_DIGITS, 80, 80, false, true),
            new Token(SecretKind.MODEL_HOST_KEY, "nvapi-", Characters.BASE64_URL, 60, 70, false, true),
            new Token(SecretKind.MODEL_HOST_KEY, "pplx-", Characters.LETTERS_AND_DIGITS, 48, 56, false, true),
            new Token(SecretKind.SLACK_TOKEN, "xoxb-", Characters.BASE64_URL, 40, 90, false, true),
            new Token(SecretKind.SLACK_TOKEN, "xoxp-", Characters.BASE64_URL, 40, 90, false, true),
            new Token(SecretKind.SLACK_TOKEN, "xoxa-", Characters.BASE64_URL, 40, 90, false, true),
            new Token(SecretKind.SLACK_TOKEN, "xoxr-", Characters.BASE64_URL, 40, 90, false, true),
            new Token(SecretKind.SLACK_TOKEN, "xoxs-", Characters.BASE64_URL, 40, 90, false, true),
            new Token(SecretKind.DATABRICKS_TOKEN, "dapi", Characters.HEX, 32, 32, false, true));

    @Override
    public List<Literal> triggers() {
        return List.of(Literal.exact(prefix));
    }

    @Override
    public Optional<Secret> at(byte[] text, int from, int to, int position) {
        int start = position + prefix.length();
        int end = body.runEnd(text, start, Math.min(to, start + max + 1));
        int length = end - start;
        boolean alone = (position == from || !Characters.BASE64_URL.has(text[position - 1]))
                && (end == to || !Characters.BASE64.has(text[end]));
        if (!alone || length < min || length > max) {
            return Optional.empty();
        }
        if (checked && Base62.checks(text, start, end)) {
            return Optional.of(new Secret(kind, position, end, Confidence.STRONG));
        }
        // where there is a checksum, a token without it is none that works
        boolean strong = !checked && live && drawn(text, start, end);
        return Optional.of(new Secret(kind, position, end, strong ? Confidence.STRONG : Confidence.WEAK));
    }

    /** Of sixteen digits no more than four bits a character can be had. */
    private boolean drawn(byte[] text, int start, int end) {
        return body == Characters.HEX
                ? Randomness.entropy(text, start, end) > 3.3 && !Randomness.placeholder(text, start, end)
                : Randomness.drawn(text, start, end) && Randomness.entropy(text, start, end) > 3;
    }
}
