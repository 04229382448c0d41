package io.hutong.local.sample;

import java.util.List;

/** One line of the initial-load file; its fields stand in the order of the file's header. */
record SampleBusiness(
        String uscc,
        String name,
        String entityType,
        String establishedOn,
        String registrarDivision,
        String registrarName,
        String premisesDivision,
        String premisesText,
        String scopeItems,
        String industrySection,
        String industryClass,
        boolean onlineOnly,
        Person operator,
        String familyMembers,
        String status) {

    static final String HEADER = "uscc,name,entityType,establishedOn,registrarDivision,registrarName,premisesDivision,"
            + "premisesText,scopeItems,industrySection,industryClass,onlineOnly,operatorName,operatorResidentId,"
            + "operatorResidence,operatorPhone,operatorBirthDate,familyMembers,status";

    /** An invented person: the number lies in 1900–1909 so that nobody living is hit; the age stands in birthDate. */
    record Person(String name, String residentId, String residence, String phone, String birthDate) {}

    List<String> fields() {
        return List.of(
                uscc,
                name,
                entityType,
                establishedOn,
                registrarDivision,
                registrarName,
                premisesDivision,
                premisesText,
                scopeItems,
                industrySection,
                industryClass,
                Boolean.toString(onlineOnly),
                operator.name(),
                operator.residentId(),
                operator.residence(),
                operator.phone(),
                operator.birthDate(),
                familyMembers,
                status);
    }
}
