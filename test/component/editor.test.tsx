/** The scenario editor: what is typed in a form shows in the text, what is typed in the text shows in the form. */
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openStage } from '../../src/main/open-stage.ts';
import { Rehearsal } from '../../src/main/scenario/rehearsal.ts';
import { editText } from '../../src/renderer/src/client/edit-scenario.ts';
import { EditorScreen } from '../../src/renderer/src/features/editor/editor-screen.tsx';
import { navigate } from '../../src/renderer/src/stores/address.ts';
import { changeDraft, editorDraft, openDraft } from '../../src/renderer/src/stores/editor-draft.ts';
import { workspace } from '../../src/renderer/src/stores/workspace.ts';
import { show } from './show.tsx';

// The simulator's own reader and runner, without the way to them.
const rehearsal = new Rehearsal({ openStage });
vi.mock('../../src/renderer/src/client/client.ts', () => ({
  client: () => ({
    scenarios: {
      check: async ({ fileName, text }: { fileName: string; text: string }) => ({
        problems: await rehearsal.check(fileName, text),
      }),
      rehearse: async ({ fileName, text }: { fileName: string; text: string }) => {
        const played = await rehearsal.run(fileName, text);
        if (!played.ok) throw new Error('not right');
        return played.report;
      },
    },
  }),
}));

const TEXT = `# What happens when nobody answers.
users: { dana: {} }
externalApis: { erp: { url: https://erp.example.test/x, otherwise: { fail: refused } } }
actionTypes: { post: { externalApi: erp } }
cases: { C1: { owner: dana, process: [post] } }
steps:
  - launch: { case: C1 }   # at once
  - advance: 3m
  - expect: { action: C1/post, status: Waiting }
`;

// A field that grows with its text listens for fonts; the test's document has none.
Object.defineProperty(document, 'fonts', { value: new EventTarget() });

const user = userEvent.setup();
const textNow = () => editorDraft.getState().draft?.text;
const shownText = () => screen.getByRole('textbox', { name: 'Scenario text' }).innerText;
const row = (number: number) => within(screen.getByRole('listitem', { name: `Step ${number}` }));
const open = (number: number) => user.click(row(number).getAllByRole('button')[0] as HTMLElement);
const retype = async (field: HTMLElement, typed: string) => {
  await user.clear(field);
  await user.paste(typed);
};

beforeEach(() => {
  localStorage.clear();
  workspace.setState({ connection: 'connected' });
  openDraft('a.yaml', TEXT);
});

