#!/usr/bin/env node
/**
 * Opens HTML reports in a real browser, clicks through them, and holds what the page says against the JSON report.
 *
 *   node test/browser/report.mjs [FOLDER FOR SCREENSHOTS]
 *
 * Needs a build in dist and Chromium (CHROMIUM, or /usr/bin/chromium); where that is absent it says so and checks nothing.
 * The systems are those of ../shared that are there, some of the project's own stacks, and one of 500 resources that is
 * made here; `--all` takes every stack. Sizes are held to their limits; times are printed, and only one that is far off fails.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { largeShop } from './large-shop.mjs';
import { countedIn, drawMermaid, openSvg } from './pictures.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);
const [shots] = process.argv.slice(2).filter((word) => word !== '--all');
const every = process.argv.includes('--all');
const browserPath = process.env.CHROMIUM ?? '/usr/bin/chromium';

const missing = whatIsMissing();
if (missing !== undefined) {
  console.log(`skipped: ${missing}`);
  process.exit(0);
}
const { chromium } = require('playwright-core');
const folder = mkdtempSync(join(tmpdir(), 'nospof-browser-'));
const browser = await chromium.launch({
  executablePath: browserPath,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
/** One that survives, one that breaks on purpose, and one with the most to draw. */
const SOME_STACKS = ['multi-az-service', 'single-zone-baseline', 'hybrid-network'];
/** A page that takes longer to open than this is broken and not merely on a slow machine [ms]. */
const FAR_OFF = 20_000;
const failures = [];
let held = 0;
try {
  for (const system of systems()) {
    const started = performance.now();
    await checkSystem(system);
    console.log(`  ${Math.round((performance.now() - started) / 1000)} s`);
  }
  await checkBroken();
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
for (const failure of failures) console.error(`FAILED ${failure}`);
console.log(`${held} held, ${failures.length} failed`);
process.exitCode = failures.length === 0 && held > 0 ? 0 : 1;

function whatIsMissing() {
  if (!existsSync(join(root, 'dist/bin/nospof.js'))) return 'no build in dist; run "npm run build"';
  return existsSync(browserPath) ? undefined : `no browser at ${browserPath}; set CHROMIUM`;
}

function systems() {
  const labelled = join(root, '../shared/corpus/labelled');
  const named = (prefix) => (existsSync(labelled) ? readdirSync(labelled).find((name) => name.startsWith(prefix)) : undefined);
  const inFolder = (name) => readdirSync(join(labelled, name)).map((file) => join(labelled, name, file));
  const large = join(folder, 'large-shop.template.json');
  writeFileSync(large, JSON.stringify(largeShop(40), null, 1));
  const found = [
    { name: 'pair', inputs: [join(root, '../shared/pairs/first/spof.yaml')] },
    ...['19-', '26-', '36-'].flatMap((prefix) => {
      const name = named(prefix);
      return name === undefined ? [] : [{ name: `labelled-${prefix}`, inputs: inFolder(name) }];
    }),
    ...stacks(),
    { name: 'large-shop', inputs: [large], large: true },
  ];
  for (const { name, inputs } of found.filter(({ inputs: [first] }) => !existsSync(first)))
    console.log(`skipped ${name}: ${inputs[0]} is not here`);
  return found.filter(({ inputs: [first] }) => existsSync(first));
}

/** Stacks of the project as one system each; with `--all` also all at once, at the level of those that survive a region. */
function stacks() {
  const out = join(folder, 'cdk.out');
  const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));
  const run = spawnSync(process.execPath, [join(root, 'dist/bin/cdk.js')], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CDK_OUTDIR: out, CDK_CONTEXT_JSON: JSON.stringify(context), CDK_VALIDATION: 'false', NOSPOF: 'off' },
  });
  if (run.status !== 0) throw new Error(`the stacks cannot be synthesized: ${run.stderr}`);
  const names = readdirSync(out)
    .filter((file) => file.endsWith('.template.json'))
    .map((file) => file.replace('.template.json', ''));
  return [
    ...names
      .filter((name) => every || SOME_STACKS.includes(name))
      .map((name) => ({ name: `stack-${name}`, inputs: [join(out, `${name}.template.json`)] })),
    ...(every ? [{ name: 'all-stacks-at-region', inputs: [out], options: ['--survive', 'region'] }] : []),
  ];
}

