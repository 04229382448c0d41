package io.hutong.systemtests.agencies.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.hutong.systemtests.agencies.files.CsvMessage;
import io.hutong.systemtests.agencies.files.FactMessage;
import io.hutong.systemtests.agencies.files.FactsOverHttp;
import io.hutong.systemtests.agencies.files.FileImport;
import io.hutong.systemtests.agencies.party.Channel;
import io.hutong.systemtests.agencies.party.Conduct;
import io.hutong.systemtests.agencies.party.Deed;
import io.hutong.systemtests.agencies.party.Fault;
import io.hutong.systemtests.load.Api;
import io.hutong.systemtests.load.FamilyBusiness;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The tax core delivers the facts of the gate, by REST and as files: right, wrong, late and not at all. */
final class TaxCoreCases implements Runnable {
    private static final String CORE = "TAX";
    private static final Duration DELAY = Duration.ofSeconds(1);
    private static final List<String> COLUMNS =
            List.of("uscc", "item", "value", "amountFen", "validFrom", "source", "note");
    private static final List<String> OPEN_ITEMS = List.of(
            "UNDER_INSPECTION",
            "ARREARS",
            "LATE_FEE",
            "FINES",
            "INVOICE_EVER_ISSUED",
            "OTHER_OPEN.UNFILED_RETURN",
            "OTHER_OPEN.NON_NORMAL",
            "OTHER_OPEN.ORDER_TO_CORRECT",
            "OTHER_OPEN.PIT_SETTLEMENT",
            "OTHER_OPEN.LIQUIDATION_FILING",
            "OTHER_OPEN.REFUND_PENDING",
            "OTHER_OPEN.SPECIAL_ADJUSTMENT",
            "OTHER_OPEN.TRANSFER_PENDING",
            "OTHER_OPEN.OTHER");

    private final Scene scene;
    private final Promises promises;
    private final Api tax;
    private final Channel<FactMessage> backOffice;
    private final Channel<CsvMessage> file;

    TaxCoreCases(Scene scene, Promises promises) {
        this.scene = scene;
        this.promises = promises;
        this.tax = scene.target().tax();
        this.backOffice = new FactsOverHttp(tax);
        this.file = new FileImport(tax, "/facts-imports");
    }

    @Override
    public void run() {
        promises.keep("tax core, HTTP, TWICE", this::twice);
        promises.keep(
                "tax core, HTTP, WRONG_CODE",
                () -> refused(Fault.WRONG_CODE, "[422 invalid-request /item, 404 not-found]"));
        promises.keep(
                "tax core, HTTP, WRONG_SCHEMA", () -> refused(Fault.WRONG_SCHEMA, "[422 invalid-request /value]"));
        promises.keep("tax core, HTTP, NO_ANSWER then LATE", this::silentThenLate);
        promises.keep("tax core, FILE, delivers", this::delivers);
        promises.keep("tax core, FILE, TWICE", () -> files(Fault.TWICE, "[TAKEN, DUPLICATE, TAKEN]", 2));
        promises.keep("tax core, FILE, WRONG_CODE", () -> files(Fault.WRONG_CODE, "[202 uscc.check line 2 uscc]", 0));
        promises.keep("tax core, FILE, WRONG_SCHEMA", () -> files(Fault.WRONG_SCHEMA, "[202 csv.columns line 2]", 0));
        promises.keep("tax core, FILE, NO_ANSWER", () -> files(Fault.NO_ANSWER, "[]", 0));
    }

    private String twice() throws Exception {
        String bizId = taxpayer().bizId();
        Deed deed = fact(bizId, "FINES", "NO", Conduct.with(Fault.TWICE));
        Promises.same("replies", "[TAKEN, DUPLICATE, TAKEN]", deed.replies().toString());
        Promises.same("facts about fines", 2, facts(bizId, "FINES"));
        return "the same key is one fact, another key another";
    }

    private String refused(Fault fault, String replies) throws Exception {
        String bizId = taxpayer().bizId();
        Deed deed = fact(bizId, "FINES", "NO", Conduct.with(fault));
        Promises.same("replies", replies, deed.replies().toString());
        Promises.same("facts about fines", 0, facts(bizId, "FINES"));
        return replies + ", no fact recorded";
    }

