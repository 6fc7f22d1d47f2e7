/**
 * `npm run pictures`: the README's pictures, taken of the real app on the sample workspace, and the film of a lesson. Needs the build.
 * `npm run pictures -- stage.png` takes one of them. Run it when a screen changed, look at what it made, commit it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filmLesson } from './lib/lesson-film.ts';
import { type Ask, type PicturedApp, withPicturedApp } from './lib/pictured-app.ts';
import { ROOT } from './lib/tool.ts';

interface Picture {
  readonly file: string;
  readonly address: string;
  readonly scheme: 'light' | 'dark';
  /** Of the window; 1280 without it. */
  readonly width?: number;
  readonly height: number;
  /** What must be there before it is taken; a region of the Case or Action without it. */
  readonly awaits?: string;
  /** A choice to make first, by its label. */
  readonly presses?: string;
  /** The picture is of what was awaited, not of the whole window. */
  readonly isPart?: boolean;
  /** Brings the workspace where it is to be seen; the part of the address that it decides. */
  readonly prepare?: (ask: Ask) => Promise<string>;
}

/** Opens a scenario, without the bar that leads back. */
async function openScenario(ask: Ask, id: string): Promise<void> {
  await ask('/scenarios/open', { id });
  await ask('/workspaces/stay', {});
}

const openFlaky = (ask: Ask) => openScenario(ask, '16-flaky-api-forty-cases');

const openEscalated = async (ask: Ask) => {
  await openScenario(ask, '05-five-retries-and-escalation');
  await ask('/scenarios/run', {});
  return '';
};

/** Plays a study of the flaky API, and leads to its run. */
const study = (what: object) => async (ask: Ask) => {
  await openFlaky(ask);
  const asked = { actionTypeName: 'post-entry', trialCount: 40_000, seed: 1, windowMs: 1_200_000 };
  return ((await ask('/lab/runs', { ...asked, ...what })) as { id: string }).id;
};
const retries = (name: string, max: number) => ({ name, changes: [{ path: 'retry.max', value: max }] });

const PICTURES: readonly Picture[] = [
  { file: 'case.png', address: '#/cases/INV-1002', scheme: 'light', height: 800 },
  {
    file: 'action.png',
    address: '#/cases/INV-1001/actions/post-invoice',
    scheme: 'light',
    height: 800,
    awaits: '[role="tab"]',
  },
  {
    file: 'action-dark.png',
    address: '#/cases/INV-1001/actions/post-invoice',
    scheme: 'dark',
    height: 800,
    awaits: '[role="tab"]',
  },
  { file: 'builder.png', address: '#/builder/post-invoice', scheme: 'light', height: 960, awaits: '.recharts-surface' },
  {
    file: 'compare.png',
    address: '#/builder/compare?a=post-invoice&b=%2Fsystem-wide',
    scheme: 'light',
    height: 960,
    awaits: '.recharts-surface',
  },
  {
    file: 'external-api.png',
    address: '#/external-apis/ledger',
    scheme: 'light',
    height: 960,
    awaits: 'section[aria-label="Configuration"]',
  },
  {
    file: 'dashboard.png',
    address: '#/dashboard',
    scheme: 'light',
    height: 960,
    awaits: '.recharts-surface',
    prepare: async (ask) => {
      await openFlaky(ask);
      await ask('/act', { type: 'launchCases', caseType: 'invoice', count: 40, every: '20s' });
      await ask('/clock/advance', { by: '2h' });
      return '';
    },
  },
  {
    file: 'lab.png',
    address: '#/lab/runs/',
    scheme: 'light',
    height: 1000,
    awaits: 'text=finished',
    prepare: study({ variants: [retries('three retries', 3), retries('one retry', 1), retries('eight retries', 8)] }),
  },
  {
    file: 'lab-sweep.png',
    address: '#/lab/runs/',
    scheme: 'light',
    height: 1000,
    awaits: 'text=finished',
    prepare: study({ vary: ['retry.max=0..6', 'retry.first=15s,30s,1m,2m,4m,8m'] }),
  },
  {
    file: 'stage.png',
    address: '#/stage/INV-1006/post-entry',
    scheme: 'light',
    width: 1920,
    height: 1080,
    awaits: '[aria-label="Timeline by event"]',
    prepare: openEscalated,
  },
  {
    file: 'lanes.png',
    address: '#/cases/INV-1006/actions/post-entry',
    scheme: 'light',
    width: 1600,
    height: 900,
    awaits: 'section[aria-label="Timeline"]',
    presses: 'By event',
    isPart: true,
    prepare: openEscalated,
  },
];

const FILM = 'lesson.webp';

async function take({ ask, open }: PicturedApp, picture: Picture): Promise<Buffer> {
  const { address, scheme, width = 1280, height, awaits, presses, isPart = false, prepare } = picture;
  const place = prepare === undefined ? '' : await prepare(ask);
  const page = await open(`${address}${place}`, { width, height, scheme });
  const subject = awaits === undefined ? page.getByRole('region', { name: /^(Case|Action) / }) : page.locator(awaits);
  await subject.first().waitFor();
  if (presses !== undefined) await page.getByText(presses, { exact: true }).first().click();
  const taken = await (isPart ? subject.first() : page).screenshot({ animations: 'disabled' });
  await page.close();
  return taken;
}

const wanted = process.argv.slice(2);
const folder = join(ROOT, 'docs/images');
mkdirSync(folder, { recursive: true });
await withPicturedApp(async (app) => {
  const all = [
    ...PICTURES.map((picture) => ({ file: picture.file, make: () => take(app, picture) })),
    { file: FILM, make: () => filmLesson(app) },
  ];
  for (const { file, make } of all) {
    if (wanted.length > 0 && !wanted.includes(file)) continue;
    writeFileSync(join(folder, file), await make());
    console.log(`docs/images/${file}`);
  }
});
