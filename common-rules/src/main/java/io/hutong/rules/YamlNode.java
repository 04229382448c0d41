package io.hutong.rules;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of a rule file that knows its line: a text, a list or named fields. */
record YamlNode(int line, Kind kind, String text, List<YamlNode> items, Map<String, YamlNode> fields) {
    enum Kind {
        TEXT,
        LIST,
        FIELDS
    }

    /** All documents of a file; a file that is no YAML at all is one fault. */
    static List<YamlNode> documents(RuleFile file, List<RuleFault> faults) {
        List<YamlNode> documents = new ArrayList<>();
        try (JsonParser parser = new YAMLFactory().createParser(file.text())) {
            while (parser.nextToken() != null) {
                documents.add(read(parser, file, faults));
            }
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            faults.add(new RuleFault(
                    file.name(),
                    line,
                    "-",
                    "不是有效的 YAML：" + broken.getOriginalMessage(),
                    "no valid YAML: " + broken.getOriginalMessage()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return documents;
    }

    private static YamlNode read(JsonParser parser, RuleFile file, List<RuleFault> faults) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<YamlNode> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(read(parser, file, faults));
            }
            return new YamlNode(line, Kind.LIST, "", items, Map.of());
        }
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return new YamlNode(line, Kind.FIELDS, "", List.of(), fields(parser, file, faults));
        }
        String text = parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText();
        return new YamlNode(line, Kind.TEXT, text.strip(), List.of(), Map.of());
    }

    private static Map<String, YamlNode> fields(JsonParser parser, RuleFile file, List<RuleFault> faults)
            throws IOException {
        Map<String, YamlNode> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int line = parser.currentTokenLocation().getLineNr();
            parser.nextToken();
            if (fields.put(key, read(parser, file, faults)) != null) {
                faults.add(new RuleFault(file.name(), line, key, "“" + key + "”出现两次", key + " is there twice"));
            }
        }
        return fields;
    }

    @Nullable
    YamlNode get(String key) {
        return fields.get(key);
    }
}
