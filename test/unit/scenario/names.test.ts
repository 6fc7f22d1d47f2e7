import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../../src/main/scenario/load.ts';
import { formatProblem } from '../../../src/main/scenario/problem.ts';

/** Twelve lines that define one of everything; a test adds its own below, from line 13. */
const DEFINED = `queues: [AP, AP Exceptions]
users:
  dana: {}
  omar: { queues: [AP] }
externalApis:
  erp: { url: https://erp.example.test/ }
actionTypes:
  post-invoice: { externalApi: erp }
  archive: { manual: true }
caseTypes:
  invoice: { owner: dana, process: [post-invoice] }
  ownerless: {}
`;

const CASES = 'cases: { C1: { owner: dana } }\n';

function problemsOf(text: string): string[] {
  const loaded = loadScenario(DEFINED + text, 'f.yaml');
  return loaded.ok ? [] : loaded.problems.map(formatProblem);
}

/** Line 14 is the first step, behind `- ` in column 5. */
const step = (text: string) => `${CASES.replace('\n', '')}\nsteps:\n  - ${text}\n`;

describe('a name that is used is defined', () => {
  it.each([
    ['cases: { C1: { owner: danna } }', '13:23: cases.C1.owner: unknown user "danna", did you mean "dana"?'],
    ['cases: { C1: { owner: zoe } }', '13:23: cases.C1.owner: unknown user "zoe", expected dana or omar'],
    ['cases: { C1: { type: invoce } }', '13:22: cases.C1.type: unknown Case type "invoce", did you mean "invoice"?'],
    [
      'cases: { C1: { owner: dana, process: [archive, [post-invoce]] } }',
      '13:49: cases.C1.process[1][0]: unknown Action type "post-invoce", did you mean "post-invoice"?',
    ],
  ])('in definitions: %s', (text, problem) => {
    expect(problemsOf(text)[0]).toBe(`f.yaml:${problem}`);
  });

  it('in every part of the definitions', () => {
    const text = `queues: [AP]
users: { dana: { queues: [AB] } }
actionTypes:
  t: { externalApi: bank, allocation: { queue: X1, user: zoe, secondaryUser: dan } }
caseTypes: { k: { owner: bob, process: [u] } }
`;
    const loaded = loadScenario(text, 'f.yaml');
    expect(loaded.ok ? [] : loaded.problems.map(formatProblem)).toEqual([
      'f.yaml:2:27: users.dana.queues[0]: unknown queue "AB", did you mean "AP"?',
      'f.yaml:4:21: actionTypes.t.externalApi: unknown External API "bank", expected a name that the file defines (it defines no External API)',
      'f.yaml:4:48: actionTypes.t.allocation.queue: unknown queue "X1", expected AP',
      'f.yaml:4:58: actionTypes.t.allocation.user: unknown user "zoe", expected dana',
      'f.yaml:4:78: actionTypes.t.allocation.secondaryUser: unknown user "dan", did you mean "dana"?',
      'f.yaml:5:26: caseTypes.k.owner: unknown user "bob", expected dana',
      'f.yaml:5:41: caseTypes.k.process[0]: unknown Action type "u", expected t',
    ]);
  });

  it.each<[text: string, problem: string | string[]]>([
    ['launch: { case: C2 }', '21: steps[0].launch.case: unknown Case "C2", did you mean "C1"?'],
    [
      'launch: { case: C1, actionType: achive }',
      '37: steps[0].launch.actionType: unknown Action type "achive", did you mean "archive"?',
    ],
    [
      'launch: { caseType: invoise }',
      '25: steps[0].launch.caseType: unknown Case type "invoise", did you mean "invoice"?',
    ],
    [
      'retry: { action: C1/post-invoce, by: dana }',
      '22: steps[0].retry.action: unknown Action type "post-invoce", did you mean "post-invoice"?',
    ],
    ['retry: { action: C9/archive }', '22: steps[0].retry.action: unknown Case "C9", did you mean "C1"?'],
    [
      'retry: { action: a1 }',
      '22: steps[0].retry.action: unknown Action "a1", expected an alias (as) or CASE/actionType',
    ],
    ['retry: { action: archive }', '22: steps[0].retry.action: unknown Action "archive", did you mean "C1/archive"?'],
    [
      'relaunch: { action: C1/archive, by: omer }',
      '41: steps[0].relaunch.by: unknown user "omer", did you mean "omar"?',
    ],
    [
      'take: { action: C1/archve, by: dan }',
      [
        '21: steps[0].take.action: unknown Action type "archve", did you mean "archive"?',
        '36: steps[0].take.by: unknown user "dan", did you mean "dana"?',
      ],
    ],
    [
      'resolve: { action: C1/archive, by: danaa, as: complete }',
      '40: steps[0].resolve.by: unknown user "danaa", did you mean "dana"?',
    ],
    ['unassign: { action: C2/archive }', '25: steps[0].unassign.action: unknown Case "C2", did you mean "C1"?'],
    [
      'respond: { action: C2/archive, outcome: success }',
      '24: steps[0].respond.action: unknown Case "C2", did you mean "C1"?',
    ],
    ['show: { action: C1/archve }', '21: steps[0].show.action: unknown Action type "archve", did you mean "archive"?'],
    ['show: { case: C2 }', '19: steps[0].show.case: unknown Case "C2", did you mean "C1"?'],
    ['show: { queue: AQ }', '20: steps[0].show.queue: unknown queue "AQ", did you mean "AP"?'],
    ['show: { inbox: dan }', '20: steps[0].show.inbox: unknown user "dan", did you mean "dana"?'],
    ['show: { externalApi: erb }', '26: steps[0].show.externalApi: unknown External API "erb", did you mean "erp"?'],
    ['case: { case: C2, do: pause }', '19: steps[0].case.case: unknown Case "C2", did you mean "C1"?'],
    [
      'set: { actionType: archiv, due: 1h }',
      '24: steps[0].set.actionType: unknown Action type "archiv", did you mean "archive"?',
    ],
    [
      'set: { actionType: archive, externalApi: erb, allocation: { queue: PA } }',
      [
        '46: steps[0].set.externalApi: unknown External API "erb", did you mean "erp"?',
        '72: steps[0].set.allocation.queue: unknown queue "PA", expected AP or AP Exceptions',
      ],
    ],
    [
      'set: { externalApi: erq, calls: [] }',
      '25: steps[0].set.externalApi: unknown External API "erq", did you mean "erp"?',
    ],
    [
      'set: { user: omer, queues: [AQ] }',
      [
        '18: steps[0].set.user: unknown user "omer", did you mean "omar"?',
        '33: steps[0].set.queues[0]: unknown queue "AQ", did you mean "AP"?',
      ],
    ],
    [
      'expect: { action: C1/archive, assignee: omer, owner: danna, queue: AQ }',
      [
        '45: steps[0].expect.assignee: unknown user "omer", did you mean "omar"?',
        '58: steps[0].expect.owner: unknown user "danna", did you mean "dana"?',
        '72: steps[0].expect.queue: unknown queue "AQ", did you mean "AP"?',
      ],
    ],
    [
      'expect: { case: C1, problemAction: C1/archve }',
      '40: steps[0].expect.problemAction: unknown Action type "archve", did you mean "archive"?',
    ],
    [
      'expect: { notifications: dan, last: { case: C2, action: a9 } }',
      [
        '30: steps[0].expect.notifications: unknown user "dan", did you mean "dana"?',
        '49: steps[0].expect.last.case: unknown Case "C2", did you mean "C1"?',
        '61: steps[0].expect.last.action: unknown Action "a9", expected an alias (as) or CASE/actionType',
      ],
    ],
    [
      'expect: { inbox: dan, cases: [C1, C2], actions: [C3/archive] }',
      [
        '22: steps[0].expect.inbox: unknown user "dan", did you mean "dana"?',
        '39: steps[0].expect.cases[1]: unknown Case "C2", did you mean "C1"?',
        '54: steps[0].expect.actions[0]: unknown Case "C3", did you mean "C1"?',
      ],
    ],
    [
      'expect: { queue: AQ, actions: [C2/archive] }',
      [
        '22: steps[0].expect.queue: unknown queue "AQ", did you mean "AP"?',
        '36: steps[0].expect.actions[0]: unknown Case "C2", did you mean "C1"?',
      ],
    ],
    [
      'expect: { externalApi: erpp }',
      '28: steps[0].expect.externalApi: unknown External API "erpp", did you mean "erp"?',
    ],
  ])('in a step: %s', (text, problem) => {
    expect(problemsOf(step(text))).toEqual([problem].flat().map((line) => `f.yaml:15:${line}`));
  });

  it('names that JavaScript knows are no names of the file', () => {
    expect(problemsOf(step('take: { action: C1/toString, by: constructor }'))).toEqual([
      'f.yaml:15:21: steps[0].take.action: unknown Action type "toString", expected post-invoice or archive',
      'f.yaml:15:38: steps[0].take.by: unknown user "constructor", expected dana or omar',
    ]);
  });

  it('a name that is defined later in the file, or absent, is right', () => {
    const text = `cases: { C1: { owner: dana } }
steps:
  - expect: { action: a1, status: null, assignee: null, queue: null, owner: null }
  - expect: { case: C1, problemAction: null }
  - launch: { case: C1, actionType: archive, as: a1 }
`;
    expect(problemsOf(text)).toEqual([]);
  });
});

