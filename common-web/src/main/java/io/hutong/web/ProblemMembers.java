package io.hutong.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** The members of a problem document, for answers that hold several: a batch of which some items are refused. */
public final class ProblemMembers {
    private ProblemMembers() {}

    /** Everything but {@code traceId}, in the language of the client. */
    public static Map<String, Object> of(Problem problem, Language language) {
        var type = problem.type();
        var members = new LinkedHashMap<String, Object>();
        members.put("type", type.uri().toString());
        members.put("title", language.choose(type.zh(), type.en()));
        members.put("status", type.status());
        members.put("detail", language.choose(problem.detailZh(), problem.detailEn()));
        if (!problem.violations().isEmpty()) {
            members.put(
                    "violations",
                    problem.violations().stream()
                            .map(violation -> violation(violation, language))
                            .toList());
        }
        problem.extensions().forEach(members::putIfAbsent);
        return members;
    }

    private static Map<String, String> violation(Violation violation, Language language) {
        var members = new LinkedHashMap<String, String>();
        members.put("pointer", violation.pointer());
        members.put("code", violation.code());
        members.put("message", language.choose(violation.zh(), violation.en()));
        return members;
    }
}
