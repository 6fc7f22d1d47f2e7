/** Help: parts, search, documents, and the way from a *Why?* to its rule. */
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { RULER_KINDS } from '../../src/renderer/src/chart/ruler/ruler-kinds.ts';
import { rulerStyle } from '../../src/renderer/src/chart/ruler/ruler-style.ts';
import { Refusal } from '../../src/renderer/src/components/refusal.tsx';
import { Why } from '../../src/renderer/src/components/why.tsx';
import { MARK_LABELS, WholeTimelineLegend } from '../../src/renderer/src/features/action/timeline/legend.tsx';
import { SCREENS } from '../../src/renderer/src/features/frame/screens.ts';
import { KEY_GROUPS } from '../../src/renderer/src/features/frame/shortcuts.ts';
// Loaded before a test waits for it: it brings all documents.
import '../../src/renderer/src/features/help/help-panel.tsx';
import { Help } from '../../src/renderer/src/features/help/help.tsx';
import { GLOSSARY, GLOSSARY_PATH, PAGES, textOf } from '../../src/renderer/src/features/help/pages.ts';
import { SCREEN_WORDS, wordsOf } from '../../src/renderer/src/features/help/screen-words.ts';
import { navigate } from '../../src/renderer/src/stores/address.ts';
import { closeHelp, type HelpPlace, openHelp, openHelpHere } from '../../src/renderer/src/stores/help.ts';
import { explanation } from '../../src/views/why/explanation.ts';
import { show } from './show.tsx';

const user = userEvent.setup();
const dialog = () => screen.findByRole('dialog', { name: 'Help' });
const search = () => screen.findByRole('searchbox', { name: 'Search help' });

afterEach(() => act(closeHelp));

function showHelp() {
  show(
    <>
      <Why of={explanation('Closed', ['It failed.'], ['R14', 'R44'])} />
      <Help
        keys={KEY_GROUPS}
        start={<p>What this is.</p>}
        marks={{ legend: <WholeTimelineLegend />, labels: MARK_LABELS }}
      />
    </>,
  );
}

async function open(place: HelpPlace) {
  showHelp();
  act(() => openHelp(place));
  await search();
}

test('from a screen it opens with the words that screen is about, then all keys', async () => {
  showHelp();
  act(() => navigate('/lab/runs/7'));
  act(openHelpHere);
  await search();
  expect(screen.getByRole('tab', { name: 'This screen' }).getAttribute('aria-selected')).toBe('true');
  const titles = within(screen.getByRole('tabpanel')).getAllByRole('heading');
  expect(titles.map(({ textContent }) => textContent)).toEqual([
    'Words of Lab',
    ...KEY_GROUPS.map(({ title }) => title),
  ]);
  for (const word of ['seed', 'sweep', 'front', 'sensitivity', 'interval, 95 %'])
    expect(screen.getByText(word), word).toBeTruthy();
  expect(screen.getByText('Play or pause')).toBeTruthy();
});

test('every screen of the navigation has words, and the glossary has every one of them', () => {
  const words = new Set(GLOSSARY.map(({ word }) => textOf(word)));
  for (const { path } of SCREENS) expect(wordsOf(path).words.length, path).toBeGreaterThan(2);
  const missing = Object.values(SCREEN_WORDS).flatMap((each) => each.words.filter((word) => !words.has(word)));
  expect(missing).toEqual([]);
});

test('each part has what it is called', async () => {
  await open({ part: 'start' });
  const expected = [
    ['Start', 'What this is.'],
    ['Keys', 'Play or pause'],
    ['Words', 'The Case owner is told, once, that an Action could not be completed (R14, R44, R47).'],
    ['Colours and patterns', 'Closed – Not Done Successfully'],
    ['Rules', 'A closed Action is never retried or reopened.'],
    ['Documents', 'Sending a response by hand'],
  ] as const;
  for (const [part, text] of expected) {
    await user.click(screen.getByRole('tab', { name: part }));
    expect(await within(await dialog()).findByText(text)).toBeTruthy();
  }
});

