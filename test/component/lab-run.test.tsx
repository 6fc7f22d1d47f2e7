import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { StudyForm } from '../../src/renderer/src/features/lab/form/study-form.tsx';
import { studySetting } from '../../src/renderer/src/features/lab/form/study-setting.ts';
import { RunScreen } from '../../src/renderer/src/features/lab/run/run-screen.tsx';
import { type ScenarioText, scenario } from '../../src/shared/scenario.ts';
import { playedRun } from './played-run.ts';
import { show } from './show.tsx';
import { accept, askedOfLab, elsewhere, haveRun, notedApplied, openWorkspace } from './world.tsx';

vi.mock('../../src/renderer/src/client/client.ts', () => import('./world.tsx'));

/** Down from 10:00 for 20 min: a retry after 20 min always gets through, sooner ones as the launch falls. */
const DEFINITIONS = {
  users: { dana: {} },
  externalApis: {
    erp: {
      url: 'https://erp.example.test/invoices',
      otherwise: { respond: { outcome: 'success', after: '5m' } },
      outages: [{ from: '10:00', for: '20m', every: '1d' }],
    },
  },
  actionTypes: { post: { externalApi: 'erp', retry: { max: 2, first: '1m' }, responseWithin: '20m' } },
} satisfies ScenarioText;
const DEFINED = z.decode(scenario, DEFINITIONS);
const GRID = ['retry.max=0..3', 'retry.first=1m,5m,20m'];

const user = userEvent.setup();
const section = (name: string) => within(screen.getByRole('region', { name }));
const marked = (word: string) =>
  screen
    .getAllByText(word)
    .map((mark) => mark.closest('tr')?.querySelector('th')?.textContent)
    .filter((row) => row !== undefined);

async function opened(played: Partial<Parameters<typeof playedRun>[1]> = {}) {
  const world = openWorkspace(DEFINITIONS);
  haveRun(playedRun(DEFINED, { actionTypeName: 'post', vary: GRID, ...played }));
  show(<RunScreen id="run" />);
  await screen.findByRole('region', { name: 'In short' });
  return world;
}

describe('a sweep', () => {
  test('names one best in its headline, on its map, on its front and where it recommends', async () => {
    await opened();
    const best = /^Maximum retries 1, first interval 20 min/;
    expect(section('In short').getByText(best).textContent).toContain('survives the outage');
    expect(section('Recommend').getByRole('status').textContent).toMatch(best);
    expect(marked('recommended')).toContain('1');
    expect(section('Front').getAllByText(/\(recommended\)/)[0]?.textContent).toMatch(best);
  });

  test('that still runs says of how many lives it is, and that it may change, and still names one best', async () => {
    await opened({ playedCount: 1_000, trialCount: 100_000 });
    expect(
      section('In short').getByText(
        /^So far 1,000 of 100,000 trials of each variant, launches spread over 24 h, nights included: this may still change\.$/,
      ),
    ).toBeTruthy();
    const named = section('Recommend').getByRole('status').querySelector('strong')?.textContent ?? 'none';
    expect(
      section('In short').getAllByText((text) => text.includes(named) || text.includes(named.toLowerCase())),
    ).toBeTruthy();
  });

  test('says once what ends alike', async () => {
    await opened();
    const lines = section('Front')
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent ?? '');
    expect(lines.some((line) => /, and \d+ more that end alike: calls per launch /.test(line))).toBe(true);
    const ends = lines.map((line) => line.split(': ').at(-1));
    expect(new Set(ends).size).toBe(ends.length);
  });

  test('whose best is at the end of what was tried says so, and tries on by one click', async () => {
    await opened();
    expect(section('Recommend').getByText('First interval 20 min is the most you tried.')).toBeTruthy();
    await user.click(section('Recommend').getByRole('button', { name: 'Try more' }));
    await waitFor(() => expect(askedOfLab).toHaveLength(1));
    expect(askedOfLab[0]).toMatchObject({
      actionTypeName: 'post',
      windowMs: 86_400_000,
      vary: ['retry.max=0,1,2,3', 'retry.first=1m,5m,20m,40m,1h20m,2h40m,5h20m'],
    });
    expect(askedOfLab[0]).not.toHaveProperty('drafted');
  });

  test('says which settings were saved, since when, takes them back, and tells now from then', async () => {
    await opened();
    expect(marked('now')).toEqual(['2']);
    await user.click(section('Recommend').getByRole('button', { name: 'Use these settings' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Save' }));
    await accept();
    const used = await section('In short').findByText(
      /^In use since .*2026.*: Maximum retries 1 \(before: 2\), first interval 20 min \(before: 1 min\)\./,
    );
    expect(notedApplied.at(-1)).toMatchObject({ id: 'run', changes: [{ path: 'retry.max', from: 2, to: 1 }, {}] });
    expect(marked('when it ran')).toEqual(['2']);
    expect(marked('now')).toEqual(['1']);
    await user.click(within(used).getByRole('button', { name: 'Undo' }));
    await accept();
    expect(await section('In short').findByText(/^Used at .*, no longer in use: Maximum retries 1/)).toBeTruthy();
    expect(marked('now')).toEqual(['2']);
  });

  test('names every wait: of what was played, and of what is recommended', async () => {
    await opened();
    expect(screen.getByText(/2 retries after 1 min and 2 min; up to 20 min for the response$/)).toBeTruthy();
    expect(section('Recommend').getByText('It waits: a retry after 20 min')).toBeTruthy();
  });
});

describe('Vary …', () => {
  test('leads to the form with all of the study, of settings that are not saved too', async () => {
    const world = await opened({ vary: [], windowMs: 3_600_000, playedCount: 20_000 });
    const { externalApi } = playedRun(DEFINED, { actionTypeName: 'post', playedCount: 1 }).configured;
    await elsewhere(world, {
      type: 'saveDefinition',
      definition: { section: 'externalApis', name: 'erp', value: { ...externalApi, outages: [] } },
    } as Parameters<typeof elsewhere>[1]);
    await waitFor(() =>
      expect(section('In short').getByText('The External API was changed since it ran.')).toBeTruthy(),
    );
    await user.click(screen.getByRole('button', { name: 'Vary …' }));
    show(<StudyForm setting={studySetting(world)} />);
    expect(screen.getByRole('textbox', { name: 'Trials' })).toHaveProperty('value', '20,000');
    expect(
      screen.getByText(/^Played with the settings of “A study”, which are not the ones configured now\./),
    ).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Run' }));
    await waitFor(() => expect(askedOfLab).toHaveLength(1));
    expect(askedOfLab[0]).toMatchObject({
      windowMs: 3_600_000,
      vary: [expect.stringMatching(/^retry\.max=0,1,2/), expect.stringMatching(/^retry\.first=/)],
      drafted: { externalApi: { outages: [{ from: '10:00' }] } },
    });
  });
});
