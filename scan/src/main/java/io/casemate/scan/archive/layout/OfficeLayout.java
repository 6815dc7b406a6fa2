package io.casemate.scan.archive.layout;

import io.casemate.scan.archive.zip.ZipArchive;
import io.casemate.scan.archive.zip.ZipLayout;
import io.casemate.scan.archive.zip.ZipMember;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A document of an office suite (ECMA-376): macros, controls and templates that are fetched run when somebody opens it. */
public final class OfficeLayout implements ZipLayout {
    private static final int RELATIONS_BYTES_MAX = 1 << 20;
    private static final Pattern TEMPLATE = Pattern.compile(
            "(?:attachedTemplate|oleObject|frame|subDocument)\"[^>]{0,2000}TargetMode=\"External\"|TargetMode=\"External\"[^>]{0,2000}"
                    + "(?:attachedTemplate|oleObject|subDocument)\"");

    @Override
    public boolean fits(ZipArchive archive) {
        return archive.find("[Content_Types].xml").isPresent();
    }

    @Override
    public Set<ZipMember> read(ZipArchive archive, Inspection inspection) {
        inspection.fact("package", "office document");
        for (ZipMember member : archive.members()) {
            inspection.step();
            String name = member.name().toLowerCase(Locale.ROOT);
            if (name.endsWith("vbaproject.bin") || name.contains("/macrosheets/") || name.contains("/activex/")) {
                inspection.found(
                        "office/macro",
                        member.header(),
                        "the document holds macros or controls, %s".formatted(Snippet.quoted(member.name())));
            } else if (name.endsWith(".rels")) {
                archive.open(member)
                        .map(OfficeLayout::text)
                        .filter(text -> TEMPLATE.matcher(text).find())
                        .ifPresent(text -> inspection.found(
                                "office/foreign-template",
                                member.header(),
                                "opening the document fetches a template or an object from elsewhere"));
            }
        }
        return Set.of();
    }

    private static String text(Content content) {
        return content.text(0, (int) Math.min(RELATIONS_BYTES_MAX, content.size()), StandardCharsets.UTF_8);
    }
}
