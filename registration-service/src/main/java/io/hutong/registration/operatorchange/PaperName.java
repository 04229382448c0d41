package io.hutong.registration.operatorchange;

import io.hutong.events.Document;
import io.hutong.rules.Bilingual;

/** What people call the papers of an operator change (Order 103 art. 19, 27). */
final class PaperName {
    private PaperName() {}

    static Bilingual of(Document.Type paper) {
        return switch (paper) {
            case APPLICATION -> new Bilingual("申请书", "the application");
            case PROMISE -> new Bilingual("双方签署的承诺书", "the promise signed by both operators");
            case OPERATOR_ID -> new Bilingual("新经营者的身份证件", "the identity document of the new operator");
            case INHERITANCE_PROOF -> new Bilingual("继承证明材料", "the proof of inheritance");
            case CLEARANCE_CERTIFICATE -> new Bilingual("清税证明", "the tax clearance certificate");
            case OTHER -> new Bilingual("其他材料", "another paper");
        };
    }
}
