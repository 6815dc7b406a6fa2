package io.casemate.text.secret;

import io.casemate.text.literal.LiteralSet.Literal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A password before the host of a URL: {@code postgres://user:password@host}. Often an example, so never strong. */
final class UrlPasswords implements Recogniser {
    private static final Set<String> DATABASES = Set.of(
            "postgres",
            "postgresql",
            "mysql",
            "mariadb",
            "mongodb",
            "srv",
            "redis",
            "rediss",
            "amqp",
            "amqps",
            "mssql",
            "oracle",
            "clickhouse",
            "psycopg2",
            "pymysql",
            "asyncpg");
    private static final Set<String> EXAMPLES = Set.of(
            "password", "passwd", "pass", "pwd", "user", "username", "postgres", "root", "admin", "guest", "pw", "p");
    private static final int USER_INFO_MAX = 160;

    @Override
    public List<Literal> triggers() {
        return List.of(Literal.exact("://"));
    }

    @Override
    public Optional<Secret> at(byte[] text, int from, int to, int position) {
        int colon = -1;
        int at = -1;
        for (int i = position + 3; i < Math.min(to, position + USER_INFO_MAX) && at < 0; i++) {
            byte b = text[i];
            if (b == '@') {
                at = i;
            } else if (b == ':' && colon < 0) {
                colon = i;
            } else if (b <= ' ' || b > '~' || "/?#\"'<>(){}[]\\`".indexOf(b) >= 0) {
                return Optional.empty();
            }
        }
        if (at < 0 || colon < 0 || at - colon < 5 || colon == position + 3 || at + 1 >= to) {
            return Optional.empty();
        }
        String password = latin(text, colon + 1, at);
        if (EXAMPLES.contains(password.toLowerCase(Locale.ROOT))
                || password.equals(latin(text, position + 3, colon))
                || Randomness.placeholder(text, colon + 1, at)
                || !Characters.LETTERS_AND_DIGITS.has(text[at + 1])) {
            return Optional.empty();
        }
        int scheme = Characters.LETTERS_AND_DIGITS.runStart(text, position, Math.max(from, position - 16));
        boolean database = DATABASES.contains(latin(text, scheme, position).toLowerCase(Locale.ROOT));
        SecretKind kind = database ? SecretKind.DATABASE_PASSWORD : SecretKind.URL_PASSWORD;
        return Optional.of(new Secret(kind, colon + 1, at, Confidence.WEAK));
    }

    private static String latin(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
