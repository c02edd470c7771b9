// Reads Argdown documents, a JSON list on standard input, with the real @argdown/node; tells what it understood.
// Run by test_argdown.py: node argdown.mjs PATH/TO/@argdown/node/dist/index.js
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

const { argdown } = await import(pathToFileURL(process.argv[2]));
const told = JSON.parse(await text(process.stdin)).map((input) => {
  const found = argdown.run({ process: ["parse-input", "build-model"], input, logLevel: "silent" });
  const headings = [];
  const walk = (sections) => (sections ?? []).forEach((one) => (headings.push(one.title), walk(one.children ?? [])));
  walk(found.sections);
  return {
    problems: [...found.parserErrors, ...found.lexerErrors, ...found.exceptions].map((error) => String(error.message)),
    headings,
    tags: Object.keys(found.tags ?? {}),
    arguments: Object.keys(found.arguments ?? {}),
    statements: Object.values(found.statements ?? {}).map((statement) => ({
      id: statement.title,
      texts: statement.members.filter((one) => !one.isReference).map((one) => one.text),
      ranges: statement.members.flatMap((one) => (one.ranges ?? []).map((range) => range.type)),
      data: statement.data,
    })),
    relations: (found.relations ?? []).map((one) => [one.from.title, one.relationType, one.to.title]),
  };
});
process.stdout.write(JSON.stringify(told));
