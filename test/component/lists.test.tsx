/** Lists and dialogs: what stays where one works on it, and what the screen says of it. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { handle } from '../../src/engine/handle.ts';
import { Info } from '../../src/renderer/src/features/action/info.tsx';
import { BuilderQueuesScreen } from '../../src/renderer/src/features/builder/people/builder-queues-screen.tsx';
import { CasesScreen } from '../../src/renderer/src/features/cases/cases-screen.tsx';
import { NewApiDialog } from '../../src/renderer/src/features/external-apis/new-api-dialog.tsx';
import { SwitchControl } from '../../src/renderer/src/features/external-apis/switch-control.tsx';
import { QueuesScreen } from '../../src/renderer/src/features/people/queues-screen.tsx';
import { navigate } from '../../src/renderer/src/stores/address.ts';
import { view, viewAs } from '../../src/renderer/src/stores/view.ts';
import { useWorkspace, workspace } from '../../src/renderer/src/stores/workspace.ts';
import type { Input } from '../../src/shared/inputs.ts';
import type { ScenarioText } from '../../src/shared/scenario.ts';
import type { World } from '../../src/shared/world.ts';
import { show } from './show.tsx';
import { accept, openWorkspace, START } from './world.tsx';

vi.mock('../../src/renderer/src/client/client.ts', () => import('./world.tsx'));

const HOUR = 3_600_000;

const DEFINITIONS = {
  queues: ['AP', 'Treasury'],
  users: { dana: {}, omar: { queues: ['AP'] } },
  externalApis: { erp: { url: 'https://erp.example.test/invoices' } },
  actionTypes: {
    check: { title: 'Check the invoice', manual: true, due: '2h', allocation: { queue: 'AP' } },
    pay: { title: 'Pay', manual: true, allocation: { queue: 'Treasury' } },
  },
  cases: { C1: { owner: 'dana', process: ['check'] }, C2: { owner: 'dana', process: [['check', 'pay']] } },
} satisfies ScenarioText;

const user = userEvent.setup();
const rows = (table: string) =>
  within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .flatMap((row) => row.getAttribute('aria-label') ?? []);
const row = (name: string) => screen.getByRole('row', { name });
const perform = (world: World, input: Input, at = START) => {
  const facts = handle(world, input, at);
  if (!Array.isArray(facts)) throw new Error(facts.message);
};

/** Both Cases launched, C1 an hour before C2; the clock stands five hours after the start. */
function launched(): World {
  const world = openWorkspace(DEFINITIONS);
  perform(world, { type: 'launchCase', case: 'C1' });
  perform(world, { type: 'launchCase', case: 'C2' }, START + HOUR);
  perform(world, { type: 'dueDate', actionRef: 'C1/check' }, START + 2 * HOUR);
  workspace.setState(({ clock }) => ({ clock: clock && { ...clock, now: START + 5 * HOUR } }));
  return world;
}

beforeEach(() => {
  viewAs(null);
  navigate('/queues');
});

describe('what waits for people', () => {
  test('after Take a row stays where it is until one leaves the list', async () => {
    launched();
    show(<QueuesScreen />);
    expect(rows('Actions')).toEqual(['C1/check', 'C2/check', 'C2/pay']);
    // Only what is unassigned.
    await act(async () => navigate('/queues?person='));
    await act(async () => viewAs('omar'));
    expect(await screen.findByText('2 Actions for omar')).toBeTruthy();
    await user.hover(row('C1/check'));
    await user.click(within(row('C1/check')).getByRole('button', { name: 'Take' }));
    await accept();
    // It is omar's and in progress now, and still the first of the unassigned.
    await waitFor(() => expect(row('C1/check').textContent).toContain('In Progress'));
    expect(rows('Actions')).toEqual(['C1/check', 'C2/check']);
    await user.hover(screen.getByRole('heading', { name: 'Queues' }));
    expect(rows('Actions')).toEqual(['C2/check']);
  });

  test('R41, S5 looking as a person leaves what is theirs and what they can take, and says which', async () => {
    const world = launched();
    perform(world, { type: 'take', action: 'C2/check', by: 'omar' });
    show(<QueuesScreen />);
    await act(async () => viewAs('omar'));
    expect(rows('Actions')).toEqual(['C1/check', 'C2/check']);
    expect(row('C1/check').textContent).toContain('to take');
    expect(row('C2/check').textContent).not.toContain('to take');
    await user.click(screen.getByRole('button', { name: /^Everybody’s/ }));
    expect(rows('Actions')).toContain('C2/pay');
    expect(row('C2/pay').textContent).not.toContain('to take');
    await act(async () => viewAs('dana'));
    await user.click(screen.getByRole('button', { name: /^Everybody’s/ }));
    expect(screen.getByText(/^Nothing is assigned to dana/)).toBeTruthy();
  });

  test('R33 what is overdue has a mark and a filter', async () => {
    launched();
    show(<QueuesScreen />);
    expect(within(row('C1/check')).getByText('overdue')).toBeTruthy();
    expect(within(row('C2/check')).queryByText('overdue')).toBeNull();
    await user.click(screen.getByRole('button', { name: /^Overdue/ }));
    expect(rows('Actions')).toEqual(['C1/check']);
  });
});

