package io.hutong.systemtests.agencies.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hutong.systemtests.agencies.party.Conduct;
import io.hutong.systemtests.agencies.party.Fault;
import io.hutong.systemtests.agencies.party.Party;
import io.hutong.systemtests.agencies.party.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventMessageTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Party TOWN =
            new Party("TOWN-620702102", "大满镇人民政府", "town", Map.of(), new Party.Codes("0", "1"));

    private final EventMessage statement = EventMessage.of(
            TOWN, "a1", "io.hutong.exchange.premises-verified.v1", "shop", json("{'result': 'VERIFIED', 'day': 'x'}"));

    @Test
    void a_renewed_event_says_the_same_under_another_id() {
        assertThat(statement.renewed().event())
                .isEqualTo(json("{'specversion': '1.0', 'id': 'a1-again', 'source': '/agencies/TOWN-620702102',"
                        + " 'type': 'io.hutong.exchange.premises-verified.v1', 'subject': 'shop',"
                        + " 'data': {'result': 'VERIFIED', 'day': 'x'}}"));
    }

    @Test
    void wrong_codes_are_anothers_name_and_a_business_or_question_that_nobody_knows() {
        assertThat(statement.withWrongCodes())
                .extracting(
                        EventMessage::source,
                        message -> message.event().path("subject").asText())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("/agencies/AMR-620702", "shop"),
                        org.assertj.core.groups.Tuple.tuple(
                                "/agencies/TOWN-620702102", "01900000-0000-7000-8000-000000000000"));
        EventMessage answer = statement.answering("question");
        assertThat(answer.withWrongCodes())
                .extracting(message -> message.event().path("causationid").asText())
                .containsExactly("question", "01900000-0000-7000-8000-000000000000");
    }

    @Test
    void out_of_form_the_first_field_has_another_name_and_the_event_itself_is_left_alone() {
        assertThat(statement.withWrongSchema().event().path("data"))
                .isEqualTo(json("{'day': 'x', 'resultOld': 'VERIFIED'}"));
        assertThat(statement.event().path("data")).isEqualTo(json("{'result': 'VERIFIED', 'day': 'x'}"));
    }

    @Test
    void a_template_is_filled_from_words_and_from_what_was_asked() {
        JsonNode asked = json("{'content': {'premises': {'division': '620702102'}, 'floors': 3}}");
        assertThat(new Template(Map.of("today", "2026-11-28"), asked)
                        .filled(json("{'on': '{today}', 'deep': {'list': ['in {/content/premises/division}',"
                                + " '{/content/floors}', true]}}")))
                .isEqualTo(json("{'on': '2026-11-28', 'deep': {'list': ['in 620702102', 3, true]}}"));
    }

    @Test
    void a_file_has_a_column_for_each_attribute_and_field_but_not_for_its_sender() throws Exception {
        EventMessage nested =
                EventMessage.of(TOWN, "a2", "t", "shop", json("{'answer': {'criterion': 'A, B', 'fulfilled': true}}"));
        assertThat(EventsByFile.text(List.of(statement.answering("q"), nested))).isEqualToNormalizingNewlines("""
                        id,type,subject,causationid,data.result,data.day,data.answer.criterion,data.answer.fulfilled
                        a1,io.hutong.exchange.premises-verified.v1,shop,q,VERIFIED,x,,
                        a2,t,shop,,,,"A, B",true
                        """);
    }

    @Test
    void a_result_file_is_read_line_by_line() throws Exception {
        assertThat(EventsByFile.replies("""
                        \ufeffline,id,status,eventId,code,message
                        2,a1,accepted,e1,,
                        3,a1,duplicate,e1,,
                        4,a2,refused,,question-answered,"已答复, 请勿重复"
                        """))
                .containsExactly(
                        Reply.taken("a1", "e1", 0),
                        Reply.duplicate("a1", "e1", 0),
                        Reply.refused("a2", 0, "question-answered", "line 4"));
    }

    @ParameterizedTest
    @CsvSource({
        // in Beijing the day begins at 16:00 UTC
        "-1, 2026-12-04T15:59:59Z, true",
        "0, 2026-12-04T15:59:59Z, false",
        "0, 2026-12-04T16:00:00Z, true",
        "60, 2026-11-28T02:00:59Z, false",
        "60, 2026-11-28T02:01:00Z, true"
    })
    void who_is_late_answers_after_the_last_day_or_after_the_delay(int delay, Instant now, boolean due) {
        JsonNode question = json("{'askedAt': '2026-11-28T02:00:00Z', 'dueOn': '2026-12-04'}");
        Conduct conduct = delay < 0 ? Conduct.GOOD : Conduct.with(Fault.LATE).after(Duration.ofSeconds(delay));
        assertThat(Answering.due(question, conduct, Clock.fixed(now, ZoneOffset.UTC)))
                .isEqualTo(due);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
