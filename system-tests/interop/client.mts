// An integrator's program on clients that were generated from the published documents: it compiles only if they say what
// is required, and runs only if they say what is answered.
// usage: AMR=token TAX=token TOWN=token node client.mjs REGISTER TAX EXCHANGE BIZ_ID
import { randomUUID } from "node:crypto";
import createClient from "openapi-fetch";
import type { paths as Register } from "./registration.js";
import type { paths as Tax } from "./tax.js";
import type { paths as Exchange } from "./exchange.js";

const [registerUrl, taxUrl, exchangeUrl, bizId] = process.argv.slice(2) as [string, string, string, string];
const bearer = (token: string | undefined) => ({ headers: { authorization: `Bearer ${token}` } });
const register = createClient<Register>({ baseUrl: registerUrl, ...bearer(process.env.AMR) });
const tax = createClient<Tax>({ baseUrl: taxUrl, ...bearer(process.env.TAX) });
const exchange = createClient<Exchange>({ baseUrl: exchangeUrl, ...bearer(process.env.TOWN) });

function expect(what: string, good: boolean): void {
  console.log(`${good ? "ok  " : "FAIL"} ${what}`);
  if (!good) process.exitCode = 1;
}

const business = await register.GET("/businesses/{bizId}", { params: { path: { bizId } } });
expect("the register knows the business", business.data!.bizId === bizId && business.data!.premises.length > 0);

const record = await tax.GET("/taxpayers/{bizId}", { params: { path: { bizId } } });
const uscc: string | undefined = business.data!.uscc;
expect("tax knows the same business by the same code", record.data!.uscc === uscc);

const asking = {
  params: { path: { bizId }, header: { "Idempotency-Key": randomUUID() } },
  body: { premises: { division: "620702102", text: `互通路${Date.now() % 1000}号`, kind: "PHYSICAL" as const } },
};
const asked = await register.POST("/businesses/{bizId}/premises-verifications", asking);
const again = await register.POST("/businesses/{bizId}/premises-verifications", asking);
if (asked.error) console.error(asked.error);
expect("a question is asked once, however often it is sent", asked.response.status === 201 && again.data!.verificationId === asked.data!.verificationId);

let found = false;
for (let i = 0; i < 100 && !found; i++) {
  const questions = await exchange.GET("/questions", { params: { query: { state: "open", limit: 200 } } });
  found = questions.data!.items.some((question) => question.id === asked.data!.questionId);
  if (!found) await new Promise((wake) => setTimeout(wake, 100));
}
expect("the township finds it among its questions", found);

// @ts-expect-error: the document demands an Idempotency-Key
const keyless = await register.POST("/businesses/{bizId}/premises-verifications", { params: { path: { bizId } } });
expect("without a key it is refused as the document says", keyless.error!.type === "urn:hutong:problem:idempotency-key-required");

const stale = await register.POST("/businesses/{bizId}/suspension", {
  params: { path: { bizId }, header: { "If-Match": '"999"', "Idempotency-Key": randomUUID() } },
  body: { until: "2026-12-31", reason: "互通", serviceAddress: business.data!.premises[0]! },
});
expect("a stale version is refused with the current one", stale.response.status === 412 && stale.response.headers.has("etag"));