function nospof(inputs, options, format, output) {
  const args = [join(root, 'dist/bin/nospof.js'), 'check', ...inputs, ...options, '--format', format, '--output', output];
  const run = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status === null || run.status > 1) throw new Error(`nospof ended with ${run.status}: ${run.stderr}`);
}

async function checkSystem({ name, inputs, large, options = [] }) {
  const [page, json] = [join(folder, `${name}.html`), join(folder, `${name}.json`)];
  nospof(inputs, options, 'html', page);
  nospof(inputs, options, 'json', json);
  const report = JSON.parse(readFileSync(json, 'utf8'));
  const size = readFileSync(page).length;
  if (large) hold(name, 'is under two megabytes', size < 2_000_000, `${size} bytes`);
  for (const [theme, locale] of [
    ['light', 'en-US'],
    ['dark', 'ko-KR'],
  ]) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: theme, locale });
    const tab = await context.newPage();
    const noise = [];
    tab.on('console', (message) => noise.push(`${message.type()}: ${message.text()}`));
    tab.on('pageerror', (error) => noise.push(`error: ${error.message}`));
    tab.on(
      'request',
      (request) =>
        request.url().startsWith('file:') || request.url().startsWith('data:') || noise.push(`request: ${request.url()}`),
    );
    const started = performance.now();
    await tab.goto(pathToFileURL(page).href);
    const opened = Math.round(performance.now() - started);
    if (theme === 'light') {
      console.log(`${name}: ${Math.round(size / 1024)} KB, opened in ${opened} ms`);
      hold(name, 'opens', opened < FAR_OFF, `${opened} ms`);
      await checkCards(name, tab);
      await checkDomains(name, tab, report);
      await checkFindings(name, tab, report);
      await checkAddresses(name, tab, report, page);
      await checkKeyboard(name, tab);
      await checkPrint(name, tab);
      await checkNarrow(name, tab);
    } else await checkLooks(name, tab);
    await checkAccess(`${name} ${theme}`, tab);
    hold(`${name} ${theme}`, 'asks for nothing and reports no error', noise.length === 0, noise.join('; '));
    if (shots !== undefined) {
      mkdirSync(shots, { recursive: true });
      await tab.screenshot({ path: join(shots, `${name}-${theme}.png`), fullPage: true });
    }
    await context.close();
  }
  await checkPictures(name, inputs, options);
}

/** The same system as SVG and as Mermaid, opened and drawn. */
async function checkPictures(name, inputs, options) {
  const [svg, mermaid] = [join(folder, `${name}.svg`), join(folder, `${name}.mmd`)];
  nospof(inputs, options, 'svg', svg);
  nospof(inputs, options, 'mermaid', mermaid);
  const tab = await browser.newPage();
  same(name, 'the SVG as a browser opens it', await openSvg(tab, svg), { name: 'svg', broken: 0, isDrawn: true });
  same(name, 'what Mermaid draws', await drawMermaid(tab, mermaid), countedIn(mermaid));
  await tab.close();
}

/** Both would notice a picture that is broken. */
async function checkBroken() {
  const [svg, mermaid] = [join(folder, 'broken.svg'), join(folder, 'broken.mmd')];
  writeFileSync(svg, '<svg xmlns="http://www.w3.org/2000/svg"><text>a & b</text></svg>');
  writeFileSync(mermaid, 'flowchart LR\n  n1["Checkout\n');
  const tab = await browser.newPage();
  hold('a broken SVG', 'is noticed', (await openSvg(tab, svg)).broken > 0);
  hold('a broken Mermaid text', 'is noticed', (await drawMermaid(tab, mermaid)).error !== undefined);
  await tab.close();
}

