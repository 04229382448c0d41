// Follows a page of the documentation word by word: every ```sh block in its order, in one shell, from the project's root. A block
// fails on a failing command, and on a text that a comment <!-- shows: TEXT --> behind it promises and its output lacks.
// usage: HUTONG_HOME=… node follow-docs.mjs PAGE [FROM=TO ...]      FROM=TO: ports of this installation for those of the page
import { readFileSync } from "node:fs";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

const [page, ...ports] = process.argv.slice(2);
const text = ports.reduce(
  (sofar, port) => sofar.replaceAll(`127.0.0.1:${port.split("=")[0]}`, `127.0.0.1:${port.split("=")[1]}`),
  readFileSync(page, "utf8"),
);
const steps = [...text.matchAll(/^```sh\n([^]*?)^```$((?:\n*<!-- shows: .* -->)*)/gm)].map(([, commands, promises]) => ({
  commands,
  promises: [...promises.matchAll(/<!-- shows: (.*) -->/g)].map(([, promise]) => promise),
}));
if (steps.length === 0) throw new Error(`nothing to follow in ${page}`);

const shell = spawn("bash", ["-e", "-o", "pipefail"], { stdio: ["pipe", "pipe", "inherit"] });
const lines = createInterface({ input: shell.stdout })[Symbol.asyncIterator]();
const broken = (step, why) => {
  console.error(`${page}: ${why}\n${step.commands}`);
  process.exit(1);
};
shell.stdin.on("error", () => {});

for (const [number, step] of steps.entries()) {
  const end = `-- step ${number} done --`;
  shell.stdin.write(`${step.commands}\necho; echo '${end}'\n`);
  const output = [];
  for (;;) {
    const { value, done } = await lines.next();
    if (done) broken(step, `failed after:\n${output.join("\n")}`);
    if (value === end) break;
    output.push(value);
  }
  const shown = output.join("\n");
  for (const promise of step.promises) {
    if (!shown.includes(promise)) broken(step, `does not show ${promise}, but:\n${shown}`);
  }
}
shell.stdin.end();
console.log(`${steps.length} steps of ${page} followed`);
