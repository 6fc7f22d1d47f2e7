import { TextInput } from '@mantine/core';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { decoded } from '../../src/renderer/src/form/problems.ts';
import { SaveBar } from '../../src/renderer/src/form/save-bar.tsx';
import { textOf } from '../../src/renderer/src/form/text.ts';
import { useSavedForm } from '../../src/renderer/src/form/use-saved-form.ts';
import { navigate } from '../../src/renderer/src/stores/address.ts';
import { positiveDuration } from '../../src/shared/field-kinds.ts';
import { show } from './show.tsx';

interface Draft {
  readonly name: string;
  readonly rows: readonly { readonly wait: string }[];
}

const schema = textOf(z.object({ name: z.string().min(1, 'expected a name') }));
const wait = textOf(positiveDuration);

/** The name by the schema; the rows one by one. */
function check({ name, rows }: Draft) {
  const { problems } = decoded(schema, { name });
  const found: Record<string, string> = { ...problems };
  for (const [index, row] of rows.entries()) {
    const [problem] = Object.values(decoded(wait, row.wait).problems);
    if (problem !== undefined) found[`rows.${index}.wait`] = problem;
  }
  return { problems: found };
}

const SAVED: Draft = { name: 'erp', rows: [{ wait: '1m' }, { wait: '2m' }] };

/** What was sent, and the answer to it, given by the test. */
let sent: Draft[] = [];
let answer: (isAccepted: boolean) => void = () => undefined;

function Form({ saved }: { readonly saved: Draft }) {
  const form = useSavedForm({
    saved,
    check,
    save: () => {
      sent.push(form.draft);
      return new Promise<boolean>((resolve) => {
        answer = resolve;
      });
    },
    done: ({ name }) => `${name} is saved.`,
  });
  return (
    <form {...form.formProps} aria-label="Form">
      <TextInput label="Name" {...form.field('name')} />
      {form.draft.rows.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have nothing else
        <TextInput key={index} label={`Wait ${index + 1}`} {...form.field(`rows.${index}.wait`)} />
      ))}
      <button type="button" onClick={() => form.move('rows', 0, 1)}>
        Swap
      </button>
      <button type="button" onClick={() => form.remove('rows', 0)}>
        Remove first
      </button>
      <SaveBar form={form}>{form.isDirty && 'Something will be saved.'}</SaveBar>
    </form>
  );
}

const field = (name: string) => screen.getByRole('textbox', { name });
const button = (name: string) => screen.getByRole('button', { name });
const bar = () => within(screen.getByRole('form')).getByRole('status');
const isAsked = () => screen.queryByRole('dialog', { name: 'Leave without saving?' }) !== null;