/** Words stay inside their cards, in the fonts that are here. */
async function checkCards(name, tab) {
  const wider = await tab.evaluate(() =>
    [...document.querySelectorAll('svg.chooses .card')].flatMap((card) => {
      const edge = card.querySelector('.face').getBoundingClientRect().right;
      return [...card.querySelectorAll('text')]
        .filter((text) => text.getBoundingClientRect().right > edge)
        .map((text) => text.textContent);
    }),
  );
  same(name, 'words that are wider than their card', wider, []);
}

function hold(where, what, holds, why = '') {
  if (holds) held++;
  else failures.push(`${where}: ${what}${why === '' ? '' : ` (${why})`}`);
}

function same(where, what, shown, expected) {
  const [a, b] = [JSON.stringify(shown), JSON.stringify(expected)];
  hold(where, what, a === b, `the page says ${a}, the report ${b}`);
}

/** Everything that the panel shows, with its long lists opened. */
async function readPanel(tab) {
  for (let more = tab.locator('#domain .more').first(); (await more.count()) > 0; more = tab.locator('#domain .more').first())
    await more.click();
  return tab.evaluate(() => {
    const titled = (selector) =>
      [...document.querySelectorAll(`#domain ${selector}`)].map(
        (element) => element.getAttribute('title') ?? element.textContent,
      );
    return {
      lost: titled('.verdict.lost .function code'),
      unproven: titled('.verdict.unproven .function code'),
      survives: titled('.verdict.survives .function code'),
      capacity: [...document.querySelectorAll('#domain .capacity .share')].map((element) =>
        Number.parseInt(element.textContent, 10),
      ),
      stops: titled('.about-stops li code'),
      tallies: [...document.querySelectorAll('.tallies .tally-of')].map((element) =>
        Number.parseInt(element.textContent.match(/\d+/)[0], 10),
      ),
      announced: document.getElementById('announce').textContent,
    };
  });
}

/** Clicks every zone in the picture and the components that take something away. */
async function checkDomains(name, tab, report) {
  const { topology } = report;
  const ids = new Map(topology.resources.map(({ key, ref }) => [key, ref.id]));
  const nameOf = ({ entry, name: own }) => ids.get(entry) ?? (own === entry.split('/').at(-1) ? entry : own);
  const zones = topology.domains.filter(({ scope }) => scope === 'zone' || scope === 'region');
  let clicked = 0;
  for (const domain of zones) {
    const lane = tab.locator(`svg.chooses [data-domain=${JSON.stringify(domain.label)}]`);
    if ((await lane.count()) === 0) {
      const { lost, stops, capacityLeft } = domain;
      hold(
        name,
        `${domain.label} is drawn`,
        lost.length + stops.length + Object.keys(capacityLeft).length === 0,
        'it takes something away and has no lane',
      );
      continue;
    }
    await lane.locator('.lane-name, .region-name').click();
    clicked++;
    const shown = await readPanel(tab);
    const where = `${name}, ${domain.label}`;
    const lost = domain.lostFunctions.map((index) => topology.functions[index]);
    same(where, 'what is lost', [...shown.lost].sort(), lost.map(nameOf).sort());
    same(where, 'what stops', [...shown.stops].sort(), domain.stops.map((key) => ids.get(key)).sort());
    same(
      where,
      'the capacity left',
      [...shown.capacity].sort(byNumber),
      Object.values(domain.capacityLeft)
        .map((left) => Math.round(left * 100))
        .sort(byNumber),
    );
    same(
      where,
      'every function has a verdict',
      shown.lost.length + shown.unproven.length + shown.survives.length,
      topology.functions.length,
    );
    same(where, 'the numbers above the picture', shown.tallies, [
      shown.lost.length,
      shown.unproven.length,
      shown.survives.length,
    ]);
    hold(where, 'is announced', shown.announced.startsWith(`${domain.label}: `), shown.announced);
    hold(where, 'is marked as chosen', (await lane.getAttribute('aria-pressed')) === 'true');
    const witnesses = report.witnesses.filter(({ failureDomain }) => failureDomain === domain.label);
    same(
      where,
      'the ways that take over',
      await tab.locator('#domain .witness').count(),
      witnesses.filter(({ path }) => path.length > 0).length,
    );
  }
  if (zones.length > 0) hold(name, 'a zone was clicked', clicked > 0);
  for (const domain of topology.domains.filter(({ scope, lost }) => scope === 'component' && lost.length > 0).slice(0, 5)) {
    await tab.locator('#choose').selectOption({ index: await optionOf(tab, domain.label) });
    const shown = await readPanel(tab);
    const lost = domain.lostFunctions.map((index) => topology.functions[index]);
    same(`${name}, ${domain.label}`, 'what is lost', [...shown.lost].sort(), lost.map(nameOf).sort());
    const proofs = report.findings.filter(
      ({ failureDomain, category }) => failureDomain === domain.label && category === 'SINGLE_POINT_OF_FAILURE',
    );
    const links = await tab.locator('#domain .proof a').allTextContents();
    for (const { message } of proofs) hold(`${name}, ${domain.label}`, 'links to the finding', links.includes(message), message);
  }
}

