package io.hutong.tax.fact;

import java.util.Optional;

/** What tax can know about one tenure: the questions of the gate (district notice, measure 3). */
public enum FactItem {
    EVER_HANDLED_TAX("EVER_HANDLED_TAX"),
    UNDER_INSPECTION("UNDER_INSPECTION"),
    ARREARS("ARREARS"),
    LATE_FEE("LATE_FEE"),
    FINES("FINES"),
    INVOICE_EVER_ISSUED("INVOICE_EVER_ISSUED"),
    INVOICES_CANCELLED("INVOICES_CANCELLED"),
    DEVICES_CANCELLED("DEVICES_CANCELLED"),
    UNFILED_RETURN("OTHER_OPEN.UNFILED_RETURN"),
    NON_NORMAL("OTHER_OPEN.NON_NORMAL"),
    ORDER_TO_CORRECT("OTHER_OPEN.ORDER_TO_CORRECT"),
    PIT_SETTLEMENT("OTHER_OPEN.PIT_SETTLEMENT"),
    LIQUIDATION_FILING("OTHER_OPEN.LIQUIDATION_FILING"),
    REFUND_PENDING("OTHER_OPEN.REFUND_PENDING"),
    SPECIAL_ADJUSTMENT("OTHER_OPEN.SPECIAL_ADJUSTMENT"),
    TRANSFER_PENDING("OTHER_OPEN.TRANSFER_PENDING"),
    OTHER("OTHER_OPEN.OTHER");

    private final String code;

    FactItem(String code) {
        this.code = code;
    }

    /** The name used in REST and files. */
    public String code() {
        return code;
    }

    /** One of the other open items that together are T6. */
    public boolean otherOpen() {
        return code.startsWith("OTHER_OPEN.");
    }

    /** Its being so is possible only for somebody who has handled a tax matter. */
    public boolean provesHandling() {
        return switch (this) {
            case UNDER_INSPECTION, ARREARS, LATE_FEE, FINES, INVOICE_EVER_ISSUED -> true;
            default -> otherOpen();
        };
    }

    /** Only devices: whoever never had one, as with fully digital invoices, has none to cancel. */
    public boolean mayBeNotApplicable() {
        return this == DEVICES_CANCELLED;
    }

    public static Optional<FactItem> of(String code) {
        for (FactItem item : values()) {
            if (item.code.equals(code)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }
}
