package io.hutong.systemtests.year;

import io.hutong.systemtests.agencies.Simulator;
import io.hutong.systemtests.credit.FollowingBank;
import io.hutong.systemtests.load.Installed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The year 2026 of a county's individual businesses, from the window of the annual reports to the end of publication on 1 July
 * 2027, with one simulated clock for all services. What is expected follows from the script alone, what is found is read from the
 * databases, the event logs and the platforms; exits 1 when they differ anywhere.
 */
public final class YearRun {
    private static final int LATE_BATCHES = 5;
    private static final String ABNORMAL = "ABNORMAL_ENTRY";
    /** Nothing is killed here: whoever does not answer for so long is broken. */
    private static final Duration GIVE_UP = Duration.ofMinutes(2);

    private final Year year;
    private final Families families;
    private final Window window;
    private final Repairs repairs;
    private final Penalties penalties;
    private final Checks checks;
    private final Listing listing;

    private YearRun(Year year, Families families, Script script, List<FollowingBank> banks) {
        var reports = new Reports(year);
        this.year = year;
        this.families = families;
        window = new Window(year, script, reports);
        repairs = new Repairs(year, script);
        penalties = new Penalties(year, script, repairs);
        checks = new Checks(year, script);
        listing = new Listing(year, script, reports, banks);
    }

    /** Arguments: port of the simulator, businesses of the sample that was loaded, seed of the script. */
    public static void main(String... arguments) {
        boolean clean = false;
        try {
            clean = played(
                    Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
        } catch (Exception | LinkageError broken) {
            broken.printStackTrace();
        }
        // whatever threads are left
        System.exit(clean ? 0 : 1);
    }

    private static boolean played(int port, int sample, long seed) throws Exception {
        var target = new Installed(GIVE_UP);
        try (FollowingBank quick = new FollowingBank(target.credit("bank-a"), Duration.ZERO);
                FollowingBank slow = new FollowingBank(target.credit("bank-b"), Duration.ofSeconds(1));
                Simulator simulator = Simulator.start(target, port, Duration.ofSeconds(30))) {
            var year = new Year(target, simulator);
            var families = new Families(year);
            families.open();
            Script script = script(year, families, sample, seed);
            new YearRun(year, families, script, List.of(quick, slow)).play();
            return year.figures.print();
        }
    }

    /** Everybody whom credit knows, in the order of their codes; the families file late. */
    private static Script script(Year year, Families families, int sample, long seed) throws Exception {
        year.figures.expectSoon(
                "businesses that credit knows",
                sample + families.ids().size(),
                Duration.ofSeconds(60),
                () -> year.credit("select count(*) from business"));
        List<String> drawn = new ArrayList<>(year.texts("select biz_id from business order by uscc"));
        drawn.removeAll(Set.copyOf(families.ids()));
        return Script.draw(drawn, seed).withLate(families.ids());
    }

    private void play() throws Exception {
        winter();
        spring();
        firstOfJuly();
        secondHalf();
        lastOfDecember();
        endOfPublication();
        dailyComparison();
    }

    private void winter() throws Exception {
        year.at("2025-12-28T09:00");
        window.notOpen();
        year.at("2026-01-01T09:00");
        window.open();
        year.at("2026-01-05T09:00");
        window.wrongData();
        window.file(0);
        year.at("2026-01-20T09:00");
        penalties.smallOnesAndWarnings();
        year.at("2026-02-15T09:00");
        penalties.olderFines();
        window.file(1);
        year.at("2026-03-01T09:00");
        window.remind(1);
        year.at("2026-03-20T09:00");
        repairs.listUnreachable();
        year.at("2026-03-25T09:00");
        repairs.byTheOlderRules();
        penalties.askTooEarly();
    }

    private void spring() throws Exception {
        year.at("2026-04-02T09:00");
        repairs.byTheNewerRules();
        year.at("2026-04-25T09:00");
        penalties.newerFines();
        window.file(2);
        year.at("2026-05-12T09:00");
        penalties.graveOnesAndAnnulled();
        window.leaveTheRegister();
        year.at("2026-05-15T09:00");
        window.remind(2);
        year.at("2026-06-10T09:00");
        window.file(3);
        window.correct();
        year.at("2026-06-20T09:00");
        window.remind(3);
        year.at("2026-06-25T09:00");
        checks.spotCheck();
        checks.falseData();
    }

    private void firstOfJuly() throws Exception {
        year.at("2026-07-01T09:00");
        window.close();
        listing.list();
        int falseData = checks.listedForFalseData();
        year.expectShown(ABNORMAL, listing.open() + falseData);
        year.at("2026-07-03T09:00");
        listing.awaitRegister(falseData);
        families.passOnWhileListed();
    }

    private void secondHalf() throws Exception {
        year.at("2026-07-10T09:00");
        listing.fileLate(0, LATE_BATCHES);
        year.at("2026-08-20T09:00");
        penalties.repair();
        listing.fileLate(1, LATE_BATCHES);
        year.at("2026-09-20T09:00");
        listing.fileLate(2, LATE_BATCHES);
        threeMonthsOnCreditChina();
        listing.fileLate(3, LATE_BATCHES);
        year.at("2026-11-20T09:00");
        listing.fileLate(4, LATE_BATCHES);
        families.awaitCleared();
        families.passOn();
    }

    private void lastOfDecember() throws Exception {
        year.at("2026-12-31T09:00");
        listing.compare();
        listing.awaitRegister(checks.listedForFalseData());
        listing.latencies();
        year.expectShown(ABNORMAL, listing.open() + checks.listedForFalseData(), 0);
        penalties.compare();
        year.expectShown("SPOT_CHECK", checks.drawn(), 0);
        int revisions = (int) year.credit("select count(*) from annual_report_revision");
        year.expectShown("ANNUAL_REPORT", revisions, 0);
    }

    private void endOfPublication() throws Exception {
        year.at("2027-06-30T09:00");
        year.letWorkersLook();
        listing.publicationLasts();
        year.expectShown(ABNORMAL, listing.open() + checks.listedForFalseData(), 0);
        year.at("2027-07-01T09:00");
        listing.publicationEnds();
        year.expectShown(ABNORMAL, checks.listedForFalseData(), 0);
        year.figures.expect(
                "businesses parked at the register or at credit",
                0,
                year.credit("select count(*) from parked_stream")
                        + year.registered("select count(*) from parked_stream"));
    }

    /** By Order 36: of 25 June until 24 September, of 1 July until 30 September. */
    private void threeMonthsOnCreditChina() throws Exception {
        int falseData = checks.listedForFalseData();
        year.at("2026-09-30T09:00");
        year.letWorkersLook();
        year.expectShown(ABNORMAL, listing.open() + falseData, listing.open());
        year.at("2026-10-15T09:00");
        year.expectShown(ABNORMAL, listing.open() + falseData, 0);
    }

    /** It would heal what this run is to find, so it looks only now: once after a start, and again after a jump to another day. */
    private void dailyComparison() throws Exception {
        year.restart(
                "-Dhutong.credit.publication.compare-delay=1s", "-Dhutong.credit.publication.compare-look-every=2s");
        year.at("2027-07-03T09:00");
        year.figures.expectSoon(
                "platforms compared by themselves on 3 July",
                2,
                Duration.ofSeconds(30),
                () -> year.credit("select count(*) from reconciliation_run where started_at >= '2027-07-03 01:00:00'"
                        + " and state = 'DONE' and compared > 0 and differences = 0 and unknown = 0"));
    }
}
