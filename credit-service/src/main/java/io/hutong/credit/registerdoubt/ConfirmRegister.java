package io.hutong.credit.registerdoubt;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.FollowRegister;
import io.hutong.credit.business.FollowRegister.Followed;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.business.RegisterDoubts;
import io.hutong.credit.business.RegisterDoubts.Confirmation;
import io.hutong.credit.business.RegisterDoubts.Doubt;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.events.RegistrationEvent.Restored;
import io.hutong.identity.BizId;
import io.hutong.messaging.Outbox;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ends the doubt about a business: an officer looked it up in the register and states what is shown there. What differs is corrected
 * here with everything that hangs on it; who confirmed it and by which record is kept. Whoever confirms must have seen the doubt as it
 * is: another event that was left out meanwhile, or that arrived, refuses it.
 */
@ApplicationScoped
public class ConfirmRegister {
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:/._-]{0,99}");

    /** Which doubt as it was seen, what the register shows, where that is on record, and who looked. */
    public record Command(BizId bizId, String version, Restored shown, String evidence, String by) {}

    private final RegisterDoubts doubts;
    private final FollowRegister follow;
    private final CatchUp catchUp;
    private final Outbox outbox;
    private final CreditTime time;

    ConfirmRegister(RegisterDoubts doubts, FollowRegister follow, CatchUp catchUp, Outbox outbox, CreditTime time) {
        this.doubts = doubts;
        this.follow = follow;
        this.catchUp = catchUp;
        this.outbox = outbox;
        this.time = time;
    }

    @Transactional
    public Confirmation handle(Command command) {
        outbox.lock(command.bizId());
        Doubt doubt = doubts.find(command.bizId()).orElseThrow(CreditProblems::notFound);
        refuse(command, doubt);
        Optional<Followed> followed = follow.restate(command.bizId(), command.shown());
        List<String> corrected =
                followed.map(both -> differing(both.before(), both.after())).orElse(List.of());
        var confirmation = new Confirmation(command.bizId(), corrected, command.evidence(), time.now(), command.by());
        doubts.settle(confirmation);
        followed.filter(both -> !corrected.isEmpty()).ifPresent(catchUp::with);
        catchUp.operatorKnown(command.bizId());
        return confirmation;
    }

    private static void refuse(Command command, Doubt doubt) {
        if (!SeenDoubt.version(doubt).equals(command.version())) {
            throw Problem.of(
                    CreditProblems.DOUBT_CHANGED,
                    "该户的情况此后又有变化，请重新查看并与登记核对。",
                    "It has changed since it was seen: look again, and compare it with the register.");
        }
        if (!REFERENCE.matcher(command.evidence()).matches()) {
            CreditProblems.refuse(List.of(new Violation(
                    "/evidence",
                    "confirmation.evidence",
                    "应填写核对材料的编号（1 至 100 个字母、数字和 :/._-）",
                    "the reference of what was compared is 1 to 100 letters, digits and :/._-")));
        }
    }

    private static List<String> differing(KnownBusiness before, KnownBusiness after) {
        List<String> fields = new ArrayList<>();
        compare(fields, "name", before.name(), after.name());
        compare(fields, "status", before.status(), after.status());
        compare(fields, "tenureId", before.tenureId(), after.tenureId());
        compare(
                fields,
                "operatorName",
                before.licence().operatorName(),
                after.licence().operatorName());
        compare(fields, "scope", before.licence().scope(), after.licence().scope());
        compare(
                fields,
                "premises",
                List.of(before.licence().premises(), before.onlinePlaces()),
                List.of(after.licence().premises(), after.onlinePlaces()));
        return fields;
    }

    private static void compare(List<String> fields, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            fields.add(field);
        }
    }
}
