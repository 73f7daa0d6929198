// Opens a page in a headless Chromium and does what the standard input asks for, step by step, over the pipe of its
// debugging protocol. Input: {url, width, height, media: [{name, value}], steps}; a step is one of
// {press}, {click}, {evaluate}, {screenshot}, {pdf}, {axe}. Prints {said: [result of each step], asked: [URLs], broken}.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const wanted = JSON.parse(readFileSync(0, 'utf8'));
const profile = mkdtempSync(join(tmpdir(), 'browse-'));
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars'];
const browser = spawn(
    wanted.program,
    [...flags, `--user-data-dir=${profile}`, '--remote-debugging-pipe', 'about:blank'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
);
const [, , , outgoing, incoming] = browser.stdio;
const waiting = new Map();
const listening = new Map();
let count = 0;
let rest = Buffer.alloc(0);

incoming.on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        const said = JSON.parse(rest.subarray(0, end).toString('utf8'));
        rest = rest.subarray(end + 1);
        if (said.id) {
            const { resolve, reject } = waiting.get(said.id);
            said.error ? reject(new Error(said.error.message)) : resolve(said.result);
        } else {
            listening.get(said.method)?.(said.params);
        }
    }
});

function call(method, params = {}, sessionId = undefined) {
    count += 1;
    outgoing.write(`${JSON.stringify({ id: count, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => waiting.set(count, { resolve, reject }));
}

const KEYS = { Enter: ['Enter', 13, '\r'], Tab: ['Tab', 9, ''], Escape: ['Escape', 27, ''] };

async function play() {
    const { targetId } = await call('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await call('Target.attachToTarget', { targetId, flatten: true });
    const page = (method, params) => call(method, params, sessionId);
    const asked = [];
    const broken = [];
    listening.set('Network.requestWillBeSent', ({ request }) => asked.push(request.url));
    listening.set('Log.entryAdded', ({ entry }) => broken.push(entry.text));
    listening.set('Runtime.exceptionThrown', ({ exceptionDetails }) => broken.push(exceptionDetails.text));
    for (const domain of ['Page', 'Network', 'Log', 'Runtime']) await page(`${domain}.enable`);
    await page('Emulation.setDeviceMetricsOverride', {
        width: wanted.width, height: wanted.height, deviceScaleFactor: 1, mobile: false,
    });
    await page('Emulation.setEmulatedMedia', { features: wanted.media ?? [] });
    const loaded = new Promise((resolve) => listening.set('Page.loadEventFired', resolve));
    await page('Page.navigate', { url: wanted.url });
    await loaded;

    async function evaluate(expression) {
        const { result, exceptionDetails } = await page('Runtime.evaluate', {
            expression, returnByValue: true, awaitPromise: true,
        });
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        return result.value;
    }

    async function press(key) {
        const [code, number, text] = KEYS[key] ?? [`Key${key.toUpperCase()}`, key.toUpperCase().charCodeAt(0), key];
        const shared = { key, code, windowsVirtualKeyCode: number };
        await page('Input.dispatchKeyEvent', { type: text ? 'keyDown' : 'rawKeyDown', text, ...shared });
        await page('Input.dispatchKeyEvent', { type: 'keyUp', ...shared });
    }

    async function click(selector) {
        const point = await evaluate(`(() => {
            const element = document.querySelector(${JSON.stringify(selector)});
            element.scrollIntoView({ block: 'center', behavior: 'instant' });
            const box = element.getBoundingClientRect();
            return { x: box.x + Math.min(box.width, 60) / 2, y: box.y + box.height / 2 };
        })()`);
        for (const type of ['mousePressed', 'mouseReleased'])
            await page('Input.dispatchMouseEvent', { type, ...point, button: 'left', clickCount: 1 });
    }

    async function axe() {
        await evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8'));
        const found = await evaluate('axe.run(document, { resultTypes: ["violations"] })');
        return found.violations.map(({ id, impact, nodes }) => ({
            id, impact, places: nodes.map((node) => node.html.slice(0, 200)),
        }));
    }

    const said = [];
    for (const step of wanted.steps) {
        if ('press' in step) said.push(await press(step.press));
        if ('click' in step) said.push(await click(step.click));
        if ('evaluate' in step) said.push(await evaluate(step.evaluate));
        if ('axe' in step) said.push(await axe());
        if ('screenshot' in step) {
            const { data } = await page('Page.captureScreenshot', { captureBeyondViewport: Boolean(step.whole) });
            said.push(writeFileSync(step.screenshot, Buffer.from(data, 'base64')));
        }
        if ('pdf' in step) {
            const { data } = await page('Page.printToPDF', { printBackground: false, preferCSSPageSize: true });
            said.push(writeFileSync(step.pdf, Buffer.from(data, 'base64')));
        }
    }
    return { said: said.map((one) => one ?? null), asked, broken };
}

try {
    console.log(JSON.stringify(await play()));
} finally {
    const gone = new Promise((resolve) => browser.on('exit', resolve));
    call('Browser.close').catch(() => browser.kill());
    await gone;
    // Its processes end one after the other, and may still be writing.
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