async function optionOf(tab, label) {
  const options = await tab.locator('#choose option').allTextContents();
  return options.findIndex((option) => option === label || option.startsWith(`${label}: `) || option.startsWith(`${label} (`));
}

function byNumber(a, b) {
  return a - b;
}

async function checkFindings(name, tab, { findings }) {
  const open = findings.filter(({ acknowledged }) => acknowledged === undefined);
  const shown = () => tab.locator('#findings .finding:visible').count();
  same(name, 'the findings', await shown(), open.length);
  if (open.length === 0) return;
  const [{ severity, rule, resource }] = open;
  await tab.locator(`.filters input[value=${severity}]`).uncheck();
  same(name, 'the findings without one severity', await shown(), open.filter((finding) => finding.severity !== severity).length);
  await tab.locator('.filters .clear').click();
  await tab.locator('.filters select[name=rule]').selectOption(rule);
  same(name, 'the findings of one rule', await shown(), open.filter((finding) => finding.rule === rule).length);
  same(name, 'their number in words', Number.parseInt(await tab.locator('.filters .shown').textContent(), 10), await shown());
  await tab.locator('.filters .clear').click();
  await tab.locator('.filters input[type=search]').fill(resource.id);
  hold(
    name,
    'searching a resource finds it',
    (await tab.locator('#findings .finding:visible').allTextContents()).some((text) => text.includes(resource.id)),
  );
  await tab.locator('.filters input[type=search]').fill('no such word anywhere');
  same(name, 'the findings of a word that is not there', await shown(), 0);
  await tab.locator('.filters .clear').click();
  same(name, 'the findings after clearing', await shown(), open.length);
}

/** An address with a finding or a failure domain opens it. */
async function checkAddresses(name, tab, { findings, topology }, page) {
  const [domain] = topology.domains;
  const row = tab.locator('#findings .finding').first();
  if (findings.length > 0) {
    const id = await row.getAttribute('id');
    await tab.goto('about:blank');
    await tab.goto(`${pathToFileURL(page).href}#${id}`);
    hold(
      name,
      'the address of a finding opens it',
      await tab.locator(`[id="${id}"] details`).evaluate((details) => details.open),
    );
    await tab
      .waitForFunction(() => document.activeElement?.tagName === 'SUMMARY', undefined, { timeout: 5000 })
      .catch(() => undefined);
    hold(name, 'and goes to it', await tab.evaluate(() => document.activeElement?.tagName === 'SUMMARY'));
  }
  if (domain === undefined) return;
  const link = tab.locator('table.domains a', { hasText: domain.label }).first();
  const href = await link.getAttribute('href');
  await tab.goto('about:blank');
  await tab.goto(pathToFileURL(page).href + href);
  hold(
    name,
    'the address of a failure domain chooses it',
    (await tab.locator('#choose option:checked').textContent()).startsWith(domain.label),
  );
}

