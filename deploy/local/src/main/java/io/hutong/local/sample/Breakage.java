package io.hutong.local.sample;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * The ways in which a line of a register may be broken, each with the code of the reason that the load must give. A way
 * makes one line of the file wrong, but for the line break within a field, which makes two.
 */
enum Breakage {
    CHECK_CHARACTER("uscc.check", set(Column.USCC, code -> code.substring(0, 17) + (code.endsWith("0") ? '1' : '0'))),
    SHORT_CODE("uscc.length", set(Column.USCC, code -> code.substring(1))),
    CODE_TWICE("uscc-taken", (fields, earlier) -> {
        fields.set(Column.USCC, earlier.uscc());
        String day = LocalDate.parse(earlier.establishedOn()).minusDays(1).toString();
        fields.set(Column.ESTABLISHED_ON, day);
        return text(fields);
    }),
    NAME_TWICE("name-taken", (fields, earlier) -> {
        fields.set(Column.NAME, earlier.name());
        return text(fields);
    }),
    NAME_FORM("name.form", set(Column.NAME, name -> name.replace("（个体工商户）", ""))),
    UNKNOWN_DIVISION("division.unknown", set(Column.PREMISES_DIVISION, code -> "999999001001")),
    DIVISION_FORM("division.form", set(Column.PREMISES_DIVISION, code -> "62070")),
    DATE_FORM("date.form", set(Column.ESTABLISHED_ON, day -> day.replace('-', '/'))),
    FUTURE("date.future", set(Column.ESTABLISHED_ON, day -> "2999-12-31")),
    LEGAL_FORM("choice.unknown", set(Column.ENTITY_TYPE, type -> "PARTNERSHIP?")),
    INDUSTRY("industry.form", set(Column.INDUSTRY_SECTION, section -> "Z")),
    IDENTITY_NUMBER("resident-id.form", set(Column.RESIDENT_ID, number -> "1234")),
    STATUS("status.load", set(Column.STATUS, status -> "SUSPENDED")),
    NOTHING_REQUIRED("column.empty", set(Column.SCOPE, scope -> "")),
    COLUMN_MISSING("csv.columns", (fields, earlier) -> text(fields.subList(0, fields.size() - 1))),
    COLUMN_TOO_MANY("csv.columns", (fields, earlier) -> text(fields).replace("\n", ",?\n")),
    OPEN_QUOTE("csv.quotes", (fields, earlier) -> '"' + text(fields)),
    LINE_BREAK(List.of("csv.quotes", "csv.columns"), set(Column.PREMISES_TEXT, text -> text + "\n后院")),
    OTHER_ENCODING("csv.encoding", (fields, earlier) -> text(fields), Charset.forName("GB18030"));

    private final List<String> codes;
    private final BiFunction<List<String>, SampleBusiness, String> broken;
    private final Charset charset;

    Breakage(String code, BiFunction<List<String>, SampleBusiness, String> broken) {
        this(code, broken, StandardCharsets.UTF_8);
    }

    Breakage(String code, BiFunction<List<String>, SampleBusiness, String> broken, Charset charset) {
        this(List.of(code), broken, charset);
    }

    Breakage(List<String> codes, BiFunction<List<String>, SampleBusiness, String> broken) {
        this(codes, broken, StandardCharsets.UTF_8);
    }

    Breakage(List<String> codes, BiFunction<List<String>, SampleBusiness, String> broken, Charset charset) {
        this.codes = codes;
        this.broken = broken;
        this.charset = charset;
    }

    /** The code of the reason for each line that it spoils. */
    List<String> codes() {
        return codes;
    }

    /** The broken text in place of a business; {@code earlier} is one that stands whole before it. */
    byte[] of(SampleBusiness business, SampleBusiness earlier) {
        return broken.apply(new ArrayList<>(business.fields()), earlier).getBytes(charset);
    }

    private static BiFunction<List<String>, SampleBusiness, String> set(int column, UnaryOperator<String> spoil) {
        return (fields, earlier) -> {
            fields.set(column, spoil.apply(fields.get(column)));
            return text(fields);
        };
    }

    private static String text(List<String> fields) {
        return CsvText.line(fields);
    }

    /** Places of the columns in a line. */
    private static final class Column {
        static final int USCC = 0;
        static final int NAME = 1;
        static final int ENTITY_TYPE = 2;
        static final int ESTABLISHED_ON = 3;
        static final int PREMISES_DIVISION = 6;
        static final int PREMISES_TEXT = 7;
        static final int SCOPE = 8;
        static final int INDUSTRY_SECTION = 9;
        static final int RESIDENT_ID = 13;
        static final int STATUS = 18;

        private Column() {}
    }
}
