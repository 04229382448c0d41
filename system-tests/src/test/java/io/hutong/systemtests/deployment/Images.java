package io.hutong.systemtests.deployment;

import java.util.List;

/** What images and ports of a service follow from: the version of the build and the service's own configuration. */
final class Images {
    private Images() {}

    static String version() {
        List<String> versions = Repository.matches(
                Repository.text("pom.xml"), "<artifactId>hutong-parent</artifactId>\\s*<version>([0-9.]+)");
        return versions.get(0);
    }

    static int httpPort(String service) {
        return port(service, "quarkus\\.http\\.port");
    }

    static int managementPort(String service) {
        return port(service, "quarkus\\.management\\.port");
    }

    private static int port(String service, String key) {
        String configuration = Repository.text(service + "/src/main/resources/application.properties");
        return Integer.parseInt(
                Repository.matches(configuration, key + "=(\\d+)").get(0));
    }
}
