package io.hutong.registration.register;

import io.hutong.events.BusinessStatus;
import io.hutong.identity.BizId;
import io.hutong.registration.problem.RegistrationProblems;
import io.hutong.web.Preconditions;
import io.hutong.web.Problem;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A business in the register. Its version rises with each registered change, each application and by the separate register. */
public record Business(
        BizId id,
        long version,
        Particulars particulars,
        RegisterState state,
        LocalDate lastEffectOn,
        @Nullable TaxStanding taxStanding,
        SeparateRegister separate) {

    /** The status as everybody sees it: the separate register lies over that of a business that has neither ended nor lost its licence. */
    public BusinessStatus status() {
        return separate.present().isPresent() ? marked(state.status()) : state.status();
    }

    /** The status seen where that one is registered and the business is in the separate register. */
    public static BusinessStatus marked(BusinessStatus registered) {
        return switch (registered) {
            case ACTIVE, SUSPENDED, SIMPLE_DEREG_PENDING, SEPARATE_REGISTER -> BusinessStatus.SEPARATE_REGISTER;
            case LICENCE_REVOKED, REGISTRATION_ANNULLED, DEREGISTERED, CONVERTED, MIGRATED_OUT -> registered;
        };
    }

    /** Its present term in the separate register, if that is what everybody sees. */
    public Optional<SeparateRegister.Term> inSeparateRegister() {
        return status() == BusinessStatus.SEPARATE_REGISTER ? separate.present() : Optional.empty();
    }

    /** Goes on if the clerk saw this version and the business has not ended; 412 or 409 otherwise. */
    public Business commandable(long expectedVersion) {
        Preconditions.check(expectedVersion, version);
        return alive();
    }

    /** Goes on if the business has not ended; 409 otherwise. */
    public Business alive() {
        BusinessStatus status = state.status();
        if (status.terminal()) {
            throw Problem.of(
                            RegistrationProblems.BUSINESS_ENDED,
                            "该经营主体已" + zh(status) + ",不再受理变更;如登记有误,请通过撤销或更正处理。",
                            "The business has ended (" + status
                                    + "); what was registered wrongly is annulled or corrected.")
                    .with("businessStatus", status.name());
        }
        return this;
    }

    public Business require(BusinessStatus required) {
        if (state.status() != required) {
            throw Problem.of(
                            RegistrationProblems.STATUS_FORBIDS,
                            "该操作要求状态为" + zh(required) + "。",
                            "The business must be " + required + ".")
                    .with("businessStatus", state.status().name());
        }
        return this;
    }

    /** Goes on if the business is not in the separate register; 409 otherwise. */
    public Business outsideSeparateRegister() {
        if (inSeparateRegister().isPresent()) {
            throw Problem.of(
                            RegistrationProblems.STATUS_FORBIDS,
                            "该经营主体已载入另册，移出经营异常名录、恢复登记后方可办理。",
                            "The business is in the separate register; it leaves the abnormal list first.")
                    .with("businessStatus", BusinessStatus.SEPARATE_REGISTER.name());
        }
        return this;
    }

    public Business with(RegisterState next, LocalDate effectiveOn) {
        return new Business(id, version + 1, particulars, next, effectiveOn, taxStanding, separate);
    }

    /** The same facts under a new version: an application was made or ended. */
    public Business touched() {
        return with(state, lastEffectOn);
    }

    public Business standing(TaxStanding standing) {
        return new Business(id, version, particulars, state, lastEffectOn, standing, separate);
    }

    /** The same facts under a new version: it entered or left the separate register. */
    public Business separated(SeparateRegister other) {
        return new Business(id, version + 1, particulars, state, lastEffectOn, taxStanding, other);
    }

    private static String zh(BusinessStatus status) {
        return switch (status) {
            case ACTIVE -> "存续";
            case SUSPENDED -> "歇业";
            case SIMPLE_DEREG_PENDING -> "进入简易注销";
            case SEPARATE_REGISTER -> "另册管理";
            case LICENCE_REVOKED -> "吊销";
            case REGISTRATION_ANNULLED -> "被撤销登记";
            case DEREGISTERED -> "注销";
            case CONVERTED -> "转为企业";
            case MIGRATED_OUT -> "迁出";
        };
    }
}
