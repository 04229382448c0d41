package io.hutong.contract;

import io.hutong.contract.Shape.Leaf;
import io.hutong.events.Audience;
import io.hutong.events.CanonicalRecord;
import io.hutong.events.EventTypes;
import io.hutong.events.Questions;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes docs/events.md: every event, every field, who may see it. */
final class EventsPage {
    private static final String HEAD = """
            # Events 事件目录

            Generated from the contract module `common-events`; do not edit. To write it anew after a change of an event:
            `mvn -pl common-events test -Dtest=GeneratedFilesTest -Dhutong.contract.write=true`.

            Events travel as CloudEvents 1.0 in Kafka's binary mode: the attributes are headers, the body is JSON in UTF-8.
            The key of every record is the business (`bizId`), and the events of one business come in the order of their
            `ce_streamversion`; the rare event about no single business has a stream with an id of its own. A reader ignores fields that it does not know; an event type never changes in a way that
            an earlier reader would notice (a test compares every schema with the last released one).

            A *sealed* field is an object `{kid, alg, iv, ct}`: AES-256-GCM under a data key of one operator tenure and one
            audience, bound to the event and to its place in it. The data keys travel on the keys topics, wrapped for each
            recipient. The producer can always open its own.
            """;

    private final StringBuilder page = new StringBuilder(HEAD);

    private EventsPage() {}

    static String text() {
        return new EventsPage().write();
    }

    private String write() {
        topics();
        envelope();
        EventTypes.all().stream()
                .collect(Collectors.groupingBy(EventTypes::producer, TreeMap::new, Collectors.toList()))
                .forEach((producer, types) -> {
                    page.append("\n## Events of ").append(producer).append("\n");
                    types.forEach(this::event);
                });
        classes();
        audiences();
        canonicalRecord();
        return page.toString();
    }

    private void topics() {
        page.append("\n## Topics 主题\n\n");
        row("topic", "carries", "written by", "read by");
        row("---", "---", "---", "---");
        for (TopicRow topic : TopicRow.ALL) {
            String readers =
                    topic.kind() == TopicRow.Kind.REJECTED ? "the operator" : String.join(", ", topic.readers());
            row(
                    "`" + topic.topic() + "`",
                    topic.kind().name().toLowerCase(Locale.ROOT),
                    String.join(", ", topic.producers()),
                    readers);
        }
        page.append("""

                The topics of events keep 14 days and have 12 partitions; the memory of events is each service's own log, from
                which a reader fetches what it missed. The topics of keys are compacted: their record key is `kid/recipient`.
                What cannot be read as an event of this contract goes to the rejected topic with the bytes as they came, the
                reason and who rejected it.

                Every client of the broker logs in (SASL). A service has an account of its name that may write and read what
                this table says, in consumer groups whose names begin with its own and a dot; the account `reader` may read the
                topics of events, in groups `reader.…`, and nothing else. On one machine the launcher keeps its login, as
                Kafka's tools and kcat read it, in `.hutong/secrets/kafka-reader.properties` and `.conf`:
                `kcat -F .hutong/secrets/kafka-reader.conf -C -t registration.events -o beginning -e -J`.
                """);
    }

    private void envelope() {
        page.append("\n## Envelope 信封\n\n");
        row("header", "must", "meaning");
        row("---", "---", "---");
        ContractFiles.table("envelope")
                .forEach(header ->
                        row("`" + header.get("header") + "`", mark(header.get("must")), header.get("meaning")));
        page.append("""

                The digest of an event is SHA-256 over one line `name:value` for each `ce_` header in the order of names (tracing
                excepted) and the hexadecimal SHA-256 of the body: the events of one stream are a chain.
                """);
    }

    private void event(String type) {
        EventRow words = EventRow.of(type);
        Class<?> event = EventTypes.classOf(type).orElseThrow();
        page.append("\n### %s %s\n\n".formatted(event.getSimpleName(), words.term()));
        page.append("`%s`. Basis: %s. In the catalogue of the domain: `%s`.\n"
                .formatted(type, words.basis(), words.catalogue()));
        page.append("[Schema](../common-events/src/main/resources/schemas/%1$s.json), ".formatted(type));
        page.append("[example](../common-events/src/main/resources/golden/%1$s.json).\n".formatted(type));
        intake(type);
        page.append('\n');
        row("field", "字段", "type", "must", "class", "seen by");
        row("---", "---", "---", "---", "---", "---");
        Shape.leaves(event).forEach(leaf -> field(type, leaf));
    }

    private void intake(String type) {
        if (GoldenIntake.types().contains(type)) {
            page.append(
                    "As an agency sends it: [schema](../common-events/src/main/resources/schemas/intake/%1$s.json), "
                            .formatted(type));
            page.append("[example](../common-events/src/main/resources/golden/intake/%1$s.json).\n".formatted(type));
        }
        if (Questions.isAnswer(type)) {
            page.append("It answers a question, which it names as its cause.\n");
        }
    }

    private void field(String type, Leaf leaf) {
        FieldRow field = FieldRow.of(type, leaf.pointer());
        String value = field.audience()
                .map(audience -> "sealed " + Shape.nameOf(leaf.part().type()) + ", " + audience)
                .orElse(typeName(leaf.part()));
        String seenBy = field.sees().equals(FieldRow.SERVICES) ? "all" : String.join(", ", field.sees());
        row(
                "`" + leaf.pointer() + "`",
                field.term(),
                value,
                mark(leaf.must() ? "y" : "n"),
                name(field.secrecy()),
                seenBy);
    }

    private void classes() {
        page.append("\n## Classes of secrecy 数据分级\n\n");
        row("class", "meaning");
        row("---", "---");
        Arrays.stream(FieldRow.Secrecy.values()).forEach(secrecy -> row(name(secrecy), meaning(secrecy)));
    }

    private static String meaning(FieldRow.Secrecy secrecy) {
        return switch (secrecy) {
            case NONE -> "no personal data, or made public by law";
            case PERSONAL -> "personal, made public by law (names of operators and of businesses)";
            case BUSINESS -> "confidential to the agencies named";
            case SENSITIVE -> "sensitive personal data (PIPL art. 28): only under seal";
            case TAX_SECRET -> "tax secret (Tax Collection Law art. 8): only under seal";
        };
    }

    private void audiences() {
        page.append("\n## Audiences of sealed fields 密封字段的收件方\n\n");
        row("audience", "recipients beside the producer");
        row("---", "---");
        for (Audience audience : Audience.values()) {
            row("`" + audience + "`", String.join(", ", new TreeSet<>(audience.recipients())));
        }
    }

    private void canonicalRecord() {
        page.append("""

                ## Canonical record 规范记录

                Every service that keeps the register's facts exports each business as one line of canonical JSON (RFC 8785) with
                these fields; equal lines, or equal SHA-256 digests of them, prove that two services hold the same.

                """);
        row("field", "type", "must");
        row("---", "---", "---");
        Shape.parts(CanonicalRecord.class)
                .forEach(part -> row(
                        "`" + part.name() + "`",
                        typeName(part) + (part.list() ? "[]" : ""),
                        mark(part.nullable() ? "n" : "y")));
    }

    private void row(String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String typeName(Shape.Part part) {
        Class<?> type = part.type();
        if (type == String.class) {
            return "text";
        }
        if (type == Boolean.class) {
            return "boolean";
        }
        return type == LocalDate.class ? "date" : Shape.nameOf(type);
    }

    private static String mark(String must) {
        return must.equals("y") ? "yes" : "";
    }

    private static String name(FieldRow.Secrecy secrecy) {
        return secrecy.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
