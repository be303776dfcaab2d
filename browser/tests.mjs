// node tests.mjs FOLDER: uses the reports in the folders within it, and counts what holds and what does not.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { barsOf, dataOf, open, placeOf, start } from './reader.mjs';

const folder = process.argv[2];
const browser = await start();
const report = (name, options) => open(browser, join(folder, name), options);
const tests = [];
const test = (name, body) => tests.push([name, body]);
const text = (page, selector) => page.locator(selector).innerText();

for (const name of ['weather', 'nested', 'failing', 'hostile', 'chain', 'comparison', 'several']) {
  test(`${name}: opens within two seconds, without a complaint of the browser and without a request`, async () => {
    let fastest = Infinity;
    for (let i = 0; i < 3 && fastest >= 2000; i++) {
      const page = await report(name);
      await page.locator('#tree [role="treeitem"]').first().waitFor();
      assert.deepEqual(page.complaints, []);
      fastest = Math.min(fastest, page.openedIn);
    }
    assert.ok(fastest < 2000, `opened in ${fastest} ms`);
  });
  for (const width of [320, 1600]) {
    test(`${name}: fits ${width} pixels without scrolling sideways`, async () => {
      const page = await report(name, { width });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    });
  }
}

test('the summary has the status and the counts of the record', async () => {
  const page = await report('weather');
  const { executions: [execution] } = await dataOf(page);
  assert.equal(await text(page, '#status'), 'success');
  assert.equal(await text(page, '#title'), 'weather_loop_example');
  const summary = (await text(page, '#summary')).replace(/\s+/g, ' ');
  assert.match(summary, new RegExp(`Steps run ${execution.steps} Different steps ${execution.stepNames} `));
  assert.match(summary, new RegExp(`Failures 0 Events ${execution.events} `));
});

test('the timeline, unfolded, has a bar for each step and whatever else ran', async () => {
  const page = await report('weather');
  const { timelines: [{ rows }], executions: [execution] } = await dataOf(page);
  await page.locator('#unfold').click();
  const bars = await barsOf(page);
  assert.equal(bars.length, rows.length);
  assert.equal(rows.filter((row) => row.kind === 'step' || row.kind === 'loop').length, execution.steps);
  const starts = new Map(rows.map((row) => [row.sequence, row.from]));
  assert.deepEqual(bars.map((bar) => bar.from).sort(), Array.from(starts.values()).sort());
  assert.ok(bars.every((bar) => bar.to >= bar.from));
});