    /** Of a business that has handled tax nothing else is known: tax must act, and the register says since when. */
    private String silentThenLate() throws Exception {
        FamilyBusiness business = taxpayer();
        fact(business.bizId(), "EVER_HANDLED_TAX", "YES", Conduct.GOOD);
        String change = FamilyBusiness.changeId(Scene.good(business.passOn()));
        for (String item : OPEN_ITEMS) {
            Deed deed = fact(business.bizId(), item, "NO", Conduct.with(Fault.NO_ANSWER));
            Promises.same("replies", List.of(), deed.replies());
        }
        JsonNode waiting = Scene.await(
                        "the register shows for what the change waits",
                        () -> change(change),
                        seen -> seen.path("openPoints")
                                .path(0)
                                .path("what")
                                .asText()
                                .equals("PENDING_DATA"))
                .path("openPoints")
                .path(0);
        Promises.same("who must act", "TAX", waiting.path("who").asText());
        Promises.same("since when is told", true, waiting.hasNonNull("since"));
        for (String item : OPEN_ITEMS) {
            Conduct conduct = item.equals("ARREARS") ? Conduct.with(Fault.LATE).after(DELAY) : Conduct.GOOD;
            fact(business.bizId(), item, "NO", conduct);
        }
        finished(change);
        return "TAX must act since " + waiting.path("since").asText() + ", released by the last fact";
    }

    private String delivers() throws Exception {
        FamilyBusiness business = taxpayer();
        fact(business.bizId(), "EVER_HANDLED_TAX", "YES", Conduct.GOOD);
        fact(business.bizId(), "ARREARS", "YES", Conduct.GOOD);
        String change = FamilyBusiness.changeId(Scene.good(business.passOn()));
        Scene.await(
                "the register shows that somebody must pay",
                () -> change(change),
                seen -> seen.path("openPoints").path(0).path("what").asText().equals("PAY"));
        Deed deed = file(business.bizId(), OPEN_ITEMS, Conduct.GOOD);
        Promises.same("replies", "[TAKEN]", deed.replies().toString());
        finished(change);
        return "held for arrears, released by the file";
    }

    private String files(Fault fault, String replies, int facts) throws Exception {
        String bizId = taxpayer().bizId();
        Deed deed = file(bizId, List.of("FINES"), Conduct.with(fault));
        Promises.same("replies", replies, deed.replies().toString());
        if (fault == Fault.TWICE) {
            Promises.same(
                    "the same import",
                    deed.replies().get(0).name(),
                    deed.replies().get(1).name());
        }
        Promises.same("facts about fines", facts, facts(bizId, "FINES"));
        return replies + ", facts recorded: " + facts;
    }

    private FamilyBusiness taxpayer() throws Exception {
        FamilyBusiness business = scene.open();
        Scene.await(
                "tax knows the business",
                () -> tax.get("/taxpayers/" + business.bizId()).status(),
                status -> status == 200);
        return business;
    }

    private Deed fact(String bizId, String item, String value, Conduct conduct) throws Exception {
        scene.behave(CORE, conduct);
        FactMessage message = FactMessage.of(UUID.randomUUID().toString(), bizId, item, value);
        return scene.simulator().actor(CORE).say("STATED " + item, bizId, message, backOffice);
    }

    private Deed file(String bizId, List<String> items, Conduct conduct) throws Exception {
        scene.behave(CORE, conduct);
        String uscc = Scene.good(scene.register().get("/businesses/" + bizId))
                .path("uscc")
                .asText();
        List<List<String>> lines = items.stream()
                .map(item -> List.of(uscc, item, "NO", "", "", "CORE", ""))
                .toList();
        return scene.simulator().actor(CORE).say("DELIVERED facts", bizId, new CsvMessage(COLUMNS, lines), file);
    }

    private int facts(String bizId, String item) throws InterruptedException {
        int found = 0;
        for (JsonNode fact :
                Scene.good(tax.get("/taxpayers/" + bizId + "/facts")).path("items")) {
            found += fact.path("item").asText().equals(item) ? 1 : 0;
        }
        return found;
    }

    private JsonNode change(String id) throws InterruptedException {
        return Scene.good(scene.register().get("/operator-changes/" + id));
    }

    private void finished(String change) throws Exception {
        Scene.await(
                "the change is finished",
                () -> change(change),
                seen -> seen.path("state").asText().equals("FINISHED"));
    }
}
