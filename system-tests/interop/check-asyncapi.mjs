// Lets the AsyncAPI parser judge the published document. usage: node check-asyncapi.mjs FILE
import { Parser, fromFile } from "@asyncapi/parser";

const { document, diagnostics } = await fromFile(new Parser(), process.argv[2]).parse();
const errors = diagnostics.filter((d) => d.severity === 0);
for (const d of errors) console.error(`${d.path.join("/")}: ${d.message}`);
if (!document || errors.length > 0) process.exit(1);
console.log(`AsyncAPI ${document.version()}: ${document.channels().all().length} channels, ` +
  `${document.allMessages().all().length} messages, ${errors.length} errors`);