/** Without a mouse: to the picture with Tab, through it with arrows, Enter to choose. */
async function checkKeyboard(name, tab) {
  if ((await tab.locator('svg.chooses [role=button]').count()) < 2) return;
  await tab.locator('#choose').focus();
  await tab.keyboard.press('Tab');
  await tab.keyboard.press('Tab');
  for (let presses = 0; presses < 3; presses++) {
    if (await tab.evaluate(() => document.activeElement?.closest('svg.chooses') !== null)) break;
    await tab.keyboard.press('Tab');
  }
  const focused = () =>
    tab.evaluate(() => document.activeElement?.getAttribute('data-domain') ?? document.activeElement?.getAttribute('data-node'));
  const first = await focused();
  hold(name, 'the picture is reached with Tab', first !== null && first !== undefined);
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft']) {
    await tab.keyboard.press(key);
    if ((await focused()) !== first) break;
  }
  hold(name, 'arrows move in the picture', (await focused()) !== first);
  await tab.keyboard.press('Enter');
  hold(name, 'Enter chooses', await tab.evaluate(() => document.activeElement?.getAttribute('aria-pressed') === 'true'));
  hold(name, 'focus can be seen', await tab.evaluate(() => document.activeElement?.matches(':focus-visible') === true));
}

/** On paper everything is open and nothing is to be clicked. */
async function checkPrint(name, tab) {
  await tab.emulateMedia({ media: 'print' });
  await tab.evaluate(() => dispatchEvent(new Event('beforeprint')));
  same(name, 'closed findings on paper', await tab.locator('details:not([open])').count(), 0);
  for (const control of ['.controls', '.filters', '#chooser', '#zoom']) {
    if ((await tab.locator(control).count()) > 0) hold(name, `no ${control} on paper`, !(await tab.locator(control).isVisible()));
  }
  if (shots !== undefined) {
    mkdirSync(shots, { recursive: true });
    await tab.screenshot({ path: join(shots, `${name}-print.png`), fullPage: true });
  }
  await tab.evaluate(() => dispatchEvent(new Event('afterprint')));
  await tab.emulateMedia({ media: 'screen' });
}

/** A narrow window scrolls the picture, never the page. */
async function checkNarrow(name, tab) {
  for (const width of [400, 900]) {
    await tab.setViewportSize({ width, height: 900 });
    const wider = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    hold(name, `fits into ${width} pixels`, wider <= 0, `${wider} pixels too wide`);
  }
  if (shots !== undefined) await tab.screenshot({ path: join(shots, `${name}-narrow.png`), fullPage: true });
  await tab.setViewportSize({ width: 1440, height: 900 });
}

/** Korean by the browser's language, English on request; dark by the system, light on request. */
async function checkLooks(name, tab) {
  const korean = /[가-힣]/;
  const ours = () =>
    tab
      .locator('[data-t]')
      .evaluateAll((elements) => elements.filter((element) => element.textContent !== '').map((element) => element.textContent));
  same(name, 'the language', await tab.locator('html').getAttribute('lang'), 'ko');
  same(
    name,
    'words of ours that are not Korean',
    (await ours()).filter((word) => !korean.test(word)),
    [],
  );
  hold(
    name,
    'says that messages stay as they are',
    (await tab.locator('header .as-they-are').isVisible()) && korean.test(await tab.locator('header .as-they-are').textContent()),
  );
  const ground = () => tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await ground();
  await tab.locator('[data-theme-choice=light]').click();
  hold(name, 'light on request', (await ground()) !== dark);
  await tab.locator('[data-theme-choice=dark]').click();
  same(name, 'dark on request', await ground(), dark);
  await tab.locator('[data-language=en]').click();
  same(
    name,
    'words of ours that stay Korean in English',
    (await ours()).filter((word) => korean.test(word)),
    [],
  );
  await tab.locator('[data-language=ko]').click();
}

/** WCAG 2.1 AA and what axe-core holds for good practice: names, contrast, roles and order. */
async function checkAccess(name, tab) {
  // The page's own policy lets no other script in; the checker is put in beside it.
  await tab.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
  const { violations, passes } = await tab.evaluate(
    (tags) => axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations', 'passes'] }),
    values,
  );
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 3)
        .join(', ')}`,
  );
  hold(name, 'has nothing that axe objects to', found.length === 0, found.join('; '));
  hold(name, 'axe has looked at it', passes.length > 10, `${passes.length} rules`);
}
