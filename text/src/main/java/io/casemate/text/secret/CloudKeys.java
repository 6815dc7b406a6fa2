package io.casemate.text.secret;

import io.casemate.text.literal.LiteralSet.Literal;
import java.util.List;
import java.util.Optional;

/** Keys of clouds and services that are told by their surroundings: each takes its trigger's place and looks about. */
final class CloudKeys {
    private CloudKeys() {}

    static final List<Recogniser> ALL = List.of(
            of(CloudKeys::aws, Literal.exact("AKIA"), Literal.exact("ASIA")),
            of(CloudKeys::azureStorage, Literal.exact("AccountKey=")),
            of(CloudKeys::azureShared, Literal.exact("SharedAccessKey=")),
            of(CloudKeys::openAi, Literal.exact("T3BlbkFJ")),
            of(CloudKeys::sendGrid, Literal.exact("SG.")),
            of(CloudKeys::slackHook, Literal.exact("hooks.slack.com/services/T")),
            of(CloudKeys::twilio, Literal.anyCase("twilio")),
            of(CloudKeys::wandb, Literal.anyCase("wandb_api_key"), Literal.exact("api.wandb.ai")));

    private interface Look {
        Optional<Secret> at(byte[] text, int from, int to, int position);
    }

    private static Recogniser of(Look look, Literal... triggers) {
        return new Recogniser() {
            @Override
            public List<Literal> triggers() {
                return List.of(triggers);
            }

            @Override
            public Optional<Secret> at(byte[] text, int from, int to, int position) {
                return look.at(text, from, to, position);
            }
        };
    }

    /** An access key id: 16 base-32 characters more. Strong where a 40-character secret stands within 200 bytes. */
    private static Optional<Secret> aws(byte[] text, int from, int to, int position) {
        int end = Characters.UPPER_AND_DIGITS.runEnd(text, position, Math.min(to, position + 21));
        boolean alone = position == from || !Characters.BASE64.has(text[position - 1]);
        if (end - position != 20 || !alone || (end < to && Characters.BASE64.has(text[end]))) {
            return Optional.empty();
        }
        boolean example = Randomness.placeholder(text, position, end);
        boolean strong = !example
                && (hasAwsSecret(text, end, Math.min(to, end + 200))
                        || hasAwsSecret(text, Math.max(from, position - 200), position));
        return secret(SecretKind.AWS_KEY, position, end, strong);
    }

    private static boolean hasAwsSecret(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            int end = Characters.BASE64.runEnd(text, i, to);
            if (end - i == 40
                    && Randomness.mixed(text, i, end)
                    && Randomness.entropy(text, i, end) > 4.2
                    && !Randomness.placeholder(text, i, end)) {
                return true;
            }
            i = end;
        }
        return false;
    }

    private static Optional<Secret> azureStorage(byte[] text, int from, int to, int position) {
        return azure(text, to, position + "AccountKey=".length(), 86, 2);
    }

    private static Optional<Secret> azureShared(byte[] text, int from, int to, int position) {
        return azure(text, to, position + "SharedAccessKey=".length(), 43, 1);
    }

    /** Base 64 of 64 or 32 bytes, with its padding. */
    private static Optional<Secret> azure(byte[] text, int to, int start, int length, int padding) {
        int end = Characters.BASE64.runEnd(text, start, Math.min(to, start + length + 1));
        if (end - start != length || end + padding > to || text[end] != '=' || text[end + padding - 1] != '=') {
            return Optional.empty();
        }
        // the emulator's key is public and the same everywhere
        boolean emulator =
                text[start] == 'E' && text[start + 1] == 'b' && text[start + 2] == 'y' && text[start + 3] == '8';
        return secret(SecretKind.AZURE_KEY, start, end + padding, !emulator && Randomness.drawn(text, start, end));
    }

    /** OpenAI's keys hold "OpenAI" in base 64 in their middle. */
    private static Optional<Secret> openAi(byte[] text, int from, int to, int position) {
        int start = Characters.BASE64_URL.runStart(text, position, Math.max(from, position - 160));
        int end = Characters.BASE64_URL.runEnd(text, position, Math.min(to, position + 160));
        boolean prefixed = end - start >= 48 && text[start] == 's' && text[start + 1] == 'k' && text[start + 2] == '-';
        return prefixed
                ? secret(SecretKind.OPENAI_KEY, start, end, Randomness.drawn(text, start, end))
                : Optional.empty();
    }

    private static Optional<Secret> sendGrid(byte[] text, int from, int to, int position) {
        int first = Characters.BASE64_URL.runEnd(text, position + 3, Math.min(to, position + 3 + 23));
        if (first - position != 25 || first >= to || text[first] != '.' || !boundary(text, from, position)) {
            return Optional.empty();
        }
        int end = Characters.BASE64_URL.runEnd(text, first + 1, Math.min(to, first + 45));
        return end - first == 44
                ? secret(SecretKind.SENDGRID_KEY, position, end, Randomness.drawn(text, first + 1, end))
                : Optional.empty();
    }

    private static Optional<Secret> slackHook(byte[] text, int from, int to, int position) {
        int start = position + "hooks.slack.com/services/".length();
        int team = Characters.UPPER_AND_DIGITS.runEnd(text, start, Math.min(to, start + 16));
        if (team - start < 8 || team + 1 >= to || text[team] != '/' || text[team + 1] != 'B') {
            return Optional.empty();
        }
        int hook = Characters.UPPER_AND_DIGITS.runEnd(text, team + 1, Math.min(to, team + 16));
        if (hook >= to || text[hook] != '/') {
            return Optional.empty();
        }
        int end = Characters.LETTERS_AND_DIGITS.runEnd(text, hook + 1, Math.min(to, hook + 26));
        return end - hook == 25
                ? secret(SecretKind.SLACK_TOKEN, position, end, Randomness.drawn(text, hook + 1, end))
                : Optional.empty();
    }

    /** "SK" or "AC" and 32 hexadecimal digits, within 120 bytes after the name. */
    private static Optional<Secret> twilio(byte[] text, int from, int to, int position) {
        for (int i = position + 6; i < Math.min(to - 33, position + 120); i++) {
            if (text[i] == 'S' && text[i + 1] == 'K' && boundary(text, from, i)) {
                int end = Characters.HEX.runEnd(text, i + 2, Math.min(to, i + 35));
                if (end - i == 34) {
                    return secret(SecretKind.TWILIO_KEY, i, end, Randomness.drawn(text, i + 2, end));
                }
            }
        }
        return Optional.empty();
    }

    /** 40 hexadecimal digits: only where the name of the key or of the host stands just before. */
    private static Optional<Secret> wandb(byte[] text, int from, int to, int position) {
        for (int i = position + 12; i < Math.min(to - 39, position + 80); i++) {
            int end = Characters.HEX.runEnd(text, i, Math.min(to, i + 41));
            if (end - i == 40 && boundary(text, from, i)) {
                return secret(SecretKind.WANDB_KEY, i, end, Randomness.drawn(text, i, end));
            }
            i = Math.max(i, end - 1);
        }
        return Optional.empty();
    }

    private static boolean boundary(byte[] text, int from, int position) {
        return position == from || !Characters.LETTERS_AND_DIGITS.has(text[position - 1]);
    }

    private static Optional<Secret> secret(SecretKind kind, int start, int end, boolean strong) {
        return Optional.of(new Secret(kind, start, end, strong ? Confidence.STRONG : Confidence.WEAK));
    }
}
