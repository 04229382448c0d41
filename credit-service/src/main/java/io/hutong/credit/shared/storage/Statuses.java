package io.hutong.credit.shared.storage;

import io.hutong.events.BusinessStatus;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The statuses of businesses as lists in SQL, brackets included. */
public final class Statuses {
    public static final String ENDED = list(BusinessStatus::terminal);
    public static final String LIVING = list(status -> !status.terminal());

    private Statuses() {}

    private static String list(Predicate<BusinessStatus> wanted) {
        return Arrays.stream(BusinessStatus.values())
                .filter(wanted)
                .map(status -> "'" + status + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
