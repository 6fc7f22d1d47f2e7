/** A decision report from the command line: the figures of the run's JSON, everything escaped, nothing that runs or is loaded. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { main } from '../../src/main/commands/main.ts';
import { measureText } from '../../src/views/words/figure-text.ts';
import { share } from '../../src/views/words/figures.ts';
import { apiFile } from '../support/tallies.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const FILE = apiFile(
  { random: { failRate: 0.4, successRate: 0.9 }, outages: [{ from: '10:00', for: '20m', every: '1d' }] },
  { responseWithin: '40m', retry: { max: 2, first: '1m' } },
);

let file: string;
beforeEach(async () => {
  file = join(await temporaryFolder(), 'pay.yaml');
  await writeFile(file, stringify(FILE));
});

async function lab(...args: string[]): Promise<string> {
  let [out, err] = ['', ''];
  const never = () => Promise.reject(new Error('not for this command'));
  const output = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
  };
  const labWorkerUrl = new URL('../../src/main/lab-worker.ts', import.meta.url);
  await main(['lab', ...args], output, { version: '', openApp: never, serve: never, labWorkerUrl });
  expect(err).toBe('');
  return out;
}

/** What stands in the cells of a page, without its tags. */
const cellsOf = (html: string) =>
  [...html.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) =>
    cell
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/ +/g, ' ')
      .trim(),
  );

/** One after another, each with the 95 % interval after it. */
const shown = (cells: readonly string[], figure: string) => cells.some((cell) => cell.startsWith(figure));

describe('trigger-lab lab --out html', () => {
  it('of a sweep: the figures of the JSON, what is recommended, and the command that plays it again', async () => {
    const study = [file, '--trials', '2000', '--window', '1d', '--seed', '7', '--vary', 'retry.max=0,1,2,6'];
    const asked = ['--limit', 'escalatedPer1000<=100', '--measure', 'timeToEnd.p95'];
    const page = await lab(...study, ...asked, '--out', 'html');
    const { variants } = JSON.parse(await lab(...study, '--out', 'json'));
    const cells = cellsOf(page);
    for (const { escalatedPer1000, timeToEnd } of variants) {
      expect(shown(cells, escalatedPer1000.toFixed(1))).toBe(true);
      expect(shown(cells, measureText('duration', timeToEnd.p95))).toBe(true);
    }
    expect(page).toContain('<strong>Maximum retries 2</strong> keeps each limit with 95 % confidence');
    expect(page).toContain('Escalated to the Case owner, per 1,000: at most 100');
    expect(cells).toContain('2 now, recommended');
    expect(page).toContain('down from 10:00 for 20 min, every day');
    const [, command = ''] = /<pre>(.*)\n<\/pre>/.exec(page) ?? [];
    const words = command.replace('trigger-lab lab FILE', file).split(' ');
    expect(await lab(...words, ...asked, '--out', 'html')).toBe(page);
  });

  it('of a single configuration: every share with its interval', async () => {
    const study = [file, '--trials', '2000', '--window', '1d'];
    const page = await lab(...study, '--out', 'html');
    const { variants } = JSON.parse(await lab(...study, '--out', 'json'));
    for (const outcome of Object.values<{ share: number; low: number; high: number }>(variants[0].outcomes)) {
      if (outcome.share === 0) continue;
      const interval = `${share(outcome.low).replace(' %', '')} to ${share(outcome.high)}`;
      expect(page).toContain(`<dd>${share(outcome.share)} <small>(${interval})</small></dd>`);
    }
  });

  describe('of two settings', () => {
    const captions = (page: string) =>
      [...page.matchAll(/<table class="map"><caption>([^;<]*)/g)].map(([, caption]) => caption);
    // A response comes at once, so how long it is awaited makes no difference.
    const vary = ['--vary', 'retry.max=0,2,6', '--vary', 'responseWithin=40m,50m'];

    it('a map of what is asked for; of what the cheapest is chosen by, its range', async () => {
      const page = await lab(file, '--trials', '2000', ...vary, '--limit', 'escalatedPer1000<=100', '--out', 'html');
      expect(captions(page)).toEqual(['Escalated to the Case owner, per 1,000: at most 100']);
      expect(page).toMatch(/<p class="note">Calls per launch: 1\.00 to 1\.\d+\.<\/p>/);
      // Each setting has a heading of its own; marks are short, and the caption says what they mean.
      expect(page).toContain('class="axis">Maximum retries</th><th scope="colgroup" colspan="2">Response');
      expect(page).toMatch(/<caption>[^<]*; ● now, ◆ recommended<\/caption>/);
      expect(page).toMatch(/<td [^>]*class="marked">[^<]* ● ◆<\/td>/);
    });

    it('no map of what is the same everywhere', async () => {
      const study = [file, '--trials', '2000', '--vary', 'retry.max=2,3', '--vary', 'responseWithin=40m,50m'];
      const page = await lab(...study, '--measure', 'timeToConnection.p50,connected', '--out', 'html');
      expect(captions(page)).toEqual(['Connected']);
      expect(page).toContain('Time to connection, median: 0 s with every variant');
    });

    it('no duration finer than it is known', async () => {
      const page = await lab(file, '--trials', '2000', ...vary, '--measure', 'timeToEnd.p95', '--out', 'html');
      expect(page).not.toMatch(/min \d+ ms/);
    });
  });

  it('holds no script and loads nothing, whatever things are called', async () => {
    const odd = '<script>alert(1)<b>&"\'';
    const named = {
      ...FILE,
      actionTypes: { [odd]: Object.values(FILE.actionTypes as object)[0] },
    };
    const oddFile = join(await temporaryFolder(), 'odd.yaml');
    await writeFile(oddFile, stringify(named));
    const page = await lab(oddFile, '--trials', '100', '--vary', 'retry.max=0,1', '--out', 'html');
    expect(page).toContain('<h1>&lt;script&gt;alert(1)&lt;b&gt;&amp;&quot;&#39;: Maximum retries</h1>');
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\bon\w+=|url\(|href=/);
  });
});
