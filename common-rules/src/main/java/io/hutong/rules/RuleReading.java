package io.hutong.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What reading one document has in common: every fault with its line, and the small forms that occur everywhere. */
final class RuleReading {
    private static final Clause NO_CLAUSE = new Clause("?", new Bilingual("?", "?"));

    private final String file;
    private final List<RuleFault> faults;
    private final Map<String, Clause> law = new LinkedHashMap<>();

    RuleReading(String file, List<RuleFault> faults) {
        this.file = file;
        this.faults = faults;
    }

    String file() {
        return file;
    }

    Map<String, Clause> law() {
        return law;
    }

    void fault(YamlNode at, String rule, String zh, String en) {
        faults.add(new RuleFault(file, at.line(), rule, zh, en));
    }

    /** The named fields of a node, of which only these words are known. */
    boolean hasFields(YamlNode node, String rule, Set<String> words) {
        if (node.kind() != YamlNode.Kind.FIELDS) {
            fault(node, rule, "这里应为带名称的字段", "named fields are expected here");
            return false;
        }
        node.fields().forEach((word, value) -> {
            if (!words.contains(word)) {
                List<String> sorted = words.stream().sorted().toList();
                fault(
                        value,
                        rule,
                        "不认识的字段“" + word + "”，可用：" + sorted,
                        "unknown word " + word + "; known are " + sorted);
            }
        });
        return true;
    }

    String text(YamlNode node, String key, String rule) {
        String text = optional(node, key, rule);
        if (text == null || text.isEmpty()) {
            fault(node, rule, "缺少“" + key + "”", key + " is missing");
            return "?";
        }
        return text;
    }

    @Nullable
    String optional(YamlNode node, String key, String rule) {
        YamlNode value = node.get(key);
        if (value == null) {
            return null;
        }
        if (value.kind() != YamlNode.Kind.TEXT) {
            fault(value, rule, "“" + key + "”应为文字", key + " must be a text");
            return null;
        }
        return value.text();
    }

    Bilingual title(YamlNode node, String rule) {
        return new Bilingual(text(node, "zh", rule), text(node, "en", rule));
    }

    Clause clause(YamlNode node, String rule) {
        String cited = text(node, "clause", rule);
        Clause clause = law.get(cited);
        if (clause == null) {
            if (!cited.equals("?")) {
                fault(node, rule, "“law”中没有条款“" + cited + "”", "law has no clause " + cited);
            }
            return NO_CLAUSE;
        }
        return clause;
    }

    Clause clauseOr(YamlNode node, String rule, Clause otherwise) {
        return node.get("clause") == null ? otherwise : clause(node, rule);
    }

    /** from and to; where they are absent those of the whole. */
    Validity validity(YamlNode node, String rule, @Nullable Validity whole) {
        LocalDate from = day(node, "from", rule);
        LocalDate to = day(node, "to", rule);
        if (from == null && whole == null) {
            fault(node, rule, "缺少生效日期“from”", "from, the first day in force, is missing");
            from = LocalDate.EPOCH;
        }
        LocalDate first = from == null && whole != null ? whole.from() : from;
        LocalDate last = to == null && whole != null ? whole.to() : to;
        if (first == null || (last != null && last.isBefore(first))) {
            fault(node, rule, "失效日期早于生效日期", "the validity ends before it begins");
            return new Validity(LocalDate.EPOCH, null);
        }
        Validity validity = new Validity(first, last);
        if (whole != null && !whole.encloses(validity)) {
            fault(node, rule, "有效期超出规则集的有效期", "its validity exceeds that of the rule set");
        }
        return validity;
    }

    private @Nullable LocalDate day(YamlNode node, String key, String rule) {
        String text = optional(node, key, rule);
        if (text == null) {
            return null;
        }
        Value value = FactType.DATE.read(text).orElse(Value.UNKNOWN);
        if (value instanceof Value.Day day) {
            return day.day();
        }
        fault(node, rule, "“" + key + "”不是日期：" + text, key + " is no date: " + text);
        return null;
    }

    /** Words for whoever acts on the answer. */
    Map<String, String> gives(YamlNode node, String rule) {
        YamlNode gives = node.get("gives");
        Map<String, String> words = new LinkedHashMap<>();
        if (gives != null && hasFields(gives, rule, gives.fields().keySet())) {
            gives.fields().keySet().forEach(word -> words.put(word, text(gives, word, rule)));
        }
        return words;
    }

    /** The named members of a part of the document, in its order. */
    Map<String, YamlNode> members(YamlNode document, String part) {
        YamlNode node = document.get(part);
        if (node == null || !hasFields(node, part, node.fields().keySet())) {
            return Map.of();
        }
        return node.fields();
    }

    List<YamlNode> list(YamlNode node, String key, String rule) {
        YamlNode list = node.get(key);
        if (list == null) {
            return List.of();
        }
        if (list.kind() != YamlNode.Kind.LIST) {
            fault(list, rule, "“" + key + "”应为列表", key + " must be a list");
            return List.of();
        }
        return list.items();
    }

    List<String> words(YamlNode node, String key, String rule) {
        List<String> words = new ArrayList<>();
        list(node, key, rule).forEach(item -> words.add(item.text()));
        return words;
    }

    /** An enum constant written in lower case with hyphens. */
    <E extends Enum<E>> E word(YamlNode node, String key, String rule, Class<E> type, E otherwise) {
        String text = optional(node, key, rule);
        if (text == null) {
            return otherwise;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name()
                    .toLowerCase(java.util.Locale.ROOT)
                    .replace('_', '-')
                    .equals(text)) {
                return constant;
            }
        }
        fault(node, rule, "“" + key + "”的值不认识：" + text, "unknown " + key + ": " + text);
        return otherwise;
    }
}
