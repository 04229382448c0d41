package io.hutong.rules;

import java.util.List;

/** A small rule set with every type of fact, as files state it. */
final class LoanRules {
    static final String TEXT = """
            ruleSet: test.loan
            version: "1"
            zh: 贷款
            en: Loan
            from: 2020-01-01
            to: 2023-12-31
            clause: a1
            law:
              a1: {zh: 第一条, en: art. 1}
              a2: {zh: 第二条, en: art. 2}
            facts:
              AGE: {type: number, zh: 年龄, en: age}
              SUM: {type: money, zh: 金额, en: sum}
              OPENED: {type: date, zh: 成立, en: opened}
              APPLIED: {type: date, zh: 申请, en: applied}
              VETERAN: {type: yes-no, zh: 退役军人, en: veteran, permanent: yes}
              DEVICE: {type: yes-no, zh: 设备, en: device, notApplicable: counts as yes}
              LICENCE: {type: yes-no, zh: 许可, en: licence, notApplicable: allowed}
              TRADE: {type: choice, choices: [SHOP, FARM, OTHER], zh: 行业, en: trade}
            values:
              ceiling: {type: money, zh: 上限, en: ceiling, clause: a2, authority: HRSS, standing: law, value: 300000 yuan}
              term: {type: number, zh: 期限, en: term, authority: HRSS, value: not-configured}
            conditions:
              grown: {zh: 成年, en: of age, clause: a1, when: AGE is at least 18}
              within: {zh: 不超上限, en: within the ceiling, clause: a2, when: SUM is at most $ceiling}
              open-before: {zh: 先成立, en: opened before, clause: a1, when: OPENED is on or before APPLIED}
              trade: {zh: 行业, en: trade, clause: a1, when: "TRADE is one of SHOP, FARM"}
              device: {zh: 设备, en: device, clause: a1, when: DEVICE is yes}
              no-licence: {zh: 无须许可, en: needs no licence, clause: a1, when: LICENCE is not applicable}
            rules:
              - rule: VETERAN_FARMER
                zh: 退役务农
                en: veteran in farming
                clause: a2
                from: 2022-01-01
                when: {all: [VETERAN is yes, TRADE is FARM]}
                ifUnknown: next
                outcome: GRANT
              - rule: ALL_MET
                zh: 符合条件
                en: all is met
                clause: a1
                when: {all: [grown, within, open-before, trade, device, {any: [no-licence, LICENCE is yes]}]}
                outcome: GRANT
                gives: {term: long}
              - rule: REST
                zh: 其他
                en: the rest
                clause: a1
                when: otherwise
                outcome: REFUSE
            tables:
              waits:
                zh: 等候
                en: waits
                authority: HRSS
                columns: [later, earlier, days]
                rows:
                  - {later: A, earlier: B, days: 3, clause: a2, standing: law}
                  - {later: A, earlier: "*", days: not-configured}
            """;

    private LoanRules() {}

    static RuleSet loaded() {
        return read(TEXT).versions("test.loan").get(0);
    }

    static RuleSets read(String... texts) {
        List<RuleFile> files = new java.util.ArrayList<>();
        for (String text : texts) {
            files.add(new RuleFile("file" + (files.size() + 1) + ".yaml", text));
        }
        return RuleSets.load(files);
    }
}
