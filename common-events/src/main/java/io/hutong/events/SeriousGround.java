package io.hutong.events;

/** Why a business is on the serious-violation list (SAMR Order 44 art. 5-10). */
public enum SeriousGround {
    /** Food, drugs, special equipment and the like. */
    SAFETY,
    /** Quality of goods and the rights of consumers. */
    QUALITY,
    /** Fair competition and order of the market. */
    MARKET_ORDER,
    /** The duties of a penalty decision are evaded though they could be met. */
    DEFIANCE,
    /** Another that laws or regulations name. */
    OTHER
}
