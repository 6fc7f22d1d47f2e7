import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { ActionTypesScreen } from '../../src/renderer/src/features/builder/action-types/action-types-screen.tsx';
import { ApiEditor } from '../../src/renderer/src/features/external-apis/editor/api-editor.tsx';
import { useWorkspace } from '../../src/renderer/src/stores/workspace.ts';
import type { ScenarioText } from '../../src/shared/scenario.ts';
import { show } from './show.tsx';
import { running } from './worker.ts';
import { askedOfLab, elsewhere, openWorkspace } from './world.tsx';

vi.mock('../../src/renderer/src/client/client.ts', () => import('./world.tsx'));

const DEFINITIONS = {
  queues: ['AP'],
  users: { dana: {}, omar: { queues: ['AP'] } },
  externalApis: {
    erp: { url: 'https://erp.example.test/invoices', otherwise: { fail: 'refused' } },
    bank: { url: 'https://bank.example.test/pay', otherwise: { respond: { outcome: 'success', after: '5m' } } },
  },
  actionTypes: {
    post: { title: 'Post', externalApi: 'erp', allocation: { queue: 'AP', user: 'omar' } },
    again: { title: 'Post again', externalApi: 'erp', due: '10m', autoCompleteOnTimeout: true },
  },
} satisfies ScenarioText;

function Erp() {
  const api = useWorkspace(({ world }) => world?.externalApis.get('erp'));
  return api === undefined ? null : <ApiEditor name="erp" api={api} />;
}

const user = userEvent.setup();
const odds = () => within(screen.getByRole('region', { name: 'Odds' }));
const row = (name: string) => odds().findByRole('row', { name: new RegExp(`^${name}`) });
const text = (name: string) => screen.getByRole('textbox', { name });
const retype = async (field: HTMLElement, typed: string) => {
  await user.clear(field);
  await user.paste(typed);
};

describe('the odds beside an Action type', () => {
  test('of an API that never connects are the verdict’s: 100 % go to the Case owner (R14)', async () => {
    openWorkspace(DEFINITIONS);
    show(<ActionTypesScreen name="post" />);
    expect((await row('Not Done Successfully')).textContent).toMatch(/The Case owner.*100 %/);
    expect(await odds().findByText(/^20,000 trials, launches spread over 24 h, nights included, seed 1/)).toBeTruthy();
  });

  test('follow what is typed, and say who gets the work (R32, R41)', async () => {
    openWorkspace({ ...DEFINITIONS, settings: { responseClock: 'launch' } });
    show(<ActionTypesScreen name="post" />);
    await row('Not Done Successfully');
    await retype(text('Response expected within'), '2m');
    expect((await row('To Do: Timeout')).textContent).toMatch(/AP, omar.*100 %/);
    expect(odds().queryByRole('row', { name: /^Not Done/ })).toBeNull();
  });

  test('stay as of before while a field is not valid, and say so', async () => {
    openWorkspace(DEFINITIONS);
    show(<ActionTypesScreen name="post" />);
    await row('Not Done Successfully');
    await retype(text('Due date'), 'soon');
    expect(odds().getByText('Some fields are not valid: these are the odds from before.')).toBeTruthy();
    expect(await row('Not Done Successfully')).toBeTruthy();
    expect(odds().getByRole('button', { name: 'Open as a study' })).toHaveProperty('disabled', true);
  });

  test('are of the API as configured, whatever its switch says; of a real one there are none', async () => {
    const world = openWorkspace(DEFINITIONS);
    show(<ActionTypesScreen name="post" />);
    await row('Not Done Successfully');
    await elsewhere(world, { type: 'switchApi', name: 'erp', to: 'Silent' });
    expect(odds().getByText('erp is Silent at present. The odds are for it as configured.')).toBeTruthy();
    expect(await row('Not Done Successfully')).toBeTruthy();
  });

  test('of an API on the user’s own server: none, and why', async () => {
    const { erp } = DEFINITIONS.externalApis;
    const world = openWorkspace({
      ...DEFINITIONS,
      externalApis: { ...DEFINITIONS.externalApis, erp: { ...erp, url: 'http://127.0.0.1:8080/invoices' } },
    });
    show(<ActionTypesScreen name="post" />);
    await row('Not Done Successfully');
    await elsewhere(world, { type: 'switchApi', name: 'erp', to: 'Real' });
    expect(odds().getByText(/^erp is Real: its calls go to your own server/)).toBeTruthy();
    expect(odds().queryByRole('table')).toBeNull();
  });

  test('open as a study of the same lives, with what is typed and not saved', async () => {
    openWorkspace(DEFINITIONS);
    show(<ActionTypesScreen name="post" />);
    await retype(text('Due date'), '8h');
    await row('Not Done Successfully');
    await user.click(odds().getByRole('button', { name: 'Open as a study' }));
    // Nothing is played before one has said whether to leave what is typed.
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Stay' }));
    expect(askedOfLab).toEqual([]);
    await user.click(odds().getByRole('button', { name: 'Open as a study' }));
    const asking = within(await screen.findByRole('dialog'));
    expect(askedOfLab).toEqual([]);
    await user.click(asking.getByRole('button', { name: 'Discard' }));
    await waitFor(() => expect(askedOfLab).toHaveLength(1));
    expect(askedOfLab).toEqual([
      {
        name: 'Odds of Post',
        actionTypeName: 'post',
        trialCount: 20_000,
        seed: 1,
        windowMs: 86_400_000,
        variants: [{ name: 'as in the form', changes: [] }],
        drafted: { actionType: expect.objectContaining({ externalApi: 'erp', due: '8h' }) },
      },
    ]);
  });

  test('need no worker any more once one has left', async () => {
    openWorkspace(DEFINITIONS);
    const put = show(<ActionTypesScreen name="post" />);
    await row('Not Done Successfully');
    expect(running.size).toBe(1);
    put(null);
    expect(running.size).toBe(0);
  });
});

describe('the odds beside an External API', () => {
  test('are of an Action type that calls it, the most telling first; another can be chosen', async () => {
    openWorkspace(DEFINITIONS);
    show(<Erp />);
    expect(await row('Not Done Successfully')).toBeTruthy();
    await user.click(odds().getByRole('combobox', { name: 'Action type' }));
    await user.click(screen.getByRole('option', { name: 'Post again' }));
    expect((await row('No response returned')).textContent).toMatch(/Nobody is told.*100 %/);
  });

  test('follow the API’s form', async () => {
    openWorkspace(DEFINITIONS);
    show(<Erp />);
    await row('Not Done Successfully');
    await user.selectOptions(screen.getByRole('combobox', { name: 'What happens' }), 'accepted');
    await waitFor(() => expect(odds().queryByRole('row', { name: /^Not Done/ })).toBeNull());
    expect((await row('Done Successfully')).textContent).toMatch(/Nobody: it is done.*100 %/);
    await user.click(odds().getByRole('button', { name: 'Open as a study' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Discard' }));
    await waitFor(() => expect(askedOfLab).toHaveLength(1));
    expect(askedOfLab.at(-1)).toMatchObject({ drafted: { externalApi: { otherwise: {} } } });
  });

  test('are none where nothing calls it', () => {
    openWorkspace({ ...DEFINITIONS, actionTypes: {} });
    show(<Erp />);
    expect(odds().getByText(/^No Action type calls erp yet/)).toBeTruthy();
  });
});
