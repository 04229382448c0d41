package io.hutong.local.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.OptionalDouble;

/** What a service measures about itself, in the text form of Prometheus. */
public final class Measurements {
    private final String text;

    public Measurements(String text) {
        this.text = text;
    }

    /** Empty measurements if the service does not answer. */
    public static Measurements of(String managementUrl) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(managementUrl + "/q/metrics"))
                .timeout(Duration.ofSeconds(5))
                .header("Accept", "text/plain")
                .build();
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            return new Measurements(answer.statusCode() == 200 ? answer.body() : "");
        } catch (IOException e) {
            return new Measurements("");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Measurements("");
        }
    }

    /** The sum over all labels of a metric; empty if the service does not measure it. */
    public OptionalDouble sum(String metric) {
        double sum = 0;
        boolean found = false;
        for (String line : text.split("\n", -1)) {
            boolean named = line.startsWith(metric + " ") || line.startsWith(metric + "{");
            int space = line.lastIndexOf(' ');
            if (named && space > 0) {
                sum += Double.parseDouble(line.substring(space + 1));
                found = true;
            }
        }
        return found ? OptionalDouble.of(sum) : OptionalDouble.empty();
    }
}
