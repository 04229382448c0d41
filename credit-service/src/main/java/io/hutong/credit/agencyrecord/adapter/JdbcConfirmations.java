package io.hutong.credit.agencyrecord.adapter;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.hutong.credit.agencyrecord.Confirmation;
import io.hutong.credit.agencyrecord.Confirmation.Ground;
import io.hutong.credit.agencyrecord.Confirmations;
import io.hutong.credit.agencyrecord.Doubt;
import io.hutong.credit.agencyrecord.RecordKind;
import io.hutong.credit.agencyrecord.StandingPermit;
import io.hutong.identity.BizId;
import io.hutong.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcConfirmations implements Confirmations {
    private record Line(UUID confirmationId, StandingPermit permit) {}

    private final Database database;

    JdbcConfirmations(Database database) {
        this.database = database;
    }

    @Override
    public List<Confirmation> of(BizId bizId) {
        Map<UUID, List<StandingPermit>> permits = database
                .query(
                        "select p.confirmation_id, p.permit_type, p.permit_no, p.valid_from, p.valid_until"
                                + " from agency_confirmed_permit p"
                                + " join agency_confirmation c on c.confirmation_id = p.confirmation_id"
                                + " where c.biz_id = ? order by p.permit_type, p.permit_no",
                        JdbcConfirmations::line,
                        bizId)
                .stream()
                .collect(groupingBy(Line::confirmationId, mapping(Line::permit, toList())));
        return database.query(
                "select confirmation_id, kind, doubted_since, missed, basis, confirmed_by, confirmed_at"
                        + " from agency_confirmation where biz_id = ? order by confirmed_at, confirmation_id",
                row -> confirmation(row, bizId, permits),
                bizId);
    }

    @Override
    public void add(Confirmation confirmation) {
        Doubt ended = confirmation.ended();
        Ground ground = confirmation.ground();
        database.update(
                "insert into agency_confirmation(confirmation_id, biz_id, kind, doubted_since, missed, basis,"
                        + " confirmed_by, confirmed_at) values (?,?,?,?,?,?,?,?)",
                confirmation.id().toString(),
                confirmation.bizId(),
                ended.kind(),
                ended.since(),
                ended.missed(),
                ground.basis(),
                ground.by(),
                ground.at());
        List<@Nullable Object[]> permits = new ArrayList<>();
        for (StandingPermit permit : confirmation.permits()) {
            permits.add(new @Nullable Object[] {
                confirmation.id().toString(), permit.permitType(), permit.permitNo(), permit.validFrom(), permit.until()
            });
        }
        database.batch(
                "insert into agency_confirmed_permit(confirmation_id, permit_type, permit_no, valid_from, valid_until)"
                        + " values (?,?,?,?,?)",
                permits);
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                UUID.fromString(row.getString("confirmation_id")),
                new StandingPermit(
                        row.getString("permit_type"),
                        row.getString("permit_no"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class)));
    }

    private static Confirmation confirmation(ResultSet row, BizId bizId, Map<UUID, List<StandingPermit>> permits)
            throws SQLException {
        UUID id = UUID.fromString(row.getString("confirmation_id"));
        var ended = new Doubt(
                RecordKind.valueOf(row.getString("kind")),
                Database.momentOrNull(row, "doubted_since"),
                row.getInt("missed"));
        var ground =
                new Ground(row.getString("basis"), row.getString("confirmed_by"), Database.moment(row, "confirmed_at"));
        return new Confirmation(id, bizId, ended, permits.getOrDefault(id, List.of()), ground);
    }
}
