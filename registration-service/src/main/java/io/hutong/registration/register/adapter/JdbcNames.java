package io.hutong.registration.register.adapter;

import io.hutong.events.Registrar;
import io.hutong.identity.BizId;
import io.hutong.registration.register.NameForm;
import io.hutong.registration.register.Names;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;

/**
 * Claims by the primary key of the name, in the caller's transaction: whoever comes second waits for the first. Nothing
 * here reads what the session holds, so nothing of it is written early.
 */
@ApplicationScoped
class JdbcNames implements Names {
    private final EntityManager database;

    JdbcNames(EntityManager database) {
        this.database = database;
    }

    @Override
    public boolean claim(Registrar registrar, String name, BizId by) {
        // an update in vain takes the exclusive lock at once and raises no error that would spoil the session
        database.createNativeQuery("insert into business_name(registrar_division, normalised_name, biz_id)"
                        + " values(?1, ?2, ?3) on duplicate key update biz_id = biz_id")
                .setParameter(1, registrar.division().value())
                .setParameter(2, NameForm.normalised(name))
                .setParameter(3, by.value())
                .setFlushMode(FlushModeType.COMMIT)
                .executeUpdate();
        Object holder = database.createNativeQuery("select biz_id from business_name"
                        + " where registrar_division = ?1 and normalised_name = ?2 for update")
                .setParameter(1, registrar.division().value())
                .setParameter(2, NameForm.normalised(name))
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
        return by.value().equals(holder);
    }

    @Override
    public void release(Registrar registrar, String name, BizId by) {
        database.createNativeQuery("delete from business_name"
                        + " where registrar_division = ?1 and normalised_name = ?2 and biz_id = ?3")
                .setParameter(1, registrar.division().value())
                .setParameter(2, NameForm.normalised(name))
                .setParameter(3, by.value())
                .setFlushMode(FlushModeType.COMMIT)
                .executeUpdate();
    }
}
