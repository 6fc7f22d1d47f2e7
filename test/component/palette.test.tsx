/** What the palette offers, and that keys lead into a list. */
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { enterList } from '../../src/renderer/src/features/frame/list-keys.ts';
import { commandsFor, matching } from '../../src/renderer/src/features/frame/palette-commands.tsx';
import { openVerbs } from '../../src/renderer/src/features/frame/palette-places.ts';
import { SettingsScreen } from '../../src/renderer/src/features/settings/settings-screen.tsx';
import { focusField } from '../../src/renderer/src/form/focus-field.ts';
import { navigate, paths } from '../../src/renderer/src/stores/address.ts';
import { retryPattern, settings } from '../../src/shared/definitions.ts';
import { labelOf } from '../../src/shared/field.ts';
import type { ScenarioText } from '../../src/shared/scenario.ts';
import { show } from './show.tsx';
import { openWorkspace } from './world.tsx';

vi.mock('../../src/renderer/src/client/client.ts', () => import('./world.tsx'));
afterEach(cleanup);

const WORKSPACE = {
  users: { dana: {} },
  externalApis: { erp: { url: 'https://erp.example.test/x' } },
  actionTypes: { post: { externalApi: 'erp' } },
  caseTypes: { invoice: { owner: 'dana', process: ['post'] } },
  cases: { C1: { type: 'invoice' }, C2: { type: 'invoice' } },
} satisfies ScenarioText;

const labels = (typed: string) =>
  matching(commandsFor(openWorkspace(WORKSPACE)), typed.split(' ')).map(({ label }) => label);

test.each([
  ['new case', 'New Case'],
  ['launch', 'Launch C1'],
  ['launch c2', 'Launch C2'],
  ['export', 'Export workspace'],
  ['switch erp', 'Switch erp to Down'],
  ['outage', 'Switch erp to Silent'],
  ['maximum retries', 'Set maximum retries'],
  ['call timeout', 'Set call timeout'],
  ['rename', 'Rename'],
  ['duplicate', 'Duplicate'],
  ['backups', 'Backups'],
  ['empty', 'New empty workspace'],
  ['start over', 'New sample workspace'],
  ['open', 'Open…'],
  ['theme', 'Theme system'],
  ['version', 'About Trigger Lab'],
  ['updates', 'Check for updates'],
  ['licences', 'Third-party notices'],
  ['docs', 'Documents'],
  ['help', 'Help'],
  ['glossary', 'Glossary'],
  ['escalation', 'Watch an outage end in an escalation'],
  ['dashboard', 'Dashboard'],
  ['case types', 'Case types'],
])('“%s” finds %s', (typed, label) => {
  expect(labels(typed)).toContain(label);
});

test('it offers a stage where an Action is looked at, and nowhere else', () => {
  navigate(paths.home);
  expect(labels('stage')).not.toContain('Stage');
  navigate('/cases/C1/actions/post');
  expect(labels('stage')).toContain('Stage');
});

test('it opens scenarios of the library and the other workspaces, by name', () => {
  const verbs = openVerbs({
    scenarios: [{ id: '16', title: 'A flaky API and forty Cases' }],
    workspaces: [
      { id: 'first', name: 'Invoices', isOpen: true },
      { id: 'b', name: 'Orders 2027', isOpen: false },
    ],
  });
  const found = (typed: string) => matching(verbs, typed.split(' ')).map(({ label }) => label);
  expect(found('open scenario flaky')).toEqual(['Open scenario “A flaky API and forty Cases”']);
  expect(found('open workspace')).toEqual(['Open workspace “Orders 2027”']);
  expect(found('orders')).toEqual(['Open workspace “Orders 2027”']);
  // Not before anything is typed.
  expect(matching(verbs, [])).toEqual([]);
});

test('what it does is listed once: no two entries are the same to React', () => {
  const ids = commandsFor(openWorkspace(WORKSPACE)).map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('an API is never switched to what it is, nor to Real where it is not on this machine', () => {
  expect(labels('switch erp')).not.toContain('Switch erp to As configured');
  expect(labels('switch erp')).not.toContain('Switch erp to Real');
});

test('every setting can be gone to by its label', () => {
  openWorkspace(WORKSPACE);
  show(<SettingsScreen />);
  const { retry: _, ...others } = settings.shape;
  const fields = [...Object.values(retryPattern.shape), ...Object.values(others)].map(labelOf);
  for (const label of fields) {
    (document.activeElement as HTMLElement | null)?.blur();
    focusField(document, label);
    expect(document.activeElement, label).not.toBe(document.body);
  }
  focusField(document, 'Maximum retries');
  expect(document.activeElement).toBe(
    document.querySelector('form')?.querySelector('input[inputmode], input[type=number], [role=spinbutton]'),
  );
});

test('↓ leads into the list of the screen, from the navigation, the search field or nowhere, and not from a field', () => {
  render(
    <>
      <nav>
        <a href="#/cases">Cases</a>
      </nav>
      <main id="main">
        <input type="search" />
        <input type="text" />
        <table>
          <tbody>
            <tr tabIndex={-1} />
            <tr tabIndex={0} aria-label="C2" />
          </tbody>
        </table>
      </main>
    </>,
  );
  const row = document.querySelector('[aria-label=C2]');
  for (const from of [document.body, document.querySelector('a'), document.querySelector('[type=search]')]) {
    (document.activeElement as HTMLElement | null)?.blur();
    expect(enterList(from)).toBe(true);
    expect(document.activeElement).toBe(row);
  }
  expect(enterList(document.querySelector('[type=text]'))).toBe(false);
  expect(enterList(row)).toBe(false);
});
