package io.hutong.exchange.intake.adapter;

import io.hutong.exchange.intake.Statement.Circumstances;
import io.hutong.exchange.problem.ExchangeProblems;
import io.hutong.identity.EventId;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The attributes of one CloudEvent, checked against CloudEvents 1.0.2 §3; every mistake is told at once. */
final class CloudEventAttributes {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,30}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}]");
    private static final Pattern MEDIA_TYPE = Pattern.compile("(?i)application/([a-z0-9.+-]+\\+)?json *(;.*)?");
    /** Stricter than Java's: seconds are there, and the offset has its minutes. */
    private static final Pattern MOMENT =
            Pattern.compile("(?i)\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");

    private static final DateTimeFormatter RFC_3339 = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_OFFSET_DATE_TIME)
            .toFormatter();
    private static final int LONGEST_ID = 128;
    private static final int LONGEST = 256;

    private final Map<String, String> values;
    private final List<Violation> violations = new ArrayList<>();

    CloudEventAttributes(Map<String, String> values) {
        this.values = values;
    }

    @Nullable
    String get(String name) {
        return values.get(name);
    }

    String required(String name) {
        String value = values.get(name);
        return value == null ? "" : value;
    }

    /** A mistake that was seen while the attributes were gathered. */
    void broken(String name, String code, String zh, String en) {
        violations.add(new Violation("/" + name, "cloudevents." + code, zh, en));
    }

    Circumstances circumstances() {
        Instant time = read("time", CloudEventAttributes::moment);
        LocalDate effective = read("effectiveat", LocalDate::parse);
        EventId causation = read("causationid", EventId::of);
        return new Circumstances(time, effective, causation);
    }

    void check() {
        values.keySet().stream()
                .filter(name -> !NAME.matcher(name).matches())
                .forEach(name ->
                        broken(name, "name", "属性名只能用小写字母和数字", "attribute names are lower-case letters and digits"));
        if (!"1.0".equals(values.get("specversion"))) {
            broken("specversion", "specversion", "specversion 须为 1.0", "specversion must be 1.0");
        }
        text("id", LONGEST_ID);
        text("source", LONGEST);
        text("type", LONGEST);
        text("subject", LONGEST);
        uri("source");
        uri("dataschema");
        String format = values.get("datacontenttype");
        if (format != null && !MEDIA_TYPE.matcher(format).matches()) {
            broken("datacontenttype", "datacontenttype", "数据须为 JSON", "data must be JSON");
        }
    }

    /** 400 with everything that is wrong, if anything is. */
    void refuseBroken() {
        if (!violations.isEmpty()) {
            throw problem(violations.toArray(Violation[]::new));
        }
    }

    static Problem problem(Violation... violations) {
        return Problem.of(
                ExchangeProblems.NOT_A_CLOUD_EVENT,
                "事件不符合 CloudEvents 1.0，请按 violations 更正。",
                "The event does not follow CloudEvents 1.0; correct what violations name.",
                violations);
    }

    private void text(String name, int longest) {
        String value = values.get(name);
        if (value == null || value.isEmpty()) {
            broken(name, "required", name + " 不能为空", name + " is required");
        } else if (value.length() > longest || CONTROL.matcher(value).find()) {
            broken(
                    name,
                    "text",
                    name + " 最多 " + longest + " 个字符，不含控制字符",
                    name + " has at most " + longest + " characters and no control characters");
        }
    }

    private static Instant moment(String text) {
        if (!MOMENT.matcher(text).matches()) {
            throw new IllegalArgumentException("not RFC 3339");
        }
        return OffsetDateTime.parse(text, RFC_3339).toInstant();
    }

    private void uri(String name) {
        String value = values.get(name);
        try {
            if (value != null && new URI(value).toString().isEmpty()) {
                throw new URISyntaxException(value, "empty");
            }
        } catch (URISyntaxException noUri) {
            broken(name, "uri", name + " 须为 URI", name + " must be a URI");
        }
    }

    private <T> @Nullable T read(String name, Function<String, T> form) {
        String value = values.get(name);
        try {
            return value == null ? null : form.apply(value);
        } catch (DateTimeException | IllegalArgumentException otherForm) {
            broken(name, name, name + " 的格式不对", name + " does not have its form");
            return null;
        }
    }
}
