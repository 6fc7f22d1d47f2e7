import { describe, expect, test } from 'vitest';
import {
  type Answer,
  curlOf,
  dataProblem,
  deliveryOf,
  NO_ANSWER,
  respondInput,
} from '../../../src/renderer/src/features/action/answer.ts';
import { encodeToken, parseToken } from '../../../src/shared/callback-token.ts';
import type { Action } from '../../../src/shared/model.ts';
import { respondTo } from '../../../src/shared/scenario.ts';

const token = encodeToken(1, 'C1/post');
const action = { ref: 'C1/post', caseRef: 'C1', actionType: 'post', copy: 1, token } as Action;
const answer = (part: Partial<Answer>): Answer => ({ ...NO_ANSWER, ...part });

describe('an answer by hand', () => {
  test.each([
    [{}, { action: 'C1/post/1', outcome: 'success' }],
    [
      { kind: 'unsuccessful', reason: ' No vendor ', data: '{"code": 7}' },
      { action: 'C1/post/1', outcome: 'unsuccessful', reason: 'No vendor', data: { code: 7 } },
    ],
    [
      { kind: 'malformed', reason: 'ignored', hasWrongToken: true },
      { action: 'C1/post/1', malformed: true },
    ],
    [{ hasWrongToken: true }, { action: 'C1/post/1', token: 'wrong', outcome: 'success' }],
  ] as const)('%#: is asked of the simulator in words it takes', (part, input) => {
    expect(respondInput(action, answer(part))).toEqual(input);
    expect(respondTo.safeParse(respondInput(action, answer(part))).success).toBe(true);
  });

  test('R30: a malformed body has no content, whatever was typed', () => {
    expect(deliveryOf(answer({ kind: 'malformed', reason: 'x' }))).toEqual({ body: null, token: 'right' });
  });

  test('data is a JSON object or nothing', () => {
    expect(dataProblem(' ')).toBeNull();
    expect(dataProblem('{"a": [1, null]}')).toBeNull();
    expect(dataProblem('[1]')).toMatch(/Expected a JSON object/);
    expect(dataProblem('{"a": ')).toMatch(/Expected a JSON object/);
    expect(dataProblem('{"a": [{"__proto__": 1}]}')).toBe('Expected another name than "__proto__".');
  });

  test('the curl survives a quote in the text, and goes to the callback of the Action', () => {
    const curl = curlOf(action, answer({ reason: "it's done" }), 'http://127.0.0.1:4173');
    expect(curl).toContain(`'http://127.0.0.1:4173/callbacks/${token}'`);
    expect(curl).toContain(`-d '{"outcome":"success","reason":"it'\\''s done"}'`);
  });

  test('R30: a wrong token names the same Action', () => {
    const curl = curlOf(action, answer({ hasWrongToken: true }), 'http://127.0.0.1:4173');
    const sent = /callbacks\/([^']+)'/.exec(curl)?.[1] ?? '';
    expect(sent).not.toBe(token);
    expect(parseToken(sent)?.actionRef).toBe('C1/post');
  });
});
