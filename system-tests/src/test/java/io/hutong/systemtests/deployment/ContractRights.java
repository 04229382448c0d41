package io.hutong.systemtests.deployment;

import io.hutong.embedded.TopicRights;
import java.util.Locale;
import java.util.TreeSet;

/** Who may do what at the broker by the contract, a line each: the measure for every deployment file. */
final class ContractRights {
    private ContractRights() {}

    static TreeSet<String> all() {
        var rights = new TreeSet<String>();
        TopicRights.all()
                .forEach(right -> rights.add(line(
                        right.entry().principal().substring("User:".length()),
                        right.entry().operation().name(),
                        right.pattern().resourceType().name(),
                        right.pattern().name())));
        return rights;
    }

    static String line(String account, String operation, String resource, String name) {
        return account + " " + (operation + " " + resource).toLowerCase(Locale.ROOT) + " " + name;
    }
}