describe('names that steps define', () => {
  it('new Cases are called by their type, or by as, and counted on', () => {
    const text = `steps:
  - launch: { caseType: invoice }
  - launch: { caseType: invoice, count: 2, as: inv }
  - launch: { caseType: invoice, count: 3, every: 1m, as: inv }
  - expect: { case: invoice-1 }
  - expect: { case: inv-1 }
  - expect: { action: inv-5/post-invoice }
`;
    expect(problemsOf(text)).toEqual([]);
  });

  it('a number beyond those launched is unknown', () => {
    const text = `steps:
  - launch: { caseType: invoice, count: 40, as: inv }
  - expect: { case: inv-41 }
  - expect: { case: inv-0 }
  - expect: { case: inv-01 }
  - expect: { case: inv }
`;
    expect(problemsOf(text)).toEqual([
      'f.yaml:15:21: steps[1].expect.case: unknown Case "inv-41", did you mean "inv-40"?',
      'f.yaml:16:21: steps[2].expect.case: unknown Case "inv-0", did you mean "inv-40"?',
      'f.yaml:17:21: steps[3].expect.case: unknown Case "inv-01", did you mean "inv-1"?',
      'f.yaml:18:21: steps[4].expect.case: unknown Case "inv", did you mean "inv-1"?',
    ]);
  });

  it('a launched Case and a defined one have different names', () => {
    const text = `cases: { invoice-2: { owner: dana } }
steps:
  - launch: { caseType: invoice }
  - launch: { caseType: invoice }
  - launch: { caseType: invoice, as: inv }
`;
    expect(problemsOf(text)).toEqual([
      'f.yaml:16:13: steps[1].launch: the Case "invoice-2" is already defined in cases.invoice-2, expected another name (as)',
    ]);
  });

  it('an alias is given once, unless the step demands to be refused', () => {
    const text = `cases: { a1: { owner: dana } }
steps:
  - launch: { case: a1, actionType: archive, as: a1 }
  - launch: { case: a1, actionType: archive, as: a1 }
  - launch: { case: a1, actionType: archive, as: a1 }
    refused: true
`;
    expect(problemsOf(text)).toEqual([
      'f.yaml:16:50: steps[1].launch.as: the alias "a1" is already given in steps[0].launch.as, expected another name',
    ]);
  });
});

