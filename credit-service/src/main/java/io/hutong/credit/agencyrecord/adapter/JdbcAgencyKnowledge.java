package io.hutong.credit.agencyrecord.adapter;

import io.hutong.credit.agencyrecord.AgencyKnowledge;
import io.hutong.credit.agencyrecord.Doubt;
import io.hutong.credit.agencyrecord.RecordKind;
import io.hutong.identity.BizId;
import io.hutong.messaging.Database;
import io.hutong.messaging.HeardSources;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

@ApplicationScoped
class JdbcAgencyKnowledge implements AgencyKnowledge {
    private final Database database;
    private final HeardSources sources;
    private final AgencyConfig config;

    JdbcAgencyKnowledge(Database database, HeardSources sources, AgencyConfig config) {
        this.database = database;
        this.sources = sources;
        this.config = config;
    }

    @Override
    public Set<RecordKind> complete(BizId bizId) {
        Set<String> heard = sources.heard(bizId, config.heardWithin());
        Set<RecordKind> complete = EnumSet.noneOf(RecordKind.class);
        for (RecordKind kind : RecordKind.values()) {
            if (heard.containsAll(kind.needed())) {
                complete.add(kind);
            }
        }
        complete.removeAll(doubted(bizId));
        return complete;
    }

    @Override
    public Set<RecordKind> doubted(BizId bizId) {
        return Set.copyOf(database.query(
                "select kind from agency_doubt where biz_id = ?", row -> RecordKind.valueOf(row.getString(1)), bizId));
    }

    @Override
    public List<Doubt> doubts(BizId bizId) {
        return database.query(
                "select kind, since, missed from agency_doubt where biz_id = ? order by kind",
                row -> new Doubt(
                        RecordKind.valueOf(row.getString("kind")),
                        Database.momentOrNull(row, "since"),
                        row.getInt("missed")),
                bizId);
    }

    @Override
    public boolean doubt(BizId bizId, RecordKind kind, Instant at) {
        if (database.update("insert ignore into agency_doubt(biz_id, kind, since) values (?,?,?)", bizId, kind, at)
                > 0) {
            return true;
        }
        database.update("update agency_doubt set missed = missed + 1 where biz_id = ? and kind = ?", bizId, kind);
        return false;
    }

    @Override
    public boolean settle(BizId bizId, RecordKind kind) {
        return database.update("delete from agency_doubt where biz_id = ? and kind = ?", bizId, kind) > 0;
    }
}
