/** Summary, tags, chapters, looks and questions: they are kept wherever a file goes, and change nothing of what happens. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSimulator } from '../../src/main/create-simulator.ts';
import { Library } from '../../src/main/scenario/library.ts';
import { loadScenario } from '../../src/main/scenario/load.ts';
import type { Simulator } from '../../src/main/simulator.ts';
import { isRejection } from '../../src/shared/errors.ts';
import { play } from '../support/playing.ts';

const LESSON = `title: A manual retry
summary: Does a retry by hand count?
tags: [lesson, retries]
queues: [AP]
users: { dana: {}, omar: { queues: [AP] } }
externalApis: { erp: { url: https://erp.example.test/invoices, otherwise: { fail: refused } } }
actionTypes: { post: { externalApi: erp, allocation: { queue: AP } } }
cases: { C1: { owner: dana, process: [post] } }
steps:
  - chapter: Somebody is impatient
  - launch: { case: C1 }
  - show: { action: C1/post }
  - show: { queue: AP }   # where it would go
  - show: { inbox: omar }
  - say: The first automatic retry is a minute away. Omar does not want to wait.
  - ask: { question: Omar clicks Retry. What does the error bar count?, answers: [Still 0 of 5, 1 of 5, It starts again at 5], right: 2, because: A manual retry counts like an automatic one. }
  - retry: { action: C1/post, by: omar }
  - expect: { action: C1/post, retries: 1/5, calls: 2 }
`;

async function opened(): Promise<Simulator> {
  const simulator = await createSimulator({ dataDir: null, callbackBase: null, transport: 'direct' });
  onTestFinished(() => simulator.close());
  expect(await simulator.opener.openText('lesson.yaml', LESSON)).toEqual({ ok: true });
  return simulator;
}

function scenarioIn(text: string) {
  const loaded = loadScenario(text, 'again.yaml');
  return loaded.ok ? loaded.scenario : expect.unreachable(JSON.stringify(loaded.problems));
}

describe('what is for an audience', () => {
  it('changes nothing: with and without it, on both transports, the trace and the world are the same', async () => {
    const silent = LESSON.replace(/^ {2}- (chapter|show|say|ask): .*\n/gm, '').replace(/^(summary|tags): .*\n/gm, '');
    expect(silent).not.toContain('ask');
    const expected = await play(silent);
    for (const transport of ['direct', 'http'] as const) {
      const { failures, trace, world } = await play(LESSON, { transport });
      expect({ failures, trace, world }).toEqual({ failures: [], trace: expected.trace, world: expected.world });
    }
  });

  it('is taken by the player step by step, and passes', async () => {
    const { player } = await opened();
    for (const verb of ['chapter', 'launch', 'show', 'show', 'show', 'say', 'ask', 'retry', 'expect']) {
      const position = player.state()?.position ?? expect.unreachable();
      expect(player.state()?.steps[position]).toMatchObject({ verb, state: 'pending' });
      expect(await player.step()).toMatchObject({ step: { state: 'passed' } });
      expect(player.state()?.steps[position]).toMatchObject({ state: 'passed', failures: [] });
    }
  });

  it('says the new names of queues and people after they were renamed; what is only text stays', async () => {
    const simulator = await opened();
    for (const [section, name, to] of [
      ['queues', 'AP', 'Accounts Payable'],
      ['users', 'omar', 'Omar Haddad'],
    ] as const) {
      expect(isRejection(await simulator.workspace.acts.act({ type: 'renameDefinition', section, name, to }))).toBe(
        false,
      );
    }
    const { text } = simulator.exportScenario();
    expect(text).toContain('- show: { queue: Accounts Payable } # where it would go');
    expect(text).toContain('- show: { inbox: Omar Haddad }');
    expect(text).toContain('question: Omar clicks Retry.');
    expect(scenarioIn(text).tags).toEqual(['lesson', 'retries']);
  });

  it('goes along in an export; what was done in its place is no lesson', async () => {
    const simulator = await opened();
    expect(simulator.exportScenario().text).toBe(LESSON);
    await simulator.workspace.acts.act({ type: 'launchCase', case: 'C1' });
    const { summary, tags } = scenarioIn(simulator.exportScenario().text);
    expect({ summary, tags }).toEqual({ summary: 'Does a retry by hand count?', tags: ['retries'] });
    const copied = simulator.exportAction('C1/post');
    if (isRejection(copied)) expect.unreachable(copied.message);
    else expect(scenarioIn(copied.text)).not.toHaveProperty('tags');
  });
});

describe('the library', () => {
  it('lists titles, summaries and tags, and nothing of what happens', async () => {
    const library = new Library();
    const entries = await library.entries();
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    for (const entry of entries) {
      const { text } = (await library.text(entry.id)) ?? expect.unreachable(entry.id);
      const { title, summary, tags, steps } = scenarioIn(text);
      expect(entry).toEqual({
        id: entry.id,
        group: tags?.includes('lesson') ? 'course' : 'library',
        title,
        summary,
        tags,
        stepCount: steps.length,
        questionCount: steps.filter((step) => 'ask' in step).length,
      });
    }
  });

  it('has the lessons first', async () => {
    const groups = (await new Library().entries()).map(({ group }) => group);
    expect(groups.indexOf('library')).toBeGreaterThan(0);
    expect(groups.lastIndexOf('course')).toBeLessThan(groups.indexOf('library'));
  });

  it('gives no file beside it', async () => {
    for (const id of ['../package', '../scenarios/01-done-successfully', 'none', '']) {
      expect(await new Library().text(id)).toBeNull();
    }
  });
});
