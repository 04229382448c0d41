package io.hutong.credit.registerdoubt;

import io.hutong.credit.business.RegisterDoubts;
import io.hutong.credit.business.RegisterDoubts.Confirmation;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.identity.BizId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows of which businesses the register's word is incomplete here, and how such doubts were ended. */
@ApplicationScoped
public class ReadDoubts {
    private final RegisterDoubts doubts;

    ReadDoubts(RegisterDoubts doubts) {
        this.doubts = doubts;
    }

    @Transactional
    public List<SeenDoubt> open(@Nullable BizId after, int limit) {
        return doubts.open(after, limit).stream().map(SeenDoubt::of).toList();
    }

    @Transactional
    public SeenDoubt one(BizId bizId) {
        return doubts.find(bizId).map(SeenDoubt::of).orElseThrow(CreditProblems::notFound);
    }

    @Transactional
    public List<Confirmation> confirmations(BizId bizId) {
        return doubts.confirmations(bizId);
    }
}
