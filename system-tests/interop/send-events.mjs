// Sends CloudEvents made by the SDK of npm to the exchange in every form, and forms that are none; judges the answers.
// usage: TOKEN=… node send-events.mjs EXCHANGE_URL BIZ_ID
import { randomUUID } from "node:crypto";
import { CloudEvent, HTTP } from "cloudevents";

const [url, business] = process.argv.slice(2);
let failed = 0;

function permit(number) {
  return new CloudEvent({
    id: `interop-${randomUUID()}`,
    source: "/agencies/HUD-620702",
    type: "io.hutong.exchange.permit-granted.v1",
    subject: business,
    datacontenttype: "application/json",
    data: { permitType: "RENTAL_HOUSING", permitNo: number, department: "HUD", validFrom: "2026-11-01" },
  });
}

async function post({ headers, body }) {
  const answer = await fetch(`${url}/events`, {
    method: "POST",
    headers: { ...headers, authorization: `Bearer ${process.env.TOKEN}` },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
}

function expect(what, answer, status, fits) {
  const good = answer.status === status && fits(answer.body);
  console.log(`${good ? "ok  " : "FAIL"} ${what}: ${answer.status} ${answer.body.status ?? ""}`);
  if (!good) {
    console.error(JSON.stringify(answer.body));
    failed++;
  }
}

const first = permit("互通一号");
expect("binary", await post(HTTP.binary(first)), 202, (body) => body.status === "accepted" && body.id === first.id);
expect("the same, structured", await post(HTTP.structured(first)), 202, (body) => body.status === "duplicate");
const second = permit("互通二号");
expect("structured", await post(HTTP.structured(second)), 202, (body) => body.status === "accepted");
const events = [permit("互通三号"), permit("互通四号"), first];
const batch = { headers: { "content-type": "application/cloudevents-batch+json" }, body: JSON.stringify(events) };
expect("batch", await post(batch), 202, (body) => body.accepted === 2 && body.duplicates === 1 && body.refused === 0);

// What the specification forbids: every kind of case in the conformance data of the CloudEvents project, and some more
const invalid = {
  "no id": { id: undefined },
  "an empty id": { id: "" },
  "a number as id": { id: 25 },
  "an object as id": { id: { x: "y" } },
  "no source": { source: undefined },
  "an empty source": { source: "" },
  "no type": { type: undefined },
  "an empty type": { type: "" },
  "no version": { specversion: undefined },
  "an empty version": { specversion: "" },
  "another version": { specversion: "0.3" },
  "an unknown version": { specversion: "0.9" },
  "a time that is none": { time: "1985-13-12T23:20:50.52Z" },
  "a time in words": { time: "noon" },
  "a time without seconds": { time: "2026-04-05T18:31Z" },
  "an offset that is a letter": { time: "2026-04-05T18:31:00X" },
  "an offset of more than a day": { time: "2026-04-05T18:31:00+25:00" },
  "an offset in letters": { time: "2026-04-05T18:31:00+xx:00" },
  "an offset without minutes": { time: "2026-04-05T18:31:00+05" },
  "a content type that is none": { datacontenttype: "xyz" },
  "an empty content type": { datacontenttype: "" },
  "an empty data schema": { dataschema: "" },
  "an empty subject": { subject: "" },
  "an attribute in capitals": { Extension: "x" },
  "an attribute with a hyphen": { "my-extension": "x" },
  "an attribute with a dot": { "my.extension": "x" },
  "an attribute that is an object": { extension: { a: 1 } },
  "a number that is not whole": { extension: 1.5 },
  "a number beyond 32 bits": { extension: 2147483648 },
  "data twice": { data_base64: "e30=" },
};
for (const [what, change] of Object.entries(invalid)) {
  const body = { ...permit("无").toJSON(), ...change };
  const answer = await post({ headers: { "content-type": "application/cloudevents+json" }, body });
  expect(what, answer, 400, (problem) => problem.type.startsWith("urn:hutong:problem:") && problem.violations.length > 0);
}

// In a batch each event is judged alone: what is no event harms no other
const among = [permit("互通五号"), { ...permit("无").toJSON(), specversion: "0.9" }, { ...permit("无").toJSON(), id: undefined }, "no object"];
const mixed = { headers: { "content-type": "application/cloudevents-batch+json" }, body: JSON.stringify(among) };
expect("a batch with three that are none", await post(mixed), 202, (body) =>
  body.items.map((item) => item.status).join() === "accepted,refused,refused,refused" &&
  body.items.slice(1).every((item) => item.problem.violations.length > 0));
process.exit(failed === 0 ? 0 : 1);
