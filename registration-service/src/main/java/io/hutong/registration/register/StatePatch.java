package io.hutong.registration.register;

import io.hutong.events.Address;
import io.hutong.events.BusinessStatus;
import io.hutong.events.ScopeItem;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One side of a change, before or after: what it did not touch is absent. A suspension goes with its status and is absent
 * under any other. {@code unnamed} says that the name was touched and that there is none on this side.
 */
public record StatePatch(
        @Nullable BusinessStatus status,
        @Nullable String name,
        @Nullable List<ScopeItem> scope,
        @Nullable List<Address> premises,
        @Nullable TenureRef operator,
        @Nullable Suspension suspension,
        boolean unnamed) {
    public StatePatch {
        scope = scope == null ? null : List.copyOf(scope);
        premises = premises == null ? null : List.copyOf(premises);
    }

    public static final StatePatch NOTHING = new StatePatch(null, null, null, null, null, null, false);

    public static StatePatch facts(
            @Nullable String name, @Nullable List<ScopeItem> scope, @Nullable List<Address> premises) {
        return new StatePatch(null, name, scope, premises, null, null, false);
    }

    /** The name is given up: an individual business need not have one (Order 103 art. 14). */
    public StatePatch unnaming() {
        return new StatePatch(status, null, scope, premises, operator, suspension, true);
    }

    public static StatePatch operator(TenureRef operator) {
        return new StatePatch(null, null, null, null, operator, null, false);
    }

    public static StatePatch status(BusinessStatus status) {
        return new StatePatch(status, null, null, null, null, null, false);
    }

    public static StatePatch suspended(Suspension suspension) {
        return new StatePatch(BusinessStatus.SUSPENDED, null, null, null, null, suspension, false);
    }

    /** Everything, as after an opening. */
    public static StatePatch whole(RegisterState state) {
        return new StatePatch(
                state.status(),
                state.name(),
                state.scope(),
                state.premises(),
                state.operator(),
                state.suspension(),
                false);
    }

    /** What must be touched to come from one state to the other. */
    public static StatePatch between(RegisterState from, RegisterState to) {
        return new StatePatch(
                from.status() == to.status() ? null : to.status(),
                Objects.equals(from.name(), to.name()) ? null : to.name(),
                from.scope().equals(to.scope()) ? null : to.scope(),
                from.premises().equals(to.premises()) ? null : to.premises(),
                from.operator().equals(to.operator()) ? null : to.operator(),
                Objects.equals(from.suspension(), to.suspension()) ? null : to.suspension(),
                from.name() != null && to.name() == null);
    }

    public RegisterState appliedTo(RegisterState state) {
        BusinessStatus nextStatus = status == null ? state.status() : status;
        Suspension nextSuspension = suspension == null ? state.suspension() : suspension;
        return new RegisterState(
                nextStatus,
                name == null && !unnamed ? state.name() : name,
                scope == null ? state.scope() : scope,
                premises == null ? state.premises() : premises,
                operator == null ? state.operator() : operator,
                nextStatus == BusinessStatus.SUSPENDED ? nextSuspension : null);
    }

    /** The same touched facts as they stood in {@code state}. */
    public StatePatch before(RegisterState state) {
        boolean aboutName = name != null || unnamed;
        return new StatePatch(
                status == null ? null : state.status(),
                aboutName ? state.name() : null,
                scope == null ? null : state.scope(),
                premises == null ? null : state.premises(),
                operator == null ? null : state.operator(),
                status == null ? null : state.suspension(),
                aboutName && state.name() == null);
    }

    /** The state that a whole patch describes. */
    RegisterState asState() {
        return new RegisterState(
                Objects.requireNonNull(status),
                name,
                Objects.requireNonNull(scope),
                Objects.requireNonNull(premises),
                Objects.requireNonNull(operator),
                suspension);
    }
}
