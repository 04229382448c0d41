package io.hutong.credit.publication.adapter;

import io.hutong.credit.publication.Reconciliation;
import io.hutong.credit.publication.Reconciliation.Found;
import io.hutong.credit.publication.Reconciliation.Progress;
import io.hutong.credit.publication.Reconciliation.Start;
import io.hutong.credit.publication.Reconciliation.State;
import io.hutong.credit.publication.Reconciliations;
import io.hutong.credit.shared.storage.JsonTexts;
import io.hutong.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code open_platform} is null once a run has ended; who takes a step moves {@code free_at} into the future. */
@ApplicationScoped
class JdbcReconciliations implements Reconciliations {
    private static final String ALL = "select run_id, platform, started_at, started_by, state, steps, tries, up_to,"
            + " compared, differences, differing, unknown, unknown_ids, ended_at, trouble from reconciliation_run where ";

    private final Database database;
    private final JsonTexts json;

    JdbcReconciliations(Database database, JsonTexts json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Reconciliation begin(Reconciliation run) {
        database.update(
                "insert into reconciliation_run(run_id, platform, open_platform, started_at, started_by, state,"
                        + " steps, tries, compared, differences, differing, unknown, unknown_ids, free_at)"
                        + " values (?,?,?,?,?,?,0,0,0,0,'[]',0,'[]',utc_timestamp(6))"
                        // not "insert ignore": its shared lock on the row that is there makes two of them deadlock
                        + " on duplicate key update open_platform = open_platform",
                run.id().toString(),
                run.platform(),
                run.platform(),
                run.start().at(),
                run.start().by(),
                run.state());
        return running(run.platform()).orElseThrow();
    }

    @Override
    public Optional<Reconciliation> find(UUID id) {
        return database.first(ALL + "run_id = ?", this::run, id.toString());
    }

    @Override
    public Optional<Reconciliation> last(String platform) {
        return database.first(ALL + "platform = ? order by run_id desc limit 1", this::run, platform);
    }

    @Override
    public Optional<Reconciliation> take(String platform, Duration lease) {
        int taken = database.update(
                "update reconciliation_run set tries = tries + 1, free_at = utc_timestamp(6) + interval ? second"
                        + " where open_platform = ? and free_at <= utc_timestamp(6)",
                lease.toSeconds(),
                platform);
        return taken == 0 ? Optional.empty() : running(platform);
    }

    @Override
    public boolean put(Reconciliation before, Reconciliation now) {
        Progress progress = now.progress();
        return database.update(
                        "update reconciliation_run set open_platform = ?, state = ?, steps = ?, tries = ?, up_to = ?,"
                                + " compared = ?, differences = ?, differing = ?, unknown = ?, unknown_ids = ?,"
                                + " ended_at = ?, trouble = ?, free_at = utc_timestamp(6)"
                                + " where run_id = ? and state = 'RUNNING' and steps = ?",
                        now.state() == State.RUNNING ? now.platform() : null,
                        now.state(),
                        progress.steps(),
                        progress.tries(),
                        text(progress.upTo()),
                        progress.compared(),
                        progress.differences().count(),
                        json.write(progress.differences().examples()),
                        progress.unknown().count(),
                        json.write(progress.unknown().examples()),
                        now.endedAt(),
                        now.trouble(),
                        now.id().toString(),
                        before.progress().steps())
                == 1;
    }

    /** A current read: what another transaction began meanwhile is seen. */
    private Optional<Reconciliation> running(String platform) {
        return database.first(ALL + "open_platform = ? for update", this::run, platform);
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private Reconciliation run(ResultSet row) throws SQLException {
        String upTo = row.getString("up_to");
        return new Reconciliation(
                UUID.fromString(row.getString("run_id")),
                row.getString("platform"),
                new Start(Database.moment(row, "started_at"), row.getString("started_by")),
                State.valueOf(row.getString("state")),
                new Progress(
                        row.getInt("steps"),
                        row.getInt("tries"),
                        upTo == null ? null : UUID.fromString(upTo),
                        row.getInt("compared"),
                        found(row.getInt("differences"), row.getString("differing")),
                        found(row.getInt("unknown"), row.getString("unknown_ids"))),
                Database.momentOrNull(row, "ended_at"),
                row.getString("trouble"));
    }

    private Found found(int count, String ids) {
        return new Found(count, json.texts(ids).stream().map(UUID::fromString).toList());
    }
}
