package io.hutong.credit.sharing.adapter;

import io.hutong.credit.sharing.Followers;
import io.hutong.events.AgencyCode;
import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

@ApplicationScoped
class JdbcFollowers implements Followers {
    private final Database database;

    JdbcFollowers(Database database) {
        this.database = database;
    }

    @Override
    public List<Follower> of(BizId bizId) {
        return database.query(
                "select organisation, purpose, tenure_id, since from subscription where biz_id = ? order by organisation",
                JdbcFollowers::follower,
                bizId);
    }

    private static Follower follower(ResultSet row) throws SQLException {
        String tenureId = row.getString("tenure_id");
        return new Follower(
                AgencyCode.of(row.getString("organisation")),
                row.getString("purpose"),
                tenureId == null ? null : OperatorTenureId.of(tenureId),
                Database.moment(row, "since"));
    }
}
