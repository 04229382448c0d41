package io.hutong.registration.register.adapter;

import io.hutong.identity.BizId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.registration.register.Business;
import io.hutong.registration.register.Businesses;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FlushModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JpaBusinesses implements Businesses, PanacheRepositoryBase<BusinessRow, String> {
    private final BusinessMapping mapping;
    private final CodesAdded added;

    JpaBusinesses(BusinessMapping mapping, CodesAdded added) {
        this.mapping = mapping;
        this.added = added;
    }

    @Override
    public Optional<Business> find(BizId id) {
        return findByIdOptional(id.value()).map(mapping::business);
    }

    @Override
    public Optional<Business> find(UnifiedSocialCreditCode uscc) {
        String bizId = added.businessOf(uscc);
        if (bizId != null) {
            return find(BizId.of(bizId));
        }
        return getEntityManager()
                .createQuery("from BusinessRow where uscc = ?1", BusinessRow.class)
                .setParameter(1, uscc.value())
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList()
                .stream()
                .findFirst()
                .map(mapping::business);
    }

    @Override
    public Map<UnifiedSocialCreditCode, Business> find(Collection<UnifiedSocialCreditCode> usccs) {
        return getEntityManager()
                .createQuery("from BusinessRow where uscc in ?1", BusinessRow.class)
                .setParameter(
                        1, usccs.stream().map(UnifiedSocialCreditCode::value).toList())
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList()
                .stream()
                .map(mapping::business)
                .collect(Collectors.toMap(business -> business.particulars().uscc(), Function.identity()));
    }

    @Override
    public List<Business> named(String prefix, @Nullable After after, int limit) {
        String like = prefix.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        var query = after == null
                ? find("name like ?1 escape '!' order by name, bizId", like)
                : find(
                        "name like ?1 escape '!' and (name > ?2 or name = ?2 and bizId > ?3) order by name, bizId",
                        like,
                        after.name(),
                        after.bizId().value());
        return query.page(0, limit).stream().map(mapping::business).toList();
    }

    @Override
    public List<Business> after(@Nullable BizId last, int limit) {
        return find("bizId > ?1 order by bizId", last == null ? "" : last.value()).page(0, limit).stream()
                .map(mapping::business)
                .toList();
    }

    @Override
    public List<BizId> suspendedUntilBefore(LocalDate day, int limit) {
        return find("suspendedUntil < ?1 order by suspendedUntil", day).page(0, limit).stream()
                .map(row -> BizId.of(row.bizId))
                .toList();
    }

    @Override
    public void add(Business business) {
        BusinessRow row = mapping.newRow(business);
        persist(row);
        added.add(row);
    }

    @Override
    public void save(Business business) {
        BusinessRow row = findById(business.id().value());
        if (row == null) {
            throw new IllegalStateException("the business to be saved is not there");
        }
        mapping.copy(business, row);
    }
}
