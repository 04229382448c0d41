package io.hutong.exchange.agency.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hutong.events.AgencyCode;
import io.hutong.exchange.agency.Agencies;
import io.hutong.exchange.agency.AgencyProfile;
import io.hutong.exchange.agency.Contact;
import io.hutong.exchange.agency.Grants;
import io.hutong.exchange.agency.PublicKeyText;
import io.hutong.exchange.agency.RegisteredAgency;
import io.hutong.messaging.ColumnCipher;
import io.hutong.messaging.Database;
import io.hutong.messaging.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcAgencies implements Agencies {
    static final String CONTACTS = "agency.contacts";

    private static final String ALL =
            "select code, name, state, contacts, public_key, events_per_second, version, grants, grants_version,"
                    + " (select json_arrayagg(client_id) from agency_client where agency = code) as clients from agency";
    private static final TypeReference<List<Contact>> CONTACT_LIST = new TypeReference<>() {};
    private static final TypeReference<Set<String>> CLIENT_SET = new TypeReference<>() {};

    private final Database database;
    private final ColumnCipher cipher;
    private final ObjectMapper json;

    JdbcAgencies(Database database, ColumnCipher cipher, ObjectMapper json) {
        this.database = database;
        this.cipher = cipher;
        this.json = json;
    }

    @Override
    public Optional<RegisteredAgency> find(AgencyCode code) {
        return database.first(ALL + " where code = ?", this::agency, code);
    }

    @Override
    public Optional<RegisteredAgency> lock(AgencyCode code) {
        return database.first("select code from agency where code = ? for update", row -> row.getString(1), code)
                .flatMap(locked -> find(code));
    }

    @Override
    public List<RegisteredAgency> after(@Nullable String code, int limit) {
        return database.query(
                ALL + " where code > ? order by code limit ?", this::agency, code == null ? "" : code, limit);
    }

    @Override
    public Set<String> takenBySomebodyElse(AgencyCode code, Set<String> clients) {
        if (clients.isEmpty()) {
            return Set.of();
        }
        return new TreeSet<>(database.query(
                "select client_id from agency_client where agency <> ? and client_id in (" + Sql.marks(clients.size())
                        + ")",
                row -> row.getString(1),
                Database.padded(clients, code)));
    }

    @Override
    public void add(RegisteredAgency agency) {
        database.update(
                "insert into agency(name, state, contacts, public_key, events_per_second, version, grants,"
                        + " grants_version, code) values (?,?,?,?,?,?,?,?,?)",
                columns(agency));
        addClients(agency);
    }

    @Override
    public void replace(RegisteredAgency agency) {
        database.update(
                "update agency set name = ?, state = ?, contacts = ?, public_key = ?, events_per_second = ?,"
                        + " version = ?, grants = ?, grants_version = ? where code = ?",
                columns(agency));
        database.update("delete from agency_client where agency = ?", agency.code());
        addClients(agency);
    }

    /** The values of both statements, the key last. */
    private @Nullable Object[] columns(RegisteredAgency agency) {
        AgencyProfile profile = agency.profile();
        return new @Nullable Object[] {
            profile.name(),
            profile.state(),
            cipher.encrypt(write(profile.contacts()), CONTACTS),
            text(profile.publicKey()),
            profile.eventsPerSecond(),
            agency.version(),
            write(GrantsJson.of(agency.grants())),
            agency.grants().version(),
            agency.code()
        };
    }

    private void addClients(RegisteredAgency agency) {
        database.batch(
                "insert into agency_client(client_id, agency) values (?,?)",
                agency.profile().clients().stream()
                        .sorted()
                        .map(client -> new Object[] {client, agency.code()})
                        .toList());
    }

    private RegisteredAgency agency(ResultSet row) throws SQLException {
        String clients = row.getString("clients");
        String key = row.getString("public_key");
        int rate = row.getInt("events_per_second");
        var profile = new AgencyProfile(
                row.getString("name"),
                AgencyProfile.State.valueOf(row.getString("state")),
                read(cipher.decrypt(row.getBytes("contacts"), CONTACTS), CONTACT_LIST),
                clients == null ? Set.of() : read(clients, CLIENT_SET),
                key == null ? null : new PublicKeyText(key),
                rate == 0 ? null : rate);
        GrantsJson grants = read(row.getString("grants"), new TypeReference<>() {});
        return new RegisteredAgency(
                AgencyCode.of(row.getString("code")),
                profile,
                row.getLong("version"),
                new Grants(grants.all(), row.getLong("grants_version")));
    }

    private static @Nullable String text(@Nullable PublicKeyText key) {
        return key == null ? null : key.value();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("a column cannot be written");
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("a column cannot be read");
        }
    }
}