test('loops are folded at first, and their labels tell of their items', async () => {
  const page = await report('nested');
  const labels = (await barsOf(page)).map((bar) => bar.label);
  assert.ok(labels.some((label) => /^▸ \w+ \(\d+ items/.test(label)), labels.join('\n'));
  assert.ok(!labels.some((label) => label.includes('[0]')), labels.join('\n'));
});

test('a chain of 5,000 steps has a bar for each', async () => {
  const page = await report('chain');
  assert.equal((await barsOf(page)).length, 5001);
});

test('hovering over a bar shows its details', async () => {
  const page = await report('weather');
  const labels = (await barsOf(page)).map((bar) => bar.label);
  const { x, y } = await placeOf(page, labels.findIndex((label) => label.includes('city_loop')));
  await page.mouse.move(x, y);
  await page.locator('#tooltip').waitFor({ state: 'visible' });
  assert.match(await text(page, '#tooltip'), /^city_loop success\nloop, [\d.]+ \w+, from [\d.]+ \w+\n3 items/);
  await page.mouse.move(5, 5);
  await page.locator('#tooltip').waitFor({ state: 'hidden' });
});

test('hovering over a failed bar shows its error, input and output', async () => {
  const page = await report('hostile');
  const { timelines: [{ rows }] } = await dataOf(page);
  const { x, y } = await placeOf(page, rows.findIndex((row) => row.kind === 'task'));
  await page.mouse.move(x, y);
  await page.locator('#tooltip').waitFor({ state: 'visible' });
  assert.match(await text(page, '#tooltip'), /Error\n[^]*ValueError[^]*Input\n/);
});

test('clicking a bar opens everything that is known of it, and Escape closes it', async () => {
  const page = await report('weather');
  const { x, y } = await placeOf(page, 1);
  await page.mouse.click(x, y);
  await page.locator('#details[open]').waitFor();
  assert.equal(await text(page, '#details-title'), 'start');
  await page.locator('#details details summary').click();
  await page.locator('#details details pre').first().waitFor(); // a browser tells later that something was unfolded
  assert.match(await text(page, '#details details'), /"type": "step_start"/);
  await page.keyboard.press('Escape');
  await page.locator('#details').waitFor({ state: 'hidden' });
});

test('zooming narrows the time, and the whole time comes back', async () => {
  const page = await report('weather');
  const window = () => page.evaluate(() => {
    const { start: from, end } = echarts.getInstanceByDom(document.getElementById('timeline')).getOption().dataZoom[0];
    return [from, end];
  });
  await page.locator('#zoom-in').click();
  assert.deepEqual(await window(), [25, 75]);
  await page.locator('#zoom-all').click();
  assert.deepEqual(await window(), [0, 100]);
});

test('the critical path is what is shown when it alone is asked for', async () => {
  const page = await report('weather');
  await page.locator('#unfold').click();
  await page.locator('#critical').check();
  const { timelines: [{ rows }] } = await dataOf(page);
  const critical = rows.filter((row) => row.critical).length;
  assert.equal((await barsOf(page)).length, critical);
  assert.ok(critical > 1);
});

test('the timeline can be walked, unfolded and opened by keyboard, and says where it is', async () => {
  const page = await report('weather');
  await page.locator('#timeline').focus();
  const labels = (await barsOf(page)).map((bar) => bar.label);
  const loop = labels.findIndex((label) => label.includes('city_loop'));
  for (let i = 0; i <= loop; i++) await page.keyboard.press('ArrowDown');
  assert.match(await page.locator('#announcement').textContent(), /^city_loop, loop, success, /);
  await page.keyboard.press('ArrowRight');
  assert.ok((await barsOf(page)).length > labels.length);
  await page.keyboard.press('Enter');
  await page.locator('#details[open]').waitFor();
  assert.equal(await text(page, '#details-title'), 'city_loop');
  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
  await page.keyboard.press('+');
  assert.deepEqual(page.complaints, []);
});

test('the search finds a node, counts what it finds, and says when there is nothing', async () => {
  const page = await report('chain');
  await page.locator('#search').fill('step_4321');
  await page.getByText('1 node found.').waitFor();
  assert.match(await text(page, '#tree'), /step_4321/);
  await page.locator('#search').fill('no such thing');
  await page.getByText('Nothing found.').waitFor();
  assert.equal(await page.locator('#tree li').count(), 0);
});

test('the search looks into inputs, outputs and errors', async () => {
  const page = await report('hostile');
  await page.locator('#search').fill('7 * 7');
  await page.locator('#found', { hasText: 'found' }).waitFor();
  assert.match(await text(page, '#tree'), /start/);
});

test('the tree can be walked by keyboard', async () => {
  const page = await report('nested');
  const focused = () => page.evaluate(() => document.activeElement.querySelector('.row span:nth-child(2)').textContent);
  await page.locator('#tree [tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  const first = await focused();
  await page.keyboard.press('End');
  assert.notEqual(await focused(), first);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await page.locator('#tree > li').getAttribute('aria-expanded'), 'false');
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.locator('#tree > li').getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('Enter');
  await page.locator('#details[open]').waitFor();
});

test('errors come first, each once, with a way to the details', async () => {
  const page = await report('failing');
  assert.equal(await text(page, '#errors-title'), '1 error');
  assert.equal(await page.locator('.failure').count(), 1);
  assert.match(await text(page, '.failure'), /ZeroDivisionError/);
  assert.equal(await page.evaluate(() => document.querySelector('main > section:not([hidden])').id), 'errors');
  await page.locator('.failure button').click();
  assert.match(await text(page, '#details-content'), /ZeroDivisionError/);
});

test('a run without errors has no errors on its page', async () => {
  const page = await report('weather');
  assert.equal(await page.locator('#errors').isVisible(), false);
});

test('an output that holds markup and braces is shown as text', async () => {
  const page = await report('hostile');
  await page.locator('#tree [role="treeitem"]', { hasText: 'start' }).last().click();
  const shown = await page.locator('#details-content').textContent();
  assert.ok(shown.includes('<script>window.taken = 1</script><!-- <img src=x onerror=\\"window.taken = 2\\"> ]]> &lt;b&gt; </script>'), shown);
  assert.ok(shown.includes('{{ 7 * 7 }} {% raw %} ${7 * 7} {a|b}'), shown);
  assert.equal(await page.evaluate(() => window.taken), undefined);
  assert.equal(await page.locator('#details-content script, #details-content img, #errors img').count(), 0);
  assert.deepEqual(page.complaints, []);
});

test('what would turn a line around or not be seen is made visible', async () => {
  const page = await report('hostile');
  await page.locator('#tree [role="treeitem"]', { hasText: 'start' }).last().click();
  const shown = await page.locator('#details-content').textContent();
  assert.ok(shown.includes('gpj.\\u202eexe\\u202c line\\u2028separator'), shown);
  assert.ok(!/[\u202a-\u202e\u2028\u2029]/.test(await page.locator('body').innerText()));
});

test('a script that is put into the page does not run', async () => {
  const page = await report('weather');
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.taken = 3';
    document.body.append(script);
    return window.taken;
  });
  assert.equal(ran, undefined);
});

