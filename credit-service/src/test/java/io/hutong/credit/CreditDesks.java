package io.hutong.credit;

import static org.awaitility.Awaitility.await;

import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.hutong.testing.TestClock;
import io.hutong.testing.TestDatabase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** What most tests of the service open with: a register to be heard of, the two desks, and a clock to be set. */
abstract class CreditDesks {
    @SuppressWarnings("NullAway.Init") // opened before all tests
    static Register register;

    @SuppressWarnings("NullAway.Init") // opened before all tests
    static Stated stated;

    final Desk page = Desk.filingPage();
    final Desk officer = Desk.officer();

    @Inject
    TestClock clock;

    @BeforeAll
    static void open() {
        register = new Register();
        stated = new Stated(register);
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @AfterAll
    static void close() {
        stated.close();
        register.close();
    }

    /** At ten in the morning of that day, in Gansu. */
    void on(String day) {
        clock.startAt(Instant.parse(day + "T02:00:00Z"));
    }

    /** Waits until the service has heard register and other agencies to the end, so that it can tell that there is nothing. */
    static void heard(TestDatabase database) {
        await("all three are heard")
                .atMost(Duration.ofSeconds(90))
                .until(() -> database.number("select count(*) from head_cursor"
                                + " where source in ('/registration', '/exchange', '/tax') and whole_at is not null")
                        == 3);
    }

    /** A business that the service has heard of. */
    Business known() {
        Business business = register.opened();
        page.knows(business);
        return business;
    }
}
