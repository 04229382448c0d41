package io.hutong.local.sample;

import io.hutong.identity.DivisionCode;
import io.hutong.identity.ResidentId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.local.sample.SampleBusiness.Person;
import io.hutong.local.sample.SampleVocabulary.Trade;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A made-up register of one district: the same seed gives the same businesses. Places are real divisions; codes lie in
 * the zone that GB 11714 leaves to users, and identity numbers in birth years 1900–1909, so no real business or living
 * person is hit.
 */
final class SampleRegister {

    /** A place for premises: its statistical code and its full name. */
    record Place(String code, String fullName) {}

    static final String DISTRICT = "张掖市甘州区";
    static final String REGISTRAR = DISTRICT + "市场监督管理局";
    static final DivisionCode COUNTY = DivisionCode.of("620702");
    static final int CODES_PER_COUNTY = 99_999;
    private static final LocalDate FIRST_OPENING = LocalDate.of(2009, 1, 1);

    private final Random random;
    private final List<Place> places;
    private final Set<String> names = new HashSet<>();
    private int people;

    SampleRegister(long seed, List<Place> places) {
        this.random = new Random(seed);
        this.places = List.copyOf(places);
    }

    /** At most 99 999 businesses: the user zone of one county's codes. */
    Stream<SampleBusiness> businesses(int count) {
        if (count < 1 || count > CODES_PER_COUNTY) {
            throw new IllegalArgumentException("1 to " + CODES_PER_COUNTY + " businesses");
        }
        return IntStream.rangeClosed(1, count).mapToObj(this::business);
    }

    private SampleBusiness business(int number) {
        Trade trade = pick(SampleVocabulary.TRADES);
        Place place = pick(places);
        boolean family = random.nextInt(10) < 3;
        Person operator = person();
        return new SampleBusiness(
                UnifiedSocialCreditCode.synthetic(COUNTY, number).value(),
                name(trade),
                family ? "INDIVIDUAL_FAMILY" : "INDIVIDUAL_PERSON",
                FIRST_OPENING.plusDays(random.nextInt(6200)).toString(),
                COUNTY.value(),
                REGISTRAR,
                place.code(),
                place.fullName() + (1 + random.nextInt(320)) + "号",
                trade.scope(),
                trade.section(),
                trade.code(),
                false,
                operator,
                family ? familyMembers() : "",
                "ACTIVE");
    }

    private String name(Trade trade) {
        while (true) {
            String name = DISTRICT + pick(SampleVocabulary.WORD_HEADS) + pick(SampleVocabulary.WORD_TAILS)
                    + (random.nextInt(3) == 0 ? "" : pick(SampleVocabulary.WORD_TAILS)) + trade.industryWord()
                    + trade.form() + "（个体工商户）";
            if (names.add(name)) {
                return name;
            }
        }
    }

    private Person person() {
        int number = people++;
        String name = pick(SampleVocabulary.SURNAMES) + pick(SampleVocabulary.GIVEN);
        String residentId = ResidentId.synthetic(COUNTY, number).value();
        String phone = "100%08d".formatted(number);
        LocalDate birthDate = LocalDate.of(1955, 1, 1).plusDays(random.nextInt(18_000));
        Place home = pick(places);
        return new Person(
                name, residentId, home.fullName() + (1 + random.nextInt(99)) + "号", phone, birthDate.toString());
    }

    private String familyMembers() {
        Person one = person();
        Person two = person();
        return Stream.of(one, two)
                .map(p -> p.name() + "|" + p.residentId())
                .reduce((a, b) -> a + ";" + b)
                .orElseThrow();
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String pick(String[] words) {
        return words[random.nextInt(words.length)];
    }
}
