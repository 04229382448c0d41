package io.hutong.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands after {@code when}: a comparison such as {@code AGE is at least 18}, the id of a condition further
 * up, {@code otherwise}, or {@code all}, {@code any}, {@code not} of such.
 */
final class ExpressionReader {
    private static final Expression NOTHING = new Expression.All(List.of());

    private final RuleReading reading;
    private final Map<String, FactDeclaration> facts;
    private final Map<String, Setting> settings;
    private final Map<String, Condition> conditions;

    ExpressionReader(
            RuleReading reading,
            Map<String, FactDeclaration> facts,
            Map<String, Setting> settings,
            Map<String, Condition> conditions) {
        this.reading = reading;
        this.facts = facts;
        this.settings = settings;
        this.conditions = conditions;
    }

    Expression read(YamlNode owner, String rule) {
        YamlNode when = owner.get("when");
        if (when == null) {
            reading.fault(owner, rule, "缺少“when”", "when is missing");
            return NOTHING;
        }
        return node(when, rule);
    }

    private Expression node(YamlNode node, String rule) {
        return switch (node.kind()) {
            case TEXT -> text(node, rule);
            case FIELDS -> combined(node, rule);
            case LIST -> {
                reading.fault(node, rule, "列表前须写明 all 或 any", "say all or any before a list");
                yield NOTHING;
            }
        };
    }

    private Expression combined(YamlNode node, String rule) {
        if (!reading.hasFields(node, rule, Set.of("all", "any", "not"))) {
            return NOTHING;
        }
        if (node.fields().size() != 1) {
            reading.fault(node, rule, "all、any、not 只能写一个", "exactly one of all, any and not");
            return NOTHING;
        }
        YamlNode not = node.get("not");
        if (not != null) {
            return new Expression.Not(node(not, rule));
        }
        String word = node.get("all") != null ? "all" : "any";
        List<Expression> parts = new ArrayList<>();
        reading.list(node, word, rule).forEach(part -> parts.add(node(part, rule)));
        if (parts.isEmpty()) {
            reading.fault(node, rule, "“" + word + "”为空", word + " is empty");
        }
        return word.equals("all") ? new Expression.All(parts) : new Expression.Any(parts);
    }

    private Expression text(YamlNode node, String rule) {
        String text = node.text();
        if (text.equals("otherwise")) {
            return NOTHING;
        }
        int space = text.indexOf(' ');
        if (space < 0) {
            return named(node, rule);
        }
        FactDeclaration fact = facts.get(text.substring(0, space));
        if (fact == null) {
            String name = text.substring(0, space);
            reading.fault(node, rule, "没有声明事实“" + name + "”", "no fact " + name + " is declared");
            return NOTHING;
        }
        return test(node, rule, fact, text.substring(space + 1).strip());
    }

    private Expression named(YamlNode node, String rule) {
        Condition condition = conditions.get(node.text());
        if (condition == null) {
            reading.fault(
                    node, rule, "上文没有条件“" + node.text() + "”", "no condition " + node.text() + " is defined above");
            return NOTHING;
        }
        return new Expression.Named(condition);
    }

    private Expression test(YamlNode node, String rule, FactDeclaration fact, String rest) {
        switch (rest) {
            case "is unknown":
                return new Expression.Standing(fact, Expression.Standing.Asked.UNKNOWN);
            case "is known":
                return new Expression.Standing(fact, Expression.Standing.Asked.KNOWN);
            case "is not applicable":
                return new Expression.Standing(fact, Expression.Standing.Asked.NOT_APPLICABLE);
            default:
                return comparison(node, rule, fact, rest);
        }
    }

    private Expression comparison(YamlNode node, String rule, FactDeclaration fact, String rest) {
        Operator operator = Operator.startOf(rest).orElse(null);
        if (operator == null) {
            reading.fault(node, rule, "看不懂的比较：" + rest, "unknown comparison: " + rest);
            return NOTHING;
        }
        if (operator.ordering && !fact.type().ordered()) {
            reading.fault(
                    node, rule, "事实“" + fact.name() + "”不能比较大小", "fact " + fact.name() + " has no order to compare by");
            return NOTHING;
        }
        String right = rest.substring(operator.word.length()).strip();
        List<Operand> operands = new ArrayList<>();
        for (String word : operator.takesList() ? right.split("\\s*,\\s*", -1) : new String[] {right}) {
            Operand operand = operator.takesList() ? literal(node, rule, fact, word) : operand(node, rule, fact, word);
            if (operand != null) {
                operands.add(operand);
            }
        }
        return operands.isEmpty() ? NOTHING : new Expression.Comparison(fact, operator, operands);
    }

    private @Nullable Operand operand(YamlNode node, String rule, FactDeclaration fact, String word) {
        if (word.startsWith("$")) {
            return setting(node, rule, fact, word.substring(1));
        }
        FactDeclaration other = facts.get(word);
        if (other != null && other.type() == fact.type() && !fact.choices().contains(word)) {
            return new Operand.OfFact(other);
        }
        return literal(node, rule, fact, word);
    }

    private @Nullable Operand literal(YamlNode node, String rule, FactDeclaration fact, String word) {
        Optional<Value> value = fact.type().read(word).filter(fact::admits);
        if (value.isEmpty()) {
            reading.fault(
                    node,
                    rule,
                    "“" + word + "”不是事实“" + fact.name() + "”的值（" + fact.type().word() + "）",
                    word + " is no value of fact " + fact.name() + " ("
                            + fact.type().word() + ")");
            return null;
        }
        return new Operand.Literal(value.get());
    }

    private @Nullable Operand setting(YamlNode node, String rule, FactDeclaration fact, String id) {
        Setting setting = settings.get(id);
        if (setting == null || setting.type() != fact.type()) {
            reading.fault(
                    node,
                    rule,
                    "没有类型为 " + fact.type().word() + " 的值“" + id + "”",
                    "no value " + id + " of type " + fact.type().word());
            return null;
        }
        return new Operand.OfSetting(setting);
    }
}