describe('what is defined', () => {
  it('a Case has an owner, its own or its type’s', () => {
    const text = `cases:
  C1: {}
  C2: { type: ownerless }
  C3: { type: ownerless, owner: dana }
  C4: { type: invoice }
steps:
  - launch: { caseType: ownerless }
`;
    expect(problemsOf(text)).toEqual([
      'f.yaml:14:7: cases.C1.owner: missing "owner", expected an owner',
      'f.yaml:15:7: cases.C2.owner: missing "owner", expected an owner here or in caseTypes.ownerless',
      'f.yaml:19:25: steps[0].launch.caseType: the Case type "ownerless" has no owner, expected an owner in caseTypes.ownerless',
    ]);
  });

  it('a queue stands once in a list', () => {
    const loaded = loadScenario('queues: [AP, AP]\nusers: { dana: { queues: [AP, AP] } }', 'f.yaml');
    expect(loaded.ok ? [] : loaded.problems.map(formatProblem)).toEqual([
      'f.yaml:1:14: queues[1]: "AP" appears twice in this list',
      'f.yaml:2:31: users.dana.queues[1]: "AP" appears twice in this list',
    ]);
  });

  it('a long list of names is cut', () => {
    const queues = Array.from({ length: 12 }, (_, index) => `q${'x'.repeat(index)}`).join(', ');
    const loaded = loadScenario(`queues: [${queues}]\nusers: { dana: { queues: [Z] } }`, 'f.yaml');
    expect(loaded.ok ? '' : loaded.problems[0]?.message).toMatch(
      /^unknown queue "Z", expected one of q, .*, … \(12 in all\)$/,
    );
  });
});