describe('the form of something that is saved', () => {
  const user = userEvent.setup();
  beforeEach(() => {
    sent = [];
  });
  const retype = async (name: string, text: string) => {
    await user.clear(field(name));
    if (text !== '') await user.type(field(name), text);
  };
  const reply = (isAccepted: boolean) => act(async () => answer(isAccepted));

  test('follows what is saved as long as nothing is typed', () => {
    const put = show(<Form saved={SAVED} />);
    put(<Form saved={{ ...SAVED, name: 'sap' }} />);
    expect(field('Name')).toHaveProperty('value', 'sap');
    expect(bar().textContent).toBe('');
  });

  test('says what is wrong once the field was left, not while one types; right again it says nothing', async () => {
    show(<Form saved={SAVED} />);
    await retype('Wait 1', 'soon');
    expect(screen.queryByText(/^Expected a duration/)).toBeNull();
    await user.tab();
    expect(screen.getByText(/^Expected a duration/)).toBeTruthy();
    await retype('Wait 1', '5m');
    expect(screen.queryByText(/^Expected a duration/)).toBeNull();
  });

  test('a save with something wrong sends nothing, says all of it and goes to the first', async () => {
    show(<Form saved={SAVED} />);
    await retype('Wait 2', '0s');
    await retype('Name', '');
    await user.click(button('Save'));
    expect(sent).toEqual([]);
    expect(screen.getByText('Expected a name.')).toBeTruthy();
    expect(screen.getByText('Expected a duration longer than 0s.')).toBeTruthy();
    expect(document.activeElement).toBe(field('Name'));
    // Asked again it goes there again.
    await user.click(button('Save'));
    expect(document.activeElement).toBe(field('Name'));
  });

  test('Ctrl+S saves; what was saved is followed again', async () => {
    const put = show(<Form saved={SAVED} />);
    await retype('Wait 1', '90s');
    await user.keyboard('{Control>}s{/Control}');
    expect(sent.map(({ rows }) => rows[0]?.wait)).toEqual(['90s']);
    await reply(true);
    expect(screen.getByText('erp is saved.')).toBeTruthy();
    // Accepted, and not back yet: neither unsaved nor as it was.
    expect(field('Wait 1')).toHaveProperty('value', '90s');
    expect(bar().textContent).toBe('');
    put(<Form saved={{ ...SAVED, rows: [{ wait: '1m30s' }, { wait: '2m' }] }} />);
    expect(field('Wait 1')).toHaveProperty('value', '1m30s');
    expect(bar().textContent).toBe('');
  });

  test.each(['before', 'after'])(
    'text typed while a save is on its way is kept; what was saved arrives %s the answer',
    async (order) => {
      const put = show(<Form saved={SAVED} />);
      await retype('Name', 'sap');
      await user.click(button('Save'));
      await user.type(field('Name'), ' two');
      const arrive = () => put(<Form saved={{ ...SAVED, name: 'sap' }} />);
      if (order === 'before') arrive();
      await reply(true);
      if (order === 'after') arrive();
      expect(field('Name')).toHaveProperty('value', 'sap two');
      // It is unsaved, and nobody else changed anything.
      expect(bar().textContent).toBe('Something will be saved.');
      await user.click(button('Save'));
      expect(sent.map(({ name }) => name)).toEqual(['sap', 'sap two']);
    },
  );

  test('typed back to what was saved before, while a save is on its way, it is kept too', async () => {
    const put = show(<Form saved={SAVED} />);
    await retype('Name', 'sap');
    await user.click(button('Save'));
    await retype('Name', 'erp');
    await reply(true);
    put(<Form saved={{ ...SAVED, name: 'sap' }} />);
    expect(field('Name')).toHaveProperty('value', 'erp');
    expect(bar().textContent).toBe('Something will be saved.');
  });

  test('a save that is on its way is not sent twice; a refused one leaves everything as it was', async () => {
    show(<Form saved={SAVED} />);
    await retype('Name', 'sap');
    await user.click(button('Save'));
    await user.click(button('Save'));
    expect(sent).toHaveLength(1);
    await reply(false);
    expect(field('Name')).toHaveProperty('value', 'sap');
    expect(bar().textContent).toBe('Something will be saved.');
    await user.click(button('Save'));
    expect(sent).toHaveLength(2);
  });

  test('leaving waits for a save that is on its way, and asks only where something is left unsaved', async () => {
    navigate('/here');
    show(<Form saved={SAVED} />);
    await retype('Name', 'sap');
    await user.click(button('Save'));
    await act(async () => navigate('/there'));
    expect(isAsked()).toBe(false);
    expect(location.hash).toBe('#/here');
    await reply(true);
    expect(isAsked()).toBe(false);
    expect(location.hash).toBe('#/there');

    await retype('Name', 'crm');
    await user.click(button('Save'));
    await act(async () => navigate('/elsewhere'));
    await reply(false);
    expect(isAsked()).toBe(true);
    expect(location.hash).toBe('#/there');
    await user.click(button('Stay'));

    await user.click(button('Save'));
    await user.type(field('Name'), ' two');
    await act(async () => navigate('/elsewhere'));
    expect(isAsked()).toBe(true);
  });

  test('what others save while one types is said, and does not touch what is typed', async () => {
    const put = show(<Form saved={SAVED} />);
    await retype('Name', 'sap');
    put(<Form saved={{ ...SAVED, name: 'crm' }} />);
    expect(field('Name')).toHaveProperty('value', 'sap');
    expect(bar().textContent).toContain('This was changed elsewhere while you typed');
    await user.click(button('Discard changes'));
    expect(field('Name')).toHaveProperty('value', 'crm');
    expect(bar().textContent).toBe('');
  });

  test('Escape asks before typed text is lost, and not where there is none', async () => {
    show(<Form saved={SAVED} />);
    await user.click(field('Name'));
    await user.keyboard('{Escape}');
    expect(isAsked()).toBe(false);
    await user.type(field('Name'), ' 2');
    await user.keyboard('{Escape}');
    await user.click(button('Stay'));
    expect(field('Name')).toHaveProperty('value', 'erp 2');
    await user.click(field('Name'));
    await user.keyboard('{Escape}');
    await user.click(button('Discard'));
    expect(field('Name')).toHaveProperty('value', 'erp');
  });

  test('what a row shows goes with it when rows move or go', async () => {
    show(<Form saved={SAVED} />);
    await retype('Wait 1', 'soon');
    await user.tab();
    await user.click(button('Swap'));
    expect(field('Wait 2')).toHaveProperty('value', 'soon');
    expect(field('Wait 2').getAttribute('aria-invalid')).toBe('true');
    expect(field('Wait 1').getAttribute('aria-invalid')).toBeNull();
    await user.click(button('Remove first'));
    expect(field('Wait 1').getAttribute('aria-invalid')).toBe('true');
    expect(screen.queryByRole('textbox', { name: 'Wait 2' })).toBeNull();
  });

  test('nothing typed, nothing is sent', async () => {
    show(<Form saved={SAVED} />);
    await user.type(field('Name'), '  ');
    await user.click(button('Save'));
    expect(screen.getByText('Nothing has changed since the last save.')).toBeTruthy();
    expect(sent).toEqual([]);
  });
});
