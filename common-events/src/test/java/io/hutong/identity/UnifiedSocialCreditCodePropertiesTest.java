package io.hutong.identity;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class UnifiedSocialCreditCodePropertiesTest {
    private static final DivisionCode GANZHOU = DivisionCode.of("620702");
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Property
    boolean every_synthetic_code_is_right(@ForAll @IntRange(min = 1, max = 99_999) int n) {
        UnifiedSocialCreditCode code = UnifiedSocialCreditCode.synthetic(GANZHOU, n);
        return UnifiedSocialCreditCode.of(code.value()).equals(code)
                && code.organisationCodeWarning().isEmpty();
    }

    @Property
    boolean every_change_of_one_character_is_noticed(
            @ForAll @IntRange(min = 1, max = 99_999) int n,
            @ForAll @IntRange(max = 17) int place,
            @ForAll @IntRange(min = 1, max = 30) int shift) {
        String code = UnifiedSocialCreditCode.synthetic(GANZHOU, n).value();
        char other = ALPHABET.charAt((ALPHABET.indexOf(code.charAt(place)) + shift) % ALPHABET.length());
        return rejects(code.substring(0, place) + other + code.substring(place + 1));
    }

    @Property
    boolean every_swap_of_neighbours_is_noticed(
            @ForAll @IntRange(min = 1, max = 99_999) int n, @ForAll @IntRange(max = 16) int place) {
        String code = UnifiedSocialCreditCode.synthetic(GANZHOU, n).value();
        String swapped =
                code.substring(0, place) + code.charAt(place + 1) + code.charAt(place) + code.substring(place + 2);
        return swapped.equals(code) || rejects(swapped);
    }

    private static boolean rejects(String text) {
        try {
            UnifiedSocialCreditCode.of(text);
            return false;
        } catch (InvalidValue expected) {
            return true;
        }
    }
}
