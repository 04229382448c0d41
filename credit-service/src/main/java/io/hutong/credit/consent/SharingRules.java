package io.hutong.credit.consent;

import io.hutong.events.AgencyCode;
import io.hutong.rules.Bilingual;
import io.hutong.rules.RuleFile;
import io.hutong.rules.RuleSet;
import io.hutong.rules.RuleSets;
import io.hutong.rules.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In which layer each field is, and to whom, what for and for how long a business may consent, by {@code rules/sharing.yaml}
 * (State Council General Office notice 2021 no. 52; PIPL art. 14, 23).
 */
public final class SharingRules {
    public static final String RULE_SET = "credit.sharing";

    private final RuleSets rules;

    public SharingRules(RuleSets rules) {
        this.rules = rules;
    }

    public static SharingRules bundled() {
        return new SharingRules(RuleSets.load(RuleFile.resource(SharingRules.class, "/rules/sharing.yaml")));
    }

    /** Who may be told a field. */
    public enum Layer {
        /** Lawfully public: every connected institution. */
        L0,
        /** Made of what is public: every connected institution. */
        L1,
        /** Whom the business agreed to tell. */
        L2,
        /** Nobody outside. */
        L3
    }

    /** One thing that could be told; {@code content} names what of an annual report it is. */
    public record Field(String name, Layer layer, @Nullable String content, Term term) {
        static Field of(Table.Row row) {
            String content = row.cell("content");
            return new Field(
                    row.cell("field"),
                    Layer.valueOf(row.cell("layer")),
                    content.equals("-") ? null : content,
                    Term.of(row));
        }

        static Field unknown(Table.Row row) {
            return new Field(row.cell("field"), Layer.valueOf(row.cell("layer")), null, Term.of(row));
        }
    }

    /** What people call it, and the law that it rests on. */
    public record Term(Bilingual title, Bilingual clause) {
        static Term of(Table.Row row) {
            return new Term(
                    new Bilingual(row.cell("zh"), row.cell("en")), row.clause().text());
        }
    }

    /** A purpose or an institution by its code. */
    public record Coded(String code, Term term) {}

    public List<Field> fields(LocalDate on) {
        return on(on).table("fields").all(Map.of()).map(Field::of).toList();
    }

    /** Names of the fields in a layer, in the order of the table. */
    public List<String> fields(Layer layer, LocalDate on) {
        return fields(on).stream()
                .filter(field -> field.layer() == layer)
                .map(Field::name)
                .toList();
    }

    /** What belongs to the open layers and is not known here: of it nothing is told, whether there is something or not. */
    public List<Field> unknown(LocalDate on) {
        return on(on).table("unknown").all(Map.of()).map(Field::unknown).toList();
    }

    public List<Coded> purposes(LocalDate on) {
        return coded("purposes", "purpose", on);
    }

    public boolean hasPurpose(String purpose, LocalDate on) {
        return purposes(on).stream().anyMatch(known -> known.code().equals(purpose));
    }

    public List<Coded> recipients(LocalDate on) {
        return coded("recipients", "organisation", on);
    }

    public boolean isConnected(AgencyCode organisation, LocalDate on) {
        return recipients(on).stream().anyMatch(known -> known.code().equals(organisation.value()));
    }

    public int longestDays(LocalDate on) {
        return on(on).setting("longest-consent").requireInt();
    }

    public int mostCalls(LocalDate on) {
        return on(on).setting("most-calls").requireInt();
    }

    /** Rule set and version in force on a day. */
    public String version(LocalDate on) {
        return on(on).name();
    }

    private List<Coded> coded(String table, String column, LocalDate on) {
        return on(on).table(table)
                .all(Map.of())
                .map(row -> new Coded(row.cell(column), Term.of(row)))
                .toList();
    }

    private RuleSet on(LocalDate day) {
        return rules.on(RULE_SET, day);
    }
}
