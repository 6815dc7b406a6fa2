package io.casemate.scan.archive;

import static io.casemate.scan.trial.Bytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.trial.Bytes;
import io.casemate.scan.trial.Trial;
import org.junit.jupiter.api.Test;

class ArContractTest extends FormatScannerContract {
    private static byte[] member(String name, byte... body) {
        Bytes member = bytes().text("%-16s%-12d%-6d%-6d%-8s%-10d`\n".formatted(name, 0, 0, 0, "644", body.length))
                .raw(body);
        return body.length % 2 == 1 ? member.text("\n").toBytes() : member.toBytes();
    }

    private static byte[] archive(byte[]... members) {
        Bytes archive = bytes().text("!<arch>\n");
        for (byte[] member : members) {
            archive.raw(member);
        }
        return archive.toBytes();
    }

    private static byte[] text(String text) {
        return bytes().text(text).toBytes();
    }

    @Override
    protected FormatScanner scanner() {
        return new ArScanner();
    }

    @Override
    protected byte[] benign() {
        return archive(
                member("//", text("a-name-that-is-long.txt/\n")),
                member("/0", text("hello")),
                member("b/", text("hi")));
    }

    @Override
    protected byte[] hostile() {
        return archive(member("x.pkl/", text("cos\nsystem\n(S'id'\ntR.")));
    }

    /** Whole members and nothing behind them. */
    @Override
    protected boolean isWhole(int length) {
        return length <= 8 || length == 93 || length == 94 || length == 159 || length == 160;
    }

    @Test
    void members_have_the_names_of_either_table() {
        Trial trial = Trial.of(new ArScanner(), benign());
        assertThat(trial.nested).extracting(Content::simpleName).containsExactly("a-name-that-is-long.txt", "b");
        Trial bsd = Trial.of(new ArScanner(), archive(member("#1/8", text("name.txtbody"))));
        assertThat(bsd.nested).extracting(Content::simpleName).containsExactly("name.txt");
        assertThat(Trial.of(new ArScanner(), archive(member("#1/4", text("../xbody"))))
                        .rules())
                .containsExactly("ar/slip");
    }
}