describe('the list of Cases', () => {
  test('R41 says whom each waits for and how long, marks what is overdue, and what has been with people for long', async () => {
    launched();
    navigate('/cases');
    show(<CasesScreen />);
    // The screen follows the clock a few times a second.
    await waitFor(() => expect(row('C1').textContent).toContain('AP · Check the invoice, 5 h'));
    expect(row('C1').textContent).toContain('long with people');
    expect(within(row('C1')).getByText('overdue')).toBeTruthy();
    expect(row('C2').textContent).toContain('AP · Check the invoice and 1 more, 4 h');
    await user.click(screen.getByRole('button', { name: /^Overdue/ }));
    expect(rows('Cases')).toEqual(['C1']);
    await user.click(screen.getByRole('button', { name: /^Overdue/ }));
    await user.type(screen.getByRole('searchbox', { name: 'Search Cases' }), '1 more');
    expect(rows('Cases')).toEqual(['C2']);
  });
});

describe('Info', () => {
  function InfoOf({ of }: { readonly of: string }) {
    const action = useWorkspace(({ world }) => world?.actions.get(of));
    return action === undefined ? null : <Info action={action} />;
  }
  const term = (name: string) => screen.getByText(name, { selector: 'dt' }).nextElementSibling?.textContent;

  test('R36, R40, R47 a closed Action keeps its due date, its person’s reason, and whose Case it is', () => {
    const world = launched();
    perform(world, { type: 'unable', action: 'C1/check', by: 'omar', reason: 'The scan is unreadable' });
    show(<InfoOf of="C1/check" />);
    expect(term('Reason')).toBe('Updated by resource');
    expect(term('Reason given')).toBe('The scan is unreadable');
    expect(term('Due')).toContain('11:00:00');
    expect(term('Owner')).toBe('– (the Case owner is dana)');
  });
});

describe('an external API', () => {
  function Switch() {
    const api = useWorkspace(({ world }) => world?.externalApis.get('erp'));
    return api === undefined ? null : <SwitchControl name="erp" api={api} />;
  }

  test('is Up, As configured, Down or Silent', async () => {
    const world = openWorkspace(DEFINITIONS);
    show(<Switch />);
    const group = screen.getByRole('radiogroup', { name: 'API is' });
    const names = within(group)
      .getAllByRole('radio')
      .map((radio) => radio.getAttribute('value'));
    expect(names).toEqual(['Up', 'As configured', 'Down', 'Silent']);
    await user.click(within(group).getByRole('radio', { name: /^Up/ }));
    await accept();
    expect(world.externalApis.get('erp')?.switch).toBe('Up');
    expect(screen.getByText('erp accepts every call and responds with success from now on.')).toBeTruthy();
  });

  test('that is not wanted after all is cancelled by one press: no error moves the button away under it', async () => {
    openWorkspace(DEFINITIONS);
    const closed = vi.fn();
    show(<NewApiDialog wanted={{ cloneOf: null }} onClose={closed} />);
    const name = screen.getByRole('textbox', { name: 'Name' });
    await user.type(name, 'erp');
    const cancel = screen.getByRole('button', { name: 'Cancel' });
    fireEvent.pointerDown(cancel);
    fireEvent.blur(name);
    expect(screen.queryByText(/^There is already/)).toBeNull();
    fireEvent.pointerUp(cancel);
    fireEvent.click(cancel);
    await user.click(await screen.findByRole('button', { name: 'Discard' }));
    expect(closed).toHaveBeenCalledOnce();
  });
});

describe('renaming', () => {
  test('S5 a queue gets another name in one edit; the same one is none', async () => {
    const world = launched();
    show(<BuilderQueuesScreen />);
    const rename = async (to: string) => {
      await user.click(within(row('AP')).getByRole('button', { name: 'Rename' }));
      const dialog = await screen.findByRole('dialog', { name: 'Rename the queue “AP”' });
      const field = within(dialog).getByRole('textbox', { name: 'Name' });
      await user.clear(field);
      if (to !== '') await user.type(field, to);
      await user.click(within(dialog).getByRole('button', { name: 'Rename' }));
    };
    await rename('AP');
    expect(world.edits.done).toEqual([]);
    await rename('Treasury');
    expect(screen.getByText('There is already a queue Treasury. Choose another name.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await user.click(await screen.findByRole('button', { name: 'Discard' }));
    await rename('Accounts Payable');
    await accept();
    expect(world.queues).toEqual(['Accounts Payable', 'Treasury']);
    expect(world.edits.done).toHaveLength(1);
    expect(view.getState().viewAs).toBeNull();
  });
});
