// Reads what kcat printed with -J (one record a line) and lets the CloudEvents SDK judge each record.
// usage: node check-events.mjs RECORDS.jsonl EXPECTED_AT_LEAST
import { readFileSync } from "node:fs";
import { Kafka, CloudEvent } from "cloudevents";

const [file, atLeast] = process.argv.slice(2);
const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
const types = new Map();
let bad = 0;

for (const line of lines) {
  const record = JSON.parse(line);
  const headers = {};
  for (let i = 0; i < record.headers.length; i += 2) headers[record.headers[i]] = record.headers[i + 1];
  try {
    const event = Kafka.toEvent({ headers, key: record.key, value: record.payload, body: record.payload });
    if (!(event instanceof CloudEvent)) throw new Error("not a single event");
    event.validate();
    if (event.partitionkey !== record.key) throw new Error("partitionkey differs from the record's key");
    if (event.subject !== record.key) throw new Error("subject differs from the record's key");
    if (!/^[0-9]+$/.test(String(event.streamversion))) throw new Error("no streamversion");
    if (typeof event.data !== "object") throw new Error("data is not JSON");
    types.set(event.type, (types.get(event.type) ?? 0) + 1);
  } catch (error) {
    bad++;
    console.error(`offset ${record.offset} of partition ${record.partition}: ${error.message}`);
  }
}

for (const [type, count] of [...types].sort()) console.log(`${String(count).padStart(6)} ${type}`);
console.log(`${lines.length - bad} valid CloudEvents, ${bad} invalid`);
process.exit(bad === 0 && lines.length >= Number(atLeast) ? 0 : 1);
