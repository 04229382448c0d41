package io.hutong.credit.financing;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.events.AgencyCode;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Banks put products into the directory and take their own out again; everybody reads it (district notice, measure 6). */
@ApplicationScoped
public class KeepDirectory {
    private static final int SHORT = 100;
    private static final int LONG = 1_000;

    private final Products products;
    private final FinancingRules rules;
    private final CreditTime time;

    KeepDirectory(Products products, FinancingRules rules, CreditTime time) {
        this.products = products;
        this.rules = rules;
        this.time = time;
    }

    @Transactional
    public Product publish(AgencyCode bank, Product.Offered offered) {
        CreditProblems.refuse(defects(offered));
        Product product = new Product(time.newId(), bank, offered, time.now(), null);
        products.add(product);
        return product;
    }

    /** Who withdraws twice has withdrawn. */
    @Transactional
    public Product withdraw(AgencyCode bank, UUID id) {
        Product product =
                products.find(id).filter(found -> found.bank().equals(bank)).orElseThrow(CreditProblems::notFound);
        if (product.withdrawnAt() == null) {
            products.withdraw(id, time.now());
        }
        return product;
    }

    @Transactional
    public List<Product> offered() {
        return products.offered();
    }

    private List<Violation> defects(Product.Offered offered) {
        List<Violation> found = new ArrayList<>();
        LocalDate today = time.today();
        if (!rules.hasBand(offered.band(), today)) {
            found.add(new Violation("/band", "demand.band", "没有这个金额档次", "there is no such band"));
        }
        if (offered.months() < 1 || offered.months() > rules.longestMonths(today)) {
            found.add(new Violation(
                    "/months",
                    "demand.term",
                    "期限为 1 至 " + rules.longestMonths(today) + " 个月",
                    "the term is 1 to " + rules.longestMonths(today) + " months"));
        }
        text(offered.name(), "/name", SHORT, found);
        text(offered.rate(), "/rate", SHORT, found);
        text(offered.conditions(), "/conditions", LONG, found);
        return found;
    }

    private static void text(String text, String pointer, int longest, List<Violation> found) {
        if (text.isBlank() || text.length() > longest) {
            found.add(new Violation(
                    pointer, "product.text", "1 至 " + longest + " 个字", "1 to " + longest + " characters"));
        }
    }
}