test('raw events are there when they are asked for, and can be filtered', async () => {
  const page = await report('weather');
  const { events } = await dataOf(page);
  assert.equal(await page.locator('#events-table table').count(), 0);
  await page.locator('#events > summary').click();
  await page.locator('#events-table tbody tr').first().waitFor();
  assert.equal(await page.locator('#events-table tbody tr').count(), Math.min(50, events.length));
  await page.locator('#events-filter').fill('execution_complete');
  assert.equal(await page.locator('#events-table tbody tr').count(), 1);
  await page.locator('#events-table tbody button').click();
  assert.match(await text(page, '#details-content'), /"type": "execution_complete"/);
});

test('step durations have a row for each step, and of many the first hundred until all are wanted', async () => {
  const page = await report('weather');
  const { durations } = await dataOf(page);
  assert.equal(await page.locator('#durations-table tbody tr').count(), durations.length);
  const many = await report('chain');
  assert.equal(await many.locator('#durations-table tbody tr').count(), 100);
  await many.getByRole('button', { name: 'Show all 500' }).click();
  assert.equal(await many.locator('#durations-table tbody tr').count(), 500);
});

test('it is dark where the system is, and the reader can choose', async () => {
  const page = await report('weather', { dark: true });
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(await background(), 'rgb(18, 23, 29)');
  await page.locator('#theme').click();
  assert.equal(await background(), 'rgb(255, 255, 255)');
});

test('a comparison tells of both executions and of the first difference', async () => {
  const page = await report('comparison');
  const { comparison } = await dataOf(page);
  const shown = await text(page, '#comparison');
  assert.ok(shown.includes(comparison.first.id) && shown.includes(comparison.second.id));
  assert.match(shown, /First different input/);
  assert.match(shown, /heat_threshold|threshold/);
});

test('several executions are told apart, and the reader chooses', async () => {
  const page = await report('several');
  const { executions } = await dataOf(page);
  const failing = executions.findIndex((execution) => execution.playbook === 'failing_example');
  await page.locator('#execution').selectOption(String(failing));
  assert.equal(await text(page, '#title'), 'failing_example');
  assert.ok((await barsOf(page))[0].label.includes('failing_example'));
});

async function takePictures(to) {
  mkdirSync(to, { recursive: true });
  for (const name of ['weather', 'nested', 'failing', 'hostile', 'chain', 'comparison', 'several']) {
    for (const [width, dark] of [[320, false], [1200, false], [1600, true]]) {
      const page = await report(name, { width, dark });
      await page.screenshot({ path: join(to, `${name}-${width}.png`), fullPage: name !== 'chain' });
      await page.context().close();
    }
  }
}

let passed = 0;
for (const [name, body] of tests) {
  try {
    await body();
    passed++;
  } catch (problem) {
    console.log(`FAILED  ${name}\n        ${String(problem.message).replaceAll('\n', '\n        ')}`);
  }
  await Promise.all(browser.contexts().map((context) => context.close()));
}
if (process.env.SCREENSHOTS) await takePictures(process.env.SCREENSHOTS);
await browser.close();
console.log(`browser: ${passed} passed, ${tests.length - passed} failed`);
process.exitCode = passed === tests.length ? 0 : 1;
