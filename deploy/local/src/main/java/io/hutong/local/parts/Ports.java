package io.hutong.local.parts;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The ports in effect. An option wins over an environment variable, that over {@code hutong.properties}. */
public record Ports(Map<PortName, Integer> numbers) {

    public Ports {
        numbers = Map.copyOf(numbers);
    }

    public static Ports resolve(Map<PortName, Integer> options, Map<String, String> environment, Path propertiesFile) {
        Properties file = read(propertiesFile);
        EnumMap<PortName, Integer> numbers = new EnumMap<>(PortName.class);
        for (PortName name : PortName.values()) {
            String variable = environment.get(name.variable());
            String property = file.getProperty(name.key());
            if (options.containsKey(name)) {
                numbers.put(name, number(name.option(), String.valueOf(options.get(name))));
            } else if (variable != null && !variable.isBlank()) {
                numbers.put(name, number(name.variable(), variable));
            } else if (property != null) {
                numbers.put(name, number(name.key(), property));
            } else {
                numbers.put(name, name.standard());
            }
        }
        return distinct(numbers);
    }

    /** The ports an installation was started with. */
    static Ports load(Path file) {
        return resolve(Map.of(), Map.of(), file);
    }

    void save(Path file) {
        StringBuilder text = new StringBuilder();
        for (PortName name : PortName.values()) {
            text.append(name.key()).append('=').append(of(name)).append('\n');
        }
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int of(PortName name) {
        Integer number = numbers.get(name);
        return number == null ? name.standard() : number;
    }

    public String url(PortName name) {
        return "http://127.0.0.1:" + of(name);
    }

    private static Ports distinct(Map<PortName, Integer> numbers) {
        Map<Integer, PortName> seen = new HashMap<>();
        for (PortName name : PortName.values()) {
            Integer number = numbers.get(name);
            PortName other = number == null ? null : seen.put(number, name);
            if (other != null) {
                throw new UserMistake("端口 " + number + " 同时给了两处：" + other.option() + " 和 " + name.option() + " · port "
                        + number + " is given twice: " + other.option() + " and " + name.option());
            }
        }
        return new Ports(numbers);
    }

    private static int number(String where, String text) {
        int number;
        try {
            number = Integer.parseInt(text.trim());
        } catch (NumberFormatException e) {
            number = -1;
        }
        if (number < 1024 || number > 65535) {
            throw new UserMistake(
                    where + "=" + text + "：端口是 1024 至 65535 的整数 · a port is a whole number from 1024 to 65535");
        }
        return number;
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }
}
