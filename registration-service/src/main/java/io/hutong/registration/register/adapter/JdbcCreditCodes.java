package io.hutong.registration.register.adapter;

import io.hutong.identity.DivisionCode;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.registration.register.Businesses;
import io.hutong.registration.register.CreditCodes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;

/**
 * Codes of the zone that GB 11714 leaves to users, from the last number downwards: samples and tests take them from the
 * first upwards. A county's counter is locked until the opening commits, so no number is lost.
 */
@ApplicationScoped
class JdbcCreditCodes implements CreditCodes {
    private static final int LAST = 99_999;

    private final EntityManager database;
    private final Businesses businesses;

    JdbcCreditCodes(EntityManager database, Businesses businesses) {
        this.database = database;
        this.businesses = businesses;
    }

    @Override
    public UnifiedSocialCreditCode next(DivisionCode county) {
        while (true) {
            UnifiedSocialCreditCode code = UnifiedSocialCreditCode.synthetic(county, nextNumber(county));
            if (businesses.find(code).isEmpty()) {
                return code;
            }
        }
    }

    private int nextNumber(DivisionCode county) {
        database.createNativeQuery("insert into credit_code_counter(division, last_no) values(?1, last_insert_id("
                        + LAST + ")) on duplicate key update last_no = last_insert_id(last_no - 1)")
                .setParameter(1, county.value())
                .setFlushMode(FlushModeType.COMMIT)
                .executeUpdate();
        Object number = database.createNativeQuery("select last_insert_id()").getSingleResult();
        return ((Number) number).intValue();
    }
}
