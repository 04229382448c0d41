// Judges the OpenAPI document of a service with a validator of npm and keeps it for the generator of clients.
// usage: node check-openapi.mjs SERVICE_URL FILE
import { writeFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";

const [url, file] = process.argv.slice(2);
const document = await (await fetch(`${url}/q/openapi?format=json`)).json();
const validator = new Validator();
const result = await validator.validate(structuredClone(document));
console.log(`OpenAPI ${validator.version}, ${Object.keys(document.paths).length} paths: ${result.valid ? "valid" : "INVALID"}`);
if (!result.valid) {
  console.error(JSON.stringify(result.errors, null, 1));
  process.exit(1);
}
writeFileSync(file, JSON.stringify(document));
