package io.hutong.contract;

import io.hutong.contract.Shape.Part;
import io.hutong.events.BlockingItem;
import io.hutong.events.ConsentScope;
import io.hutong.events.EligibilityAnswer;
import io.hutong.events.FinancingWish;
import io.hutong.events.PersonIdentity;
import io.hutong.events.PersonRef;
import io.hutong.events.ProfileLook;
import io.hutong.identity.ResidentId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what may stand in an event only under seal and does not. */
final class SensitiveTypes {
    private static final Set<Class<?>> SENSITIVE = Set.of(
            ResidentId.class,
            PersonIdentity.class,
            PersonRef.class,
            BlockingItem.class,
            BlockingItem.Items.class,
            EligibilityAnswer.class,
            ConsentScope.class,
            ProfileLook.class,
            FinancingWish.class);

    private SensitiveTypes() {}

    static List<String> inClear(Class<?> record) {
        return Shape.parts(record).stream()
                .filter(part -> !part.sealed())
                .flatMap(part -> below(part).map(pointer -> "/" + part.name() + pointer))
                .toList();
    }

    private static Stream<String> below(Part part) {
        if (SENSITIVE.contains(part.type())) {
            return Stream.of("");
        }
        return part.leaf() ? Stream.of() : inClear(part.type()).stream();
    }
}
