package io.hutong.systemtests.agencies.files;

import io.hutong.systemtests.agencies.party.Channel;
import io.hutong.systemtests.agencies.party.Reply;
import io.hutong.systemtests.load.Api;
import io.hutong.systemtests.load.Refused;
import java.util.ArrayList;
import java.util.List;

/** {@code POST /taxpayers/{bizId}/facts} of the tax service's back office, one fact a request. */
public final class FactsOverHttp implements Channel<FactMessage> {
    private final Api tax;

    public FactsOverHttp(Api tax) {
        this.tax = tax;
    }

    @Override
    public List<Reply> send(List<FactMessage> messages) throws InterruptedException {
        List<Reply> replies = new ArrayList<>();
        for (FactMessage message : messages) {
            String path = "/taxpayers/" + message.bizId() + "/facts";
            replies.add(reply(message.key(), tax.postUnder(message.key(), path, message.body())));
        }
        return replies;
    }

    private static Reply reply(String key, Api.Answer answer) {
        if (!answer.accepted()) {
            return Reply.refused(key, answer.status(), Refused.code(answer.body()), Refused.places(answer.body()));
        }
        String fact = answer.body().path("factId").asText();
        return answer.replayed()
                ? Reply.duplicate(key, fact, answer.status())
                : Reply.taken(key, fact, answer.status());
    }
}