test('the legend shows every mark of a timeline and of a verdict', async () => {
  await open({ part: 'legend' });
  for (const label of [...MARK_LABELS, ...RULER_KINDS.map((kind) => rulerStyle(kind).label), 'Draft'])
    expect(screen.getAllByText(label).length, label).toBeGreaterThan(0);
});

test('search finds keys, words, rules, colours and documents by all words typed, and says where there is nothing', async () => {
  await open({ part: 'start' });
  const find = async (text: string) => {
    await user.clear(await search());
    await user.click(await search());
    await user.paste(text);
  };
  await find('escalation');
  const found = () => within(screen.getByRole('region', { name: 'Found' }));
  expect(found().getByRole('heading', { name: 'Words' })).toBeTruthy();
  expect(found().getByRole('heading', { name: 'Rules' })).toBeTruthy();
  expect(found().getByRole('heading', { name: 'Colours and patterns' })).toBeTruthy();
  await find('next retry');
  expect(found().getByRole('heading', { name: 'Keys' })).toBeTruthy();
  await find('wilson interval');
  await user.click(found().getByRole('button', { name: /The Lab › How to read the results/ }));
  expect(await screen.findByRole('article', { name: 'The Lab' })).toBeTruthy();
  await find('zeppelin');
  expect(found().getByText('Nothing matches “zeppelin”.')).toBeTruthy();
});

test('it can be searched at once, and its parts gone through by the arrow keys', async () => {
  await open({ part: 'start' });
  expect(document.activeElement).toBe(await search());
  await user.click(screen.getByRole('tab', { name: 'Start' }));
  await user.keyboard('{ArrowRight}{ArrowRight}');
  expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Words' }));
  expect(screen.getByRole('tab', { name: 'Words' }).getAttribute('aria-selected')).toBe('true');
});

test('a rule below a Why? leads to it among all rules', async () => {
  showHelp();
  await user.click(screen.getByRole('button', { name: 'Why? Closed' }));
  await user.click(await screen.findByRole('button', { name: 'Rule R44' }));
  await search();
  expect(screen.queryByRole('dialog', { name: 'Closed' })).toBeNull();
  const here = document.querySelector('[aria-current=true]');
  expect(here?.textContent).toMatch(/^R44An escalation moves the Case/);
});

test('so does a rule of a refusal', async () => {
  showHelp();
  show(<Refusal message="It is closed." rules={['R15']} />);
  await user.click(screen.getByRole('button', { name: 'Rule R15' }));
  await search();
  expect(document.querySelector('[aria-current=true]')?.textContent).toMatch(/^R15A closed Action/);
});

test('Tab goes through the rules of a Why? before it leaves', async () => {
  showHelp();
  await user.click(screen.getByRole('button', { name: 'Why? Closed' }));
  await user.tab();
  expect(document.activeElement?.textContent).toBe('R14');
  await user.tab();
  expect(document.activeElement?.textContent).toBe('R44');
  await user.tab();
  expect(screen.queryByRole('dialog', { name: 'Closed' })).toBeNull();
});

test('every document opens, and a link in one leads to another', async () => {
  await open({ part: 'documents' });
  for (const { title, path } of PAGES) {
    await user.selectOptions(screen.getByRole('combobox', { name: 'Document' }), path);
    expect(await screen.findByRole('article', { name: title })).toBeTruthy();
  }
  await user.selectOptions(screen.getByRole('combobox', { name: 'Document' }), 'docs/architecture.md');
  await user.click(screen.getAllByRole('button', { name: 'security.md' })[0] as HTMLElement);
  expect(await screen.findByRole('article', { name: 'Security' })).toBeTruthy();
});

test('every document of the project is in Help: a new one must be', () => {
  const files = Object.keys(import.meta.glob('../../docs/*.md')).map((path) => path.replace('../../', ''));
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((file) => file !== GLOSSARY_PATH && PAGES.every(({ path }) => path !== file))).toEqual([]);
});
