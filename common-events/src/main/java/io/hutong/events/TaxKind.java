package io.hutong.events;

/** The taxes that are levied, one of which a notice of arrears names for each amount (税种). */
public enum TaxKind {
    /** 增值税. */
    VAT,
    /** 消费税. */
    CONSUMPTION,
    /** 个人所得税. */
    PERSONAL_INCOME,
    /** 企业所得税. */
    ENTERPRISE_INCOME,
    /** 资源税. */
    RESOURCE,
    /** 城市维护建设税. */
    CITY_MAINTENANCE,
    /** 房产税. */
    PROPERTY,
    /** 印花税. */
    STAMP,
    /** 城镇土地使用税. */
    URBAN_LAND_USE,
    /** 土地增值税. */
    LAND_APPRECIATION,
    /** 车船税. */
    VEHICLE_AND_VESSEL,
    /** 车辆购置税. */
    VEHICLE_PURCHASE,
    /** 耕地占用税. */
    FARMLAND_OCCUPATION,
    /** 契税. */
    DEED,
    /** 环境保护税. */
    ENVIRONMENTAL,
    /** 烟叶税. */
    TOBACCO_LEAF
}
