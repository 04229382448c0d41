package io.hutong.local.parts;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hutong.embedded.IssuerClient;
import io.hutong.embedded.KafkaAccounts;
import io.hutong.messaging.sealing.KeyFiles;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/** Generated passwords and keys: made once, kept in files that only their owner can read. */
public final class Secrets {
    static final String REGISTRATION = "registration";
    static final String TAX = "tax";
    static final String EXCHANGE = "exchange";
    static final String CREDIT = "credit";

    private static final String SENDER = "event-sender";

    private static final List<String> NAMES =
            List.of("database.root", "database.registration", "database.tax", "database.exchange", "database.credit");

    /** Every client of the local issuer: people's, agencies' and services'. */
    private static final List<Client> CLIENTS = List.of(
            new Client("amr", "AMR", "registrar"),
            new Client("credit", "AMR", "credit-officer"),
            new Client("portal", "AMR", "report-filer"),
            new Client("tax", "TAX", "tax-officer"),
            new Client("operator", "JCO", "flow-operator"),
            new Client("gda", "GDA", "exchange-admin"),
            new Client("town", "TOWN-620702102", SENDER),
            new Client("hrss", "HRSS-620702", SENDER),
            new Client("vet", "VET-620702", SENDER),
            new Client("hud", "HUD-620702", SENDER),
            new Client("bank", "FI-620702-BANK", SENDER),
            new Client("gua", "GUA-620702", SENDER),
            new Client("bank-a", "FI-620702-BANKA", "bank"),
            new Client("bank-b", "FI-620702-BANKB", "bank"),
            new Client("xcn", "XCN", "credit-platform"),
            new Client("registration-service", "AMR", "service"),
            new Client("tax-sync-service", "TAX", "service"),
            new Client("exchange-service", "GDA", "service"),
            new Client("credit-service", "AMR", "service"));

    private record Client(String id, String agency, String role) {}

    private final Path folder;
    private final Properties values;

    private Secrets(Path folder, Properties values) {
        this.folder = folder;
        this.values = values;
    }

    /** Reads what exists and makes what is missing. */
    public static Secrets prepare(Installation installation) {
        Secrets secrets = read(installation);
        SecureRandom random = new SecureRandom();
        boolean changed = false;
        List<String> names = new ArrayList<>(NAMES);
        KafkaAccounts.everyName().forEach(name -> names.add("kafka." + name));
        CLIENTS.forEach(client -> names.add("client." + client.id()));
        for (String name : names) {
            changed |= secrets.values.putIfAbsent(name, password(random)) == null;
        }
        try {
            if (changed) {
                secrets.store();
            }
            write(secrets.clientsFile(), new ObjectMapper().writeValueAsBytes(secrets.clients()));
            new BrokerClients(installation, secrets).write();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write secrets in " + secrets.folder, e);
        }
        return secrets;
    }

    /** Makes the key pairs of the services that have none yet; this takes seconds. */
    public void createKeys() {
        KeyFiles.create(keys(), REGISTRATION, TAX, EXCHANGE, CREDIT);
    }

    /** Reads what an earlier start made. */
    public static Secrets read(Installation installation) {
        Properties values = new Properties();
        Path file = installation.secrets().resolve("passwords.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Secrets(installation.secrets(), values);
    }

    public String value(String name) {
        String value = values.getProperty(name);
        if (value == null) {
            throw new UserMistake("还没有启动过，请先运行 ./hutong up · nothing was started yet, run ./hutong up first");
        }
        return value;
    }

    /** The accounts of the broker. */
    KafkaAccounts brokerAccounts() {
        return KafkaAccounts.with(name -> value("kafka." + name));
    }

    public Path keys() {
        return folder.resolve("keys");
    }

    Path clientsFile() {
        return folder.resolve("clients.json");
    }

    Path issuerKey() {
        return folder.resolve("issuer-key.json");
    }

    private List<IssuerClient> clients() {
        return CLIENTS.stream()
                .map(client -> new IssuerClient(
                        client.id(), value("client." + client.id()), client.agency(), List.of(client.role())))
                .toList();
    }

    private void store() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String name : values.stringPropertyNames().stream().sorted().toList()) {
            text.append(name).append('=').append(values.getProperty(name)).append('\n');
        }
        write(
                folder.resolve("passwords.properties"),
                text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static void write(Path file, byte[] content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(fresh, content);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
