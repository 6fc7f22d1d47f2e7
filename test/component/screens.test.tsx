import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { ActionTypesScreen } from '../../src/renderer/src/features/builder/action-types/action-types-screen.tsx';
import { ApiEditor } from '../../src/renderer/src/features/external-apis/editor/api-editor.tsx';
import { LabDayScreen } from '../../src/renderer/src/features/lab/day/day-screen.tsx';
import { StudyForm } from '../../src/renderer/src/features/lab/form/study-form.tsx';
import { studySetting } from '../../src/renderer/src/features/lab/form/study-setting.ts';
import { SettingsScreen } from '../../src/renderer/src/features/settings/settings-screen.tsx';
import { useWorkspace } from '../../src/renderer/src/stores/workspace.ts';
import type { ScenarioText } from '../../src/shared/scenario.ts';
import { show } from './show.tsx';
import { accept, asked, elsewhere, openWorkspace } from './world.tsx';

vi.mock('../../src/renderer/src/client/client.ts', () => import('./world.tsx'));

const DEFINITIONS = {
  queues: ['AP'],
  users: { dana: {} },
  externalApis: { erp: { url: 'https://erp.example.test/invoices', calls: [{ fail: 'refused' }, { status: 503 }] } },
  actionTypes: { post: { title: 'Post', externalApi: 'erp' } },
} satisfies ScenarioText;

/** The page of an API, as far as it is a form. */
function Erp() {
  const api = useWorkspace(({ world }) => world?.externalApis.get('erp'));
  return api === undefined ? null : <ApiEditor name="erp" api={api} />;
}

const user = userEvent.setup();
const number = (name: string) => screen.getByRole('spinbutton', { name });
const text = (name: string) => screen.getByRole('textbox', { name });
const press = (name: string) => user.click(screen.getByRole('button', { name }));
const retype = async (field: HTMLElement, typed: string) => {
  await user.clear(field);
  await user.paste(typed);
};

describe('every form keeps what is typed while a save is on its way', () => {
  test('Settings', async () => {
    const world = openWorkspace(DEFINITIONS);
    show(<SettingsScreen />);
    await retype(number('Maximum retries'), '7');
    await press('Save');
    await retype(text('Call timeout'), '10s');
    await accept();
    expect(world.settings.retry.max).toBe(7);
    expect(text('Call timeout')).toHaveProperty('value', '10s');
    await press('Save');
    await accept();
    expect(world.settings).toMatchObject({ callTimeout: 10_000, retry: { max: 7 } });
    // What was saved already is not saved again.
    expect(asked.at(-1)).toMatchObject({ definition: { change: { callTimeout: 10_000 } } });
    expect(screen.queryByRole('button', { name: 'Discard changes' })).toBeNull();
  });

  test('an External API', async () => {
    const world = openWorkspace(DEFINITIONS);
    show(<Erp />);
    await retype(text('URL'), 'https://erp.example.test/v2');
    await press('Save');
    await retype(text('URL'), 'https://erp.example.test/v3');
    await accept();
    expect(world.externalApis.get('erp')?.definition.url).toBe('https://erp.example.test/v2');
    expect(text('URL')).toHaveProperty('value', 'https://erp.example.test/v3');
    await press('Save');
    await accept();
    expect(world.externalApis.get('erp')?.definition.url).toBe('https://erp.example.test/v3');
  });

  test('an Action type', async () => {
    const world = openWorkspace(DEFINITIONS);
    show(<ActionTypesScreen name="post" />);
    await retype(text('Title'), 'Post invoice');
    await press('Save');
    await retype(text('Due date'), '8h');
    await accept();
    expect(world.actionTypes.get('post')?.title).toBe('Post invoice');
    expect(text('Due date')).toHaveProperty('value', '8h');
  });
});

describe('every form goes to its first field that is wrong', () => {
  test('Settings', async () => {
    openWorkspace(DEFINITIONS);
    show(<SettingsScreen />);
    await retype(text('Call timeout'), '0s');
    await retype(number('Factor'), '0');
    await press('Save');
    expect(document.activeElement).toBe(number('Factor'));
    expect(asked).toEqual([]);
  });

  test('an External API, also in a row that was closed', async () => {
    openWorkspace(DEFINITIONS);
    show(<Erp />);
    const row = screen.getByRole('listitem', { name: 'Call 2' });
    await user.click(within(row).getByRole('button', { name: 'Call 2' }));
    await user.clear(within(row).getByRole('spinbutton', { name: 'Status' }));
    await user.click(within(row).getByRole('button', { name: 'Call 2' }));
    await press('Save');
    expect(document.activeElement).toBe(within(row).getByRole('spinbutton', { name: 'Status' }));
  });
});

