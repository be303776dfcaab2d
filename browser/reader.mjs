// Opens a report like a reader does: from the disk, with an eye on what it must never do.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

export async function start() {
  return chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
}

/**
 * A page on a report in `folder`. Its `complaints` are console messages, errors of scripts, and requests other than for the
 * file itself.
 */
export async function open(browser, folder, { width = 1200, height = 900, dark = false } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' });
  const page = await context.newPage();
  const address = pathToFileURL(join(folder, 'execution_report.html')).href;
  page.complaints = [];
  page.on('console', (message) => page.complaints.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => page.complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (request.url() !== address) page.complaints.push(`request: ${request.url()}`);
  });
  const begun = Date.now();
  await page.goto(address, { waitUntil: 'load' });
  page.openedIn = Date.now() - begun;
  return page;
}

/** The data that the page carries. */
export function dataOf(page) {
  return page.evaluate(() => JSON.parse(document.getElementById('data').textContent));
}

/** The numbers of the bars that the chart has, and their labels. */
export function barsOf(page) {
  return page.evaluate(() => {
    const option = echarts.getInstanceByDom(document.getElementById('timeline')).getOption();
    const label = option.yAxis[0].axisLabel.formatter;
    return option.series[0].data.map(([from, to, number]) => ({ from, to, label: label(String(number)).trim() }));
  });
}

/** Where the middle of a bar is in the window. */
export function placeOf(page, number) {
  return page.evaluate((row) => {
    const element = document.getElementById('timeline');
    element.scrollIntoView({ block: 'center' });
    const chart = echarts.getInstanceByDom(element);
    const [from, to] = chart.getOption().series[0].data[row];
    const [x, y] = chart.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [(from + to) / 2, row]);
    const box = element.getBoundingClientRect();
    return { x: box.left + x, y: box.top + y };
  }, number);
}
