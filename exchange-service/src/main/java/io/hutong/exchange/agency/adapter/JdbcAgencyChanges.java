package io.hutong.exchange.agency.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hutong.events.AgencyCode;
import io.hutong.exchange.agency.AgencyChange;
import io.hutong.exchange.agency.AgencyChanges;
import io.hutong.exchange.agency.RegisteredAgency;
import io.hutong.messaging.ColumnCipher;
import io.hutong.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Only ever inserts. Before and after stand encrypted, since they name people. */
@ApplicationScoped
class JdbcAgencyChanges implements AgencyChanges {
    private static final String STATES = "agency_change.states";

    private final Database database;
    private final ColumnCipher cipher;
    private final ObjectMapper json;

    JdbcAgencyChanges(Database database, ColumnCipher cipher, ObjectMapper json) {
        this.database = database;
        this.cipher = cipher;
        this.json = json;
    }

    /** A change as it is read; {@code position} orders them. */
    @Schema(name = "AgencyChange")
    record Json(
            long position,
            Instant at,
            String who,
            String what,
            @Nullable JsonNode before,
            JsonNode after) {}

    @Override
    public void append(AgencyChange change) {
        RegisteredAgency before = change.before();
        database.update(
                "insert into agency_change(agency, at, who, what, before_json, after_json) values (?,?,?,?,?,?)",
                change.agency(),
                change.at(),
                change.who(),
                change.what(),
                before == null ? null : locked(change, before),
                locked(change, change.after()));
    }

    /** Newest first, before a position. */
    List<Json> of(AgencyCode agency, long before, int limit) {
        return database.query(
                "select position, at, who, what, before_json, after_json from agency_change"
                        + " where agency = ? and position < ? order by position desc limit ?",
                this::read,
                agency,
                before,
                limit);
    }

    private Json read(ResultSet row) throws SQLException {
        byte[] before = row.getBytes("before_json");
        return new Json(
                row.getLong("position"),
                Database.moment(row, "at"),
                row.getString("who"),
                row.getString("what"),
                before == null ? null : opened(before),
                opened(row.getBytes("after_json")));
    }

    private byte[] locked(AgencyChange change, RegisteredAgency state) {
        Object part = change.what() == AgencyChange.What.GRANTS
                ? GrantsJson.of(state.grants())
                : AgencyJson.ProfileJson.of(state.profile());
        try {
            return cipher.encrypt(json.writeValueAsString(part), STATES);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("a column cannot be written");
        }
    }

    private JsonNode opened(byte[] column) {
        try {
            return json.readTree(cipher.decrypt(column, STATES));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("a column cannot be read");
        }
    }
}
