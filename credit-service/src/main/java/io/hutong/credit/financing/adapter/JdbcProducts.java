package io.hutong.credit.financing.adapter;

import io.hutong.credit.financing.Product;
import io.hutong.credit.financing.Products;
import io.hutong.events.AgencyCode;
import io.hutong.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JdbcProducts implements Products {
    private static final String ALL = "select product_id, bank, name, band, months, rate, conditions, published_at,"
            + " withdrawn_at from financing_product";

    private final Database database;

    JdbcProducts(Database database) {
        this.database = database;
    }

    @Override
    public void add(Product product) {
        database.update(
                "insert into financing_product(product_id, bank, name, band, months, rate, conditions, published_at)"
                        + " values (?,?,?,?,?,?,?,?)",
                product.id().toString(),
                product.bank(),
                product.offered().name(),
                product.offered().band(),
                product.offered().months(),
                product.offered().rate(),
                product.offered().conditions(),
                product.publishedAt());
    }

    @Override
    public Optional<Product> find(UUID id) {
        return database.first(ALL + " where product_id = ?", JdbcProducts::product, id.toString());
    }

    @Override
    public void withdraw(UUID id, Instant at) {
        database.update("update financing_product set withdrawn_at = ? where product_id = ?", at, id.toString());
    }

    @Override
    public List<Product> offered() {
        return database.query(ALL + " where withdrawn_at is null order by bank, product_id", JdbcProducts::product);
    }

    private static Product product(ResultSet row) throws SQLException {
        return new Product(
                UUID.fromString(row.getString("product_id")),
                AgencyCode.of(row.getString("bank")),
                new Product.Offered(
                        row.getString("name"),
                        row.getString("band"),
                        row.getInt("months"),
                        row.getString("rate"),
                        row.getString("conditions")),
                Database.moment(row, "published_at"),
                Database.momentOrNull(row, "withdrawn_at"));
    }
}
