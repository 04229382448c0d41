package io.hutong.registration.operatorchange;

import io.hutong.events.Document;
import io.hutong.events.EntityType;
import io.hutong.events.OperatorChangeKind;
import io.hutong.events.Regime;
import io.hutong.identity.ChangeId;
import io.hutong.registration.duty.TrackedChanges;
import io.hutong.registration.problem.RegistrationProblems;
import io.hutong.registration.register.Business;
import io.hutong.registration.register.FactRules;
import io.hutong.registration.register.Household;
import io.hutong.registration.register.RegisterTime;
import io.hutong.registration.register.Tenures;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Looks at persons, papers and conditions before an operator change is taken, and keeps what the ruling rested on. */
@ApplicationScoped
public class OperatorChangeAdmission {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final int MOST_DOCUMENTS = 100;
    private static final Violation NO_DAY_ASKED = new Violation(
            "/effectiveOn",
            "date.after-clearance",
            "须先清税的变更自取得清税证明并登记之日起生效，不能另行指定生效日期",
            "what tax clears first takes effect on the day of its registration; no other day can be asked for");

    private final OperatorChangeRules rules;
    private final OperatorChanges operatorChanges;
    private final TrackedChanges changes;
    private final Tenures tenures;
    private final FactRules facts;
    private final RegisterTime time;

    public OperatorChangeAdmission(
            OperatorChangeRules rules,
            OperatorChanges operatorChanges,
            TrackedChanges changes,
            Tenures tenures,
            FactRules facts,
            RegisterTime time) {
        this.rules = rules;
        this.operatorChanges = operatorChanges;
        this.changes = changes;
        this.tenures = tenures;
        this.facts = facts;
        this.time = time;
    }

    /** One application at a time: the tenure to be cleared must be the one that ends. */
    void requireNonePending(Business business) {
        changes.waiting(business.id()).ifPresent(pending -> {
            throw Problem.of(
                            RegistrationProblems.APPLICATION_PENDING,
                            "该经营主体已有一项经营者变更在等待清税或等待条件满足，请先办结或撤回。",
                            "An operator change of this business waits for tax clearance or for its conditions; finish or"
                                    + " withdraw it first.")
                    .with("changeId", pending.changeId().value());
        });
    }

    /** The ruling on an admissible request; 422 with every defect otherwise. */
    Ruling admit(Business business, OperatorChangeRequest request) {
        FactRules.refuse(personDefects(business, request));
        Ruling ruling = rules.rule(business.particulars().establishedOn(), request, time.today());
        if (ruling.regime() == Regime.PRE_CLEARANCE && request.effectiveOn() != null) {
            FactRules.refuse(List.of(NO_DAY_ASKED));
        }
        if (!ruling.defects().isEmpty()) {
            throw Problem.of(
                    RegistrationProblems.CONDITIONS_NOT_MET,
                    "下列条件未满足、无法确认，或材料不齐。",
                    "The conditions listed are not met or not known to be, or papers are missing.",
                    ruling.defects().toArray(Violation[]::new));
        }
        return ruling;
    }

    void record(ChangeId id, OperatorChangeRequest request, Ruling ruling) {
        operatorChanges.record(id, request, ruling);
    }

    void await(ChangeId id, OperatorChangeRequest request, Ruling ruling) {
        operatorChanges.await(id, request, ruling);
    }

    /** What the event of the change carries of each paper. */
    private static void checkDocuments(List<Document> documents, List<Violation> found) {
        if (documents.size() > MOST_DOCUMENTS) {
            found.add(new Violation(
                    "/documents",
                    "documents.many",
                    "材料最多 " + MOST_DOCUMENTS + " 份",
                    "there are at most " + MOST_DOCUMENTS + " documents"));
            return;
        }
        for (int i = 0; i < documents.size(); i++) {
            if (!DIGEST.matcher(documents.get(i).sha256()).matches()) {
                found.add(new Violation(
                        "/documents/" + i + "/sha256",
                        "document.sha256",
                        "材料摘要为 64 位小写十六进制的 SHA-256",
                        "the digest of a document is SHA-256 in 64 lower-case hexadecimal digits"));
            }
        }
    }

    private List<Violation> personDefects(Business business, OperatorChangeRequest request) {
        List<Violation> found = new ArrayList<>();
        var person = request.newOperator().person();
        if (request.kind() == OperatorChangeKind.NAME_ONLY) {
            facts.check(request.newOperator(), "/newOperator", found);
        } else {
            facts.checkNewcomer(request.newOperator(), time.today(), "/newOperator", found);
        }
        checkDocuments(request.documents(), found);
        Household present = tenures.household(business.state().operator().id());
        boolean same = present.isRunBy(person.residentId());
        if (request.kind() == OperatorChangeKind.NAME_ONLY) {
            if (!same || person.name().equals(business.state().operator().operatorName())) {
                found.add(new Violation(
                        "/newOperator",
                        "operator.name-only",
                        "仅改名须为同一人且姓名不同",
                        "a change of name keeps the person and changes the name"));
            }
        } else if (same) {
            found.add(new Violation(
                    "/newOperator", "operator.same", "新经营者与现经营者为同一人", "the new operator is the present one"));
        }
        if (request.kind() == OperatorChangeKind.FAMILY_INTERNAL
                && !(business.particulars().entityType() == EntityType.INDIVIDUAL_FAMILY
                        && present.includes(person.residentId()))) {
            found.add(new Violation(
                    "/newOperator",
                    "operator.not-family",
                    "新经营者不在已备案的家庭成员之内",
                    "the new operator is no filed member of the family"));
        }
        return found;
    }
}
