package io.hutong.identity;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ResidentIdPropertiesTest {
    private static final DivisionCode GANZHOU = DivisionCode.of("620702");

    @Property
    boolean synthetic_numbers_are_right_and_of_nobody_alive(@ForAll @IntRange(max = 3_651_999) int n) {
        ResidentId id = ResidentId.synthetic(GANZHOU, n);
        return ResidentId.of(id.value()).equals(id)
                && id.firstDivision().equals(GANZHOU)
                && id.birthDate().getYear() >= 1900
                && id.birthDate().getYear() <= 1909;
    }

    @Property
    boolean every_change_of_one_digit_is_noticed(
            @ForAll @IntRange(max = 3_651_999) int n,
            @ForAll @IntRange(max = 16) int place,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        String id = ResidentId.synthetic(GANZHOU, n).value();
        char other = (char) ('0' + (id.charAt(place) - '0' + shift) % 10);
        try {
            ResidentId.of(id.substring(0, place) + other + id.substring(place + 1));
            return false;
        } catch (InvalidValue expected) {
            return true;
        }
    }
}