describe('a step', () => {
  test('is a sentence, and changes in the text as one types in its form', async () => {
    show(<EditorScreen />);
    expect(row(2).getByRole('button', { name: 'Lets 3 min pass.' })).toBeTruthy();
    await open(2);
    await retype(row(2).getByRole('textbox', { name: 'For a while' }), '12 minutes');
    expect(textNow()).toBe(TEXT.replace('3m', '12m'));
    expect(row(2).getByRole('button', { name: 'Lets 12 min pass.' })).toBeTruthy();
    expect(shownText()).toContain('advance: 12m');
  });

  test('changes in its form as the text does', async () => {
    show(<EditorScreen />);
    await open(2);
    await act(async () => changeDraft({ text: TEXT.replace('3m', '5m') }));
    expect(row(2).getByRole('textbox', { name: 'For a while' })).toHaveProperty('value', '5m');
    expect(row(2).getByRole('button', { name: 'Lets 5 min pass.' })).toBeTruthy();
  });

  test('keeps what is half typed, and says at its field what the reader has against it', async () => {
    show(<EditorScreen />);
    await open(3);
    const action = row(3).getByRole('combobox', { name: 'Action' });
    await retype(action, 'C2/post');
    expect(textNow()).toContain('action: C2/post');
    await user.tab();
    expect(await row(3).findByText(/C2/, { selector: '.mantine-InputWrapper-error' })).toBeTruthy();
    expect(await screen.findByRole('button', { name: /^Line 9: .*C2/ })).toBeTruthy();
    expect(row(3).getByRole('img', { name: 'has a problem' })).toBeTruthy();
  });

  test('asks an audience: answers may have commas, and what the right one may be is said at its field', async () => {
    openDraft(
      'a.yaml',
      TEXT.replace('advance: 3m', 'ask: { question: Who is told?, answers: [Dana, Nobody], right: 1 }'),
    );
    show(<EditorScreen />);
    await open(2);
    expect(row(2).getByRole('button', { name: 'Asks: “Who is told?”' })).toBeTruthy();
    await user.type(row(2).getByLabelText('Answers', { selector: 'input' }), 'Dana, and then Omar{Enter}');
    expect(textNow()).toMatch(/answers: \[ ?Dana, Nobody, "Dana, and then Omar" ?\]/);
    await retype(row(2).getByLabelText('Right answer'), '4');
    await user.tab();
    expect(
      await screen.findByRole('button', { name: /^Line 8: .*expected the number of an answer, 1 to 3/ }),
    ).toBeTruthy();
  });

  test('gets fields, loses them, and can have none of something', async () => {
    show(<EditorScreen />);
    await open(3);
    await user.selectOptions(row(3).getByRole('combobox', { name: 'Add a field' }), 'Assignee');
    await user.click(row(3).getByRole('checkbox', { name: 'Assignee: none' }));
    expect(textNow()).toContain('{ action: C1/post, status: Waiting, assignee: null }');
    await user.click(row(3).getByRole('button', { name: 'Remove Status' }));
    expect(textNow()).toContain('{ action: C1/post, assignee: null }');
    await user.selectOptions(row(3).getByRole('combobox', { name: 'What it is about' }), 'The clock');
    expect(textNow()).toContain('  - expect: { clock: {} }\n');
  });

  test('is added, copied, moved and deleted; comments stay', async () => {
    show(<EditorScreen />);
    await user.click(screen.getByRole('button', { name: 'Add step' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Take' }));
    expect(textNow()).toBe(`${TEXT}  - take: { action: C1/post, by: dana }\n`);
    expect(row(4).getByRole('combobox', { name: 'Person' })).toHaveProperty('value', 'dana');
    await user.click(row(4).getByRole('button', { name: 'Move up' }));
    expect(row(3).getByRole('combobox', { name: 'Person' })).toHaveProperty('value', 'dana');
    await user.click(row(3).getByRole('button', { name: 'Duplicate' }));
    expect(textNow()?.match(/take/g)).toHaveLength(2);
    await user.click(row(3).getByRole('button', { name: 'Delete' }));
    await open(3);
    await user.click(row(3).getByRole('button', { name: 'Delete' }));
    expect(textNow()).toBe(TEXT);
  });

  test('is not to be changed in its form while the text cannot be read', async () => {
    show(<EditorScreen />);
    await open(2);
    await act(async () => changeDraft({ text: `${TEXT}  - {` }));
    expect(screen.getByText(/cannot be read as it is/)).toBeTruthy();
    expect(row(2).queryByRole('textbox')).toBeNull();
    expect(await screen.findByRole('button', { name: /^Line 10: / })).toBeTruthy();
    await act(async () => changeDraft({ text: TEXT }));
    expect(row(2).getByRole('textbox', { name: 'For a while' })).toBeTruthy();
  });
});

describe('the text', () => {
  test('with examples is run with each; the steps show the first that failed', async () => {
    const examples = (statuses: string) =>
      `params: { status: Waiting }\nexamples: [${statuses}]\n${TEXT.replace('status: Waiting', 'status: $status')}`;
    openDraft('a.yaml', examples('{}, { status: Closed }'));
    show(<EditorScreen />);
    await user.click(screen.getByRole('button', { name: 'Run' }));
    const failed = '1 of 2 examples failed; a [status=Closed]: 1 of 3 steps failed in 3 min of virtual time';
    expect(await screen.findByText(failed)).toBeTruthy();
    expect(row(3).getByRole('img', { name: 'failed' })).toBeTruthy();
    await act(async () => changeDraft({ text: examples('{}, { status: { not: Closed } }') }));
    await user.click(screen.getByRole('button', { name: 'Run' }));
    expect(await screen.findByText('All 2 examples passed')).toBeTruthy();
    expect(row(3).getByRole('img', { name: 'passed' })).toBeTruthy();
  });

  test('is run on a simulator of its own, and each step says how it ended', async () => {
    openDraft('a.yaml', TEXT.replace('Waiting }', 'Closed }'));
    show(<EditorScreen />);
    await user.click(screen.getByRole('button', { name: 'Run' }));
    expect(await screen.findByText(/1 of 3 steps failed in 3 min of virtual time/)).toBeTruthy();
    expect(row(2).getByRole('img', { name: 'passed' })).toBeTruthy();
    expect(row(3).getByRole('img', { name: 'failed' })).toBeTruthy();
    expect(row(3).getByText('"Waiting"')).toBeTruthy();
    // It is of another text then.
    await act(async () => changeDraft({ text: TEXT }));
    expect(row(3).queryByRole('img', { name: 'failed' })).toBeNull();
  });

  test('is kept for a reload, and saved under the name of its file', async () => {
    show(<EditorScreen />);
    await open(2);
    await retype(row(2).getByRole('textbox', { name: 'For a while' }), '12m');
    expect(JSON.parse(localStorage.getItem('trigger-lab:editor') ?? '').state.draft.text).toBe(textNow());
    expect(screen.getByText('Not saved to a file; kept in this browser')).toBeTruthy();
    await retype(screen.getByRole('textbox', { name: 'File name' }), 'mine');
    await user.click(screen.getByRole('button', { name: 'Save to file' }));
    expect(editorDraft.getState().draft).toMatchObject({ fileName: 'mine.yaml', savedText: textNow() });
  });

  test('is not left unasked where the browser has no room to keep it', async () => {
    show(<EditorScreen />);
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    vi.stubGlobal('localStorage', { getItem: () => null, setItem: full });
    await act(async () => changeDraft({ text: TEXT.replace('3m', '5m') }));
    expect(screen.getByText('Not saved to a file; this browser has no room to keep it')).toBeTruthy();
    await act(async () => navigate('/cases'));
    await user.click(await screen.findByRole('button', { name: 'Stay' }));
    expect(location.hash).not.toContain('/cases');
    vi.unstubAllGlobals();
    await act(async () => changeDraft({ text: TEXT }));
  });

  test('is not replaced unasked', async () => {
    show(<EditorScreen />);
    await act(async () => changeDraft({ text: TEXT.replace('3m', '5m') }));
    const kept = editText({ fileName: 'b.yaml', text: 'title: b' });
    await user.click(await screen.findByRole('button', { name: 'Keep it' }));
    expect(await kept).toBe(false);
    expect(editorDraft.getState().draft?.fileName).toBe('a.yaml');
    const replaced = editText({ fileName: 'b.yaml', text: '\uFEFFtitle: b\r\n' });
    await user.click(await screen.findByRole('button', { name: 'Replace' }));
    expect(await replaced).toBe(true);
    expect(editorDraft.getState().draft).toEqual({ fileName: 'b.yaml', text: 'title: b\n', savedText: 'title: b\n' });
    expect(await editText({ fileName: 'c.yaml', text: ' '.repeat(100_001) })).toBe(false);
    expect(
      await screen.findByText(/c.yaml is too long for the editor: expected at most 100,000 characters/),
    ).toBeTruthy();
  });

  test('takes back what a form did, from a button beside it', async () => {
    show(<EditorScreen />);
    await open(2);
    await user.click(row(2).getByRole('button', { name: 'Duplicate' }));
    expect(textNow()).toBe(TEXT.replace('  - advance: 3m\n', '  - advance: 3m\n  - advance: 3m\n'));
    await user.keyboard('{Control>}z{/Control}');
    expect(textNow()).toBe(TEXT);
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(textNow()).not.toBe(TEXT);
  });
});