describe('an outage', () => {
  test('of a preset begins now by the clock, and the field says how else to type it', async () => {
    openWorkspace(DEFINITIONS);
    show(<Erp />);
    await press('Presets');
    await user.click(await screen.findByRole('menuitem', { name: 'Down for a while' }));
    const from = await screen.findByRole('textbox', { name: 'From' });
    expect(from).toHaveProperty('value', '09:00');
    expect(from.closest('div')?.parentElement?.textContent).toContain(
      'First at 09:00:00. Type 10:00, 2026-01-06 10:00, or +31m since the start',
    );
  });

  test('is typed as people say it, saved as files have it, and says that it has no effect inside another', async () => {
    openWorkspace(DEFINITIONS);
    show(<Erp />);
    await press('Add outage');
    const outage = (index: number) => within(screen.getByRole('listitem', { name: `Outage ${index}` }));
    // It starts at the next round hour after now.
    expect(outage(1).getByRole('textbox', { name: 'From' })).toHaveProperty('value', '10:00');
    await retype(outage(1).getByRole('textbox', { name: 'For' }), '1:30');
    await user.selectOptions(outage(1).getByRole('combobox', { name: 'Repeats' }), 'Monday to Friday');
    screen.getByRole('img', { name: /: down from 10:00 for 1 h 30 min, Monday to Friday; now 09:00:00, in none$/ });
    await press('Add outage');
    expect(outage(2).getByText('No effect: outage 1 covers all of it.')).toBeDefined();
    await retype(outage(2).getByRole('textbox', { name: 'From' }), '11:20');
    expect(outage(2).queryByText(/No effect/)).toBeNull();
    await press('Save');
    const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];
    expect(asked.at(-1)).toMatchObject({
      definition: {
        value: { outages: [{ from: '10:00', for: 5_400_000, every: 86_400_000, on: days }, { from: '11:20' }] },
      },
    });
  });
});

describe('what is run rather than saved', () => {
  test('a study: its first field that is wrong, and what was typed when one comes back', async () => {
    const setting = studySetting(openWorkspace(DEFINITIONS));
    const put = show(<StudyForm setting={setting} />);
    expect(text('Launches spread over')).toHaveProperty('value', '1d');
    await retype(text('Launches spread over'), 'soon');
    await retype(text('Trials'), 'many');
    await press('Run');
    expect(document.activeElement).toBe(text('Trials'));
    expect(screen.getByText('Expected a whole number from 1 to 1,000,000,000.')).toBeTruthy();
    put(null);
    put(<StudyForm setting={setting} />);
    expect(text('Trials')).toHaveProperty('value', 'many');
  });

  test('a working day: the same, by the limits of what the Lab is asked', async () => {
    openWorkspace(DEFINITIONS);
    const put = show(<LabDayScreen />);
    await retype(number('Days to play'), '501');
    const row = () => screen.getByRole('listitem', { name: 'Person 1' });
    await retype(within(row()).getByRole('textbox', { name: 'Time per item' }), '1ms');
    await press('Play days');
    expect(document.activeElement).toBe(number('Days to play'));
    expect(screen.getByText('Expected a whole number from 1 to 500.')).toBeTruthy();
    expect(within(row()).getByText('Expected at least 1s.')).toBeTruthy();
    put(null);
    put(<LabDayScreen />);
    expect(within(row()).getByRole('textbox', { name: 'Time per item' })).toHaveProperty('value', '1ms');
  });
});

describe('a retry pattern', () => {
  test('is the same fields in Settings and in an Action type', () => {
    openWorkspace(DEFINITIONS);
    const labels = () => [
      ...screen.getAllByRole('spinbutton').map((field) => field.getAttribute('id') && labelOf(field)),
    ];
    const put = show(<SettingsScreen />);
    const system = labels();
    put(<ActionTypesScreen name="post" />);
    expect(labels()).toEqual(system);
    expect(system).toEqual(['Maximum retries', 'Factor', 'Jitter']);
  });

  test('that follows the system-wide one becomes its own as one types in it (S3)', async () => {
    const world = openWorkspace(DEFINITIONS);
    show(<ActionTypesScreen name="post" />);
    await elsewhere(world, {
      type: 'saveDefinition',
      definition: { section: 'settings', change: { retry: { max: 9, factor: 3 } } },
    });
    expect(number('Maximum retries')).toHaveProperty('value', '9');
    await retype(number('Maximum retries'), '2');
    expect(screen.getByRole('radio', { name: 'Has its own' })).toHaveProperty('checked', true);
    await press('Save');
    await accept();
    expect(world.actionTypes.get('post')?.retry).toMatchObject({ max: 2, factor: 3 });
  });

  test('beyond the product’s slider it says so, and is saved nevertheless (S1)', async () => {
    const world = openWorkspace(DEFINITIONS);
    show(<SettingsScreen />);
    await retype(number('Maximum retries'), '11');
    expect(screen.getByText(/^Above 10: beyond/)).toBeTruthy();
    await press('Save');
    await accept();
    expect(world.settings.retry.max).toBe(11);
  });
});

const labelOf = (field: HTMLElement) => document.querySelector(`label[for="${field.id}"]`)?.textContent;
