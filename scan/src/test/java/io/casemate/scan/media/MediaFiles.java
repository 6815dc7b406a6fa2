package io.casemate.scan.media;

import static io.casemate.scan.trial.Bytes.bytes;

import io.casemate.scan.trial.Bytes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/** Builds the smallest file of each format. */
final class MediaFiles {
    private MediaFiles() {}

    static Map<String, byte[]> all() {
        var all = new LinkedHashMap<String, byte[]>();
        all.put("PNG", png());
        all.put("JPEG", jpeg());
        all.put("GIF", gif());
        all.put(
                "BMP",
                bytes().text("BM").u32(30).u32(0).u32(26).u32(12).zeros(12).toBytes());
        all.put(
                "icon",
                bytes().u16(0)
                        .u16(1)
                        .u16(1)
                        .u32(0x10)
                        .u16(1)
                        .u16(32)
                        .u32(44)
                        .u32(22)
                        .u32(40)
                        .zeros(40)
                        .toBytes());
        all.put("RIFF", bytes().text("RIFF").u32(12).text("WAVEdata").u32(0).toBytes());
        all.put("Ogg", bytes().text("OggS").zeros(22).u8(2).u8(1).u8(2).zeros(3).toBytes());
        all.put(
                "MP4",
                bytes().big(12, 4).text("ftypisom").big(9, 4).text("mdat").u8(7).toBytes());
        all.put("PDF", bytes().text("%PDF-1.7\n1 0 obj\n%%EOF\n").toBytes());
        all.put("font", font());
        all.put("Stata", stata());
        all.put("Parquet", bytes().text("PAR1").zeros(9).u32(5).text("PAR1").toBytes());
        all.put("Arrow", bytes().text("ARROW1").zeros(10).u32(4).text("ARROW1").toBytes());
        all.put("Arrow stream", arrowStream(""));
        all.put("TFRecord", bytes().raw(record(5)).raw(record(0)).toBytes());
        all.put(
                "SQLite",
                bytes().text("SQLite format 3\0")
                        .big(512, 2)
                        .zeros(10)
                        .big(2, 4)
                        .zeros(992)
                        .toBytes());
        return all;
    }

    private static byte[] png() {
        return bytes().u8(0x89)
                .text("PNG\r\n\u001a\n")
                .big(2, 4)
                .text("IDATab")
                .u32(0)
                .big(0, 4)
                .text("IEND")
                .u32(0)
                .toBytes();
    }

    private static byte[] jpeg() {
        return bytes().u8(0xff)
                .u8(0xd8)
                .u8(0xff)
                .u8(0xe0)
                .big(4, 2)
                .text("ab")
                .u8(0xff)
                .u8(0xda)
                .big(2, 2)
                .u8(1)
                .u8(0xff)
                .u8(0)
                .u8(0xff)
                .u8(0xd0)
                .u8(9)
                .u8(0xff)
                .u8(0xd9)
                .toBytes();
    }

    private static byte[] gif() {
        return bytes().text("GIF89a")
                .u16(1)
                .u16(1)
                .u8(0x80)
                .u16(0)
                .zeros(6)
                .u8(0x21)
                .u8(0xf9)
                .u8(4)
                .zeros(4)
                .u8(0)
                .u8(0x2c)
                .zeros(9)
                .u8(2)
                .u8(1)
                .u8(7)
                .u8(0)
                .u8(0x3b)
                .toBytes();
    }

    private static byte[] font() {
        Bytes font = bytes().big(0x10000, 4).big(4, 2).zeros(6);
        for (String tag : new String[] {"cmap", "glyf", "head", "name"}) {
            font.text(tag).big(0, 4).big(76, 4).big(4, 4);
        }
        return font.zeros(4).toBytes();
    }

    /** One message with a schema and a body of 8 bytes, then the end. */
    static byte[] arrowStream(String schema) {
        Bytes message = bytes().u32(16).u16(12).u16(16).u16(0).u16(0).u16(0).u16(8);
        message.u32(12).u32(0).u64(8).text(schema).align(8);
        return bytes().u32(-1)
                .u32(message.size())
                .raw(message.toBytes())
                .zeros(8)
                .u32(-1)
                .u32(0)
                .toBytes();
    }

    private static byte[] record(int length) {
        byte[] head = bytes().u64(length).toBytes();
        var crc = new CRC32C();
        crc.update(head);
        int rotated = Integer.rotateRight((int) crc.getValue(), 15);
        return bytes().raw(head).u32(rotated + 0xa282ead8).zeros(length + 4).toBytes();
    }

    /** Format 118 of Stata with no column: header, map, end. */
    private static byte[] stata() {
        String head = "<stata_dta><header><release>118</release><byteorder>LSF</byteorder></header><map>";
        String tail = "</map></stata_dta>";
        long end = head.length() + 14 * 8 + tail.length();
        return bytes().text(head).zeros(13 * 8).u32((int) end).u32(0).text(tail).toBytes();
    }

    /** Format 114 of Stata with a column of numbers and one of texts, two rows. */
    static byte[] oldStata() {
        return bytes().u8(114)
                .u8(2)
                .u8(1)
                .u8(0)
                .u8(2)
                .u8(0)
                .u32(2)
                .zeros(81 + 18)
                .u8(255)
                .u8(10)
                .zeros(33 * 2 + 2 * 3 + 49 * 2 + 33 * 2 + 81 * 2)
                .zeros(5)
                .zeros(2 * 18)
                .toBytes();
    }
}
