package io.hutong.tax;

import static io.restassured.RestAssured.given;

import io.hutong.identity.BizId;
import io.hutong.testing.TestTokens;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A tax officer at the keyboard. */
final class TaxClient {
    static final List<String> ITEMS = List.of(
            "UNDER_INSPECTION",
            "ARREARS",
            "LATE_FEE",
            "FINES",
            "INVOICE_EVER_ISSUED",
            "INVOICES_CANCELLED",
            "DEVICES_CANCELLED",
            "OTHER_OPEN.UNFILED_RETURN",
            "OTHER_OPEN.NON_NORMAL",
            "OTHER_OPEN.ORDER_TO_CORRECT",
            "OTHER_OPEN.PIT_SETTLEMENT",
            "OTHER_OPEN.LIQUIDATION_FILING",
            "OTHER_OPEN.REFUND_PENDING",
            "OTHER_OPEN.SPECIAL_ADJUSTMENT",
            "OTHER_OPEN.TRANSFER_PENDING",
            "OTHER_OPEN.OTHER");

    private TaxClient() {}

    static RequestSpecification officer() {
        return given().header("Authorization", "Bearer " + TestTokens.of("tax"));
    }

    static RequestSpecification posting() {
        return officer().header("Idempotency-Key", UUID.randomUUID().toString());
    }

    static void fact(BizId bizId, String item, String value) {
        posting()
                .contentType("application/json")
                .body(Map.of("item", item, "value", value))
                .post("/taxpayers/" + bizId + "/facts")
                .then()
                .statusCode(201);
    }

    /** Has handled tax, and everything else is known and fine. */
    static void clean(BizId bizId) {
        fact(bizId, "EVER_HANDLED_TAX", "YES");
        ITEMS.forEach(item -> fact(bizId, item, "NO"));
    }
}
