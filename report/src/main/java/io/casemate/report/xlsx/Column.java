package io.casemate.report.xlsx;

/**
 * One column of a table.
 *
 * @param width in characters
 */
record Column(String title, int width, Look look) {
    /** How its values are shown. */
    enum Look {
        TEXT("@"),
        WRAPPED("@"),
        WHOLE("0"),
        DECIMAL("0.00"),
        PERCENT("0.0%"),
        MONEY("#,##0"),
        DATE("yyyy-mm-dd");

        private final String format;

        Look(String format) {
            this.format = format;
        }

        /** Its number format, as ECMA-376 18.8.31 writes it. */
        String format() {
            return format;
        }
    }

    static Column text(String title, int width) {
        return new Column(title, width, Look.TEXT);
    }

    static Column wrapped(String title, int width) {
        return new Column(title, width, Look.WRAPPED);
    }

    static Column whole(String title) {
        return new Column(title, 11, Look.WHOLE);
    }

    static Column percent(String title) {
        return new Column(title, 12, Look.PERCENT);
    }

    static Column money(String title) {
        return new Column(title, 16, Look.MONEY);
    }

    static Column date(String title) {
        return new Column(title, 12, Look.DATE);
    }
}
