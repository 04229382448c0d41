package io.hutong.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hutong.local.demo.DemoText;
import io.hutong.local.demo.Demonstration;
import io.hutong.local.demo.LateReportStory;
import io.hutong.local.demo.PermitStory;
import io.hutong.local.demo.Story;
import io.hutong.local.parts.Installation;
import io.hutong.local.parts.SimulatedTime;
import io.hutong.local.parts.UserMistake;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description =
                "再演示一次：立即、暂挂、先清税、送入许可、补报年报 · demonstrate again: immediate, held, cleared first, a permit sent in, a late report",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--json", description = "JSON 输出 · as JSON")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Installation installation = Installation.current();
        if (SimulatedTime.of(installation, Clock.systemUTC()).isPresent()) {
            throw new UserMistake(
                    "演示以真实日期为准，不在模拟时间中演示。 The demonstration is dated by the real day: not in a simulated time.");
        }
        Demonstration demonstration = Demonstration.of(installation);
        List<Story> stories = demonstration.run();
        PermitStory permit = demonstration.permit();
        LateReportStory late = demonstration.lateReport();
        if (json) {
            ObjectMapper mapper = new ObjectMapper();
            ObjectNode document = mapper.createObjectNode();
            stories.forEach(story -> document.set(story.name(), story.toJson(mapper)));
            document.set("permit", permit.toJson(mapper));
            document.set("lateReport", late.toJson(mapper));
            System.out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(document));
        } else {
            stories.forEach(story -> System.out.println(DemoText.of(story)));
            System.out.println(permit.text());
            System.out.println(late.text());
        }
        return 0;
    }
}
