package io.hutong.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hutong.identity.ChangeId;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventTypesTest {
    private static final ChangeId CHANGE = ChangeId.of("019ab3c0-0000-7000-8000-00000000c001");

    @Test
    void every_event_is_found_however_deep_it_is_nested() {
        assertThat(EventTypes.all())
                .hasSize(RegistrationEvent.OfChange.class.getPermittedSubclasses().length
                        + 4
                        + TaxEvent.Answer.class.getPermittedSubclasses().length
                        + TaxEvent.ArrearsEvent.class.getPermittedSubclasses().length
                        + 1
                        + CreditEvent.AbnormalEntryEvent.class.getPermittedSubclasses().length
                        + CreditEvent.ConsentEvent.class.getPermittedSubclasses().length
                        + CreditEvent.class.getPermittedSubclasses().length
                        - 2
                        + ExchangeEvent.PermitEvent.class.getPermittedSubclasses().length
                        + 2)
                .contains(
                        "io.hutong.registration.opened.v1",
                        "io.hutong.tax.change-held.v1",
                        "io.hutong.tax.status-changed.v1",
                        "io.hutong.tax.arrears-announced.v1",
                        "io.hutong.exchange.permit-granted.v1");
    }

    @Test
    void type_and_class_lead_to_each_other() {
        assertThat(EventTypes.typeOf(new TaxEvent.ChangeReceived(CHANGE)))
                .isEqualTo("io.hutong.tax.change-received.v1");
        assertThat(EventTypes.all())
                .allSatisfy(type -> assertThat(
                                EventTypes.typeOf(EventTypes.classOf(type).orElseThrow()))
                        .isEqualTo(type));
        assertThat(EventTypes.classOf("io.hutong.tax.change-received.v2")).isEmpty();
    }

    @Test
    void the_first_segment_is_the_producer() {
        assertThat(EventTypes.producer("io.hutong.tax.change-held.v1")).isEqualTo("tax");
        assertThat(EventTypes.all())
                .allSatisfy(type -> assertThat(type)
                        .matches("io\\.hutong\\.(registration|tax|credit|exchange)\\.[a-z]+(-[a-z]+)*\\.v1"));
        assertThatIllegalArgumentException().isThrownBy(() -> EventTypes.producer("com.example.x.y.v1"));
        assertThatIllegalArgumentException().isThrownBy(() -> EventTypes.producer("io.hutong.tax"));
    }

    @Test
    void an_event_is_stated_by_the_service_whose_interface_it_implements() {
        Map<String, Class<? extends DomainEvent>> producers = Map.of(
                "registration", RegistrationEvent.class,
                "tax", TaxEvent.class,
                "credit", CreditEvent.class,
                "exchange", ExchangeEvent.class);
        assertThat(EventTypes.all())
                .allSatisfy(type -> assertThat(producers.get(EventTypes.producer(type)))
                        .isAssignableFrom(EventTypes.classOf(type).orElseThrow()));
    }
}
