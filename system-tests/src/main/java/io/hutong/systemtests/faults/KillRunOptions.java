package io.hutong.systemtests.faults;

/** How hard and how long: {@code [SEED] [SECONDS] [CHANGES_PER_SECOND] [SECONDS_BETWEEN_KILLS]}. */
record KillRunOptions(long seed, int seconds, int rate, int everySeconds) {

    static KillRunOptions parse(String... arguments) {
        return new KillRunOptions(
                number(arguments, 0, 1), number(arguments, 1, 180), number(arguments, 2, 50), number(arguments, 3, 3));
    }

    private static int number(String[] arguments, int index, int fallback) {
        return index < arguments.length ? Integer.parseInt(arguments[index]) : fallback;
    }
}
