import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../../src/main/language-server/check.ts';
import { complete } from '../../../src/main/language-server/complete.ts';
import { connectLanguage } from '../../../src/main/language-server/connect.ts';
import { definitionAt } from '../../../src/main/language-server/definition.ts';
import type { Disk } from '../../../src/main/language-server/disk.ts';
import { hoverAt } from '../../../src/main/language-server/hover.ts';
import { outlineOf } from '../../../src/main/language-server/outline.ts';
import { languageClient } from '../../support/language-client.ts';
import { slashed } from '../../support/system.ts';
import { EVERYTHING } from '../scenario/samples.ts';

const FILE = '/project/a.yaml';
const PEOPLE = 'users: { zoe: {} }\nqueues: [Late Shift]\ncaseTypes: { invoice: { owner: zoe } }\n';
const DEFINITIONS = `externalApis: { erp: { url: "https://erp.example.test" } }
queues: [AP, AP Exceptions]
users: { dana: {}, omar: {} }
actionTypes:
  post: { externalApi: erp }
  archive: { manual: true }
cases: { C1: { owner: dana, process: [post, [archive]] } }
`;

/** Where Windows puts a path that names no drive. */
const withoutDrive = (path: string) => slashed(path).replace(/^[a-z]:/i, '');

const DISK: Disk = {
  readFile: (file) =>
    withoutDrive(file) === '/project/people.yaml' ? PEOPLE : { problem: 'cannot be read: no such file' },
  filesIn: (folder) =>
    ({ '/project/': ['a.yaml', 'people.yaml', 'cases.csv', 'shared/', 'notes.md'], '/project/shared/': ['apis.yml'] })[
      withoutDrive(folder)
    ] ?? [],
};

let client: Awaited<ReturnType<typeof languageClient>>;
beforeAll(async () => {
  client = await languageClient(DISK);
});
afterAll(async () => {
  expect(await client.end()).toBe(0);
});

const labels = async (text: string) => (await client.complete(FILE, text)).map(({ label }) => label);

describe('completion', () => {
  it.each([
    ['keys of the file', 'ti|', ['title', 'summary', 'tags', 'steps']],
    ['steps', 'steps:\n  - adv|\n', ['launch', 'advance', 'expect', 'restart']],
    ['steps in an empty place', 'steps:\n  - |\n', ['launch', 'advance']],
    ['steps between others', 'steps:\n  - next: 1\n  - |\n  - next: 2\n', ['launch', 'advance']],
    ['subjects first', 'steps:\n  - expect: { | }\n', ['action', 'case', 'notifications', 'clock']],
    [
      'fields of a subject',
      'steps:\n  - expect: { action: C1/post, st| }\n',
      ['status', 'phase', 'errorBar', 'timeline'],
    ],
    ['fields in block style', 'steps:\n  - expect:\n      action: C1/post\n      |\n', ['status', 'phase', 'timeline']],
    ['a map that begins', 'settings:\n  |\nusers: {}\n', ['retry', 'responseClock', 'callTimeout']],
    ['what goes on in braces that are open', 'steps:\n  - expect: { action: C1/post, st|\n  - next: 1\n', ['status']],
    ['where something else does not parse', 'queues: [AP\nsteps:\n  - expect: { action: x, | }\ntags: }\n', ['status']],
    ['call outcomes', 'externalApis: { erp: { otherwise: { | } } }', ['fail', 'status', 'accept', 'respond']],
    ['what is left of a call outcome', 'externalApis: { erp: { calls: [{ fail: dns, | }] } }', ['after']],
    ['comparisons', 'steps: [{ expect: { action: C1/post, calls: { | } } }]', ['not', 'atLeast', 'between']],
    ['failures as keys', 'externalApis: { erp: { random: { fail: { | } } } }', ['refused', 'hang']],
    ['JSON', '{ "steps": [{ "expect": { "action": "C1/post", "|" } }] }', ['status', 'phase']],
  ])('proposes %s', async (_, text, some) => {
    expect(await labels(text)).toEqual(expect.arrayContaining(some));
  });

  it('proposes nothing that does not fit', async () => {
    expect(await labels('steps:\n  - expect: { | }\n')).not.toContain('status');
    expect(await labels('steps:\n  - expect: { action: C1/post, | }\n')).not.toContain('needsAttention');
    expect(await labels('steps:\n  - expect: { action: C1/post, | }\n')).not.toContain('action');
    expect(await labels('externalApis: { erp: { calls: [{ fail: dns, | }] } }')).toEqual(['after']);
    expect(await labels('steps:\n  - launch: { case: C1 } # |\n')).toEqual([]);
    expect(await labels('cases: { C1: { data: { | } } }')).toEqual([]);
  });

  it.each([
    ['statuses', 'status: |', ['Waiting', 'To Do', 'Closed', 'null']],
    ['statuses within a word', 'status: Wai|', ['Waiting']],
    ['reasons', 'reason: |', ['Timeout', 'Updated by Integration']],
    ['true and false', 'overdue: |', ['true', 'false']],
    ['words of a comparison', 'status: { oneOf: [Closed, |] }', ['Waiting']],
    ['kinds of timeline entries', 'timeline: [created, |]', ['call failed', 'retry scheduled']],
    ['users', 'assignee: |', ['dana', 'omar']],
    ['queues', 'queue: |', ['AP', 'AP Exceptions']],
  ])('proposes %s as values', async (_, field, some) => {
    const flow = `${DEFINITIONS}steps:\n  - expect: { action: C1/post, ${field} }\n`;
    const block = `${DEFINITIONS}steps:\n  - expect:\n      action: C1/post\n      ${field}\n`;
    expect(await labels(flow)).toEqual(expect.arrayContaining(some));
    expect(await labels(block)).toEqual(expect.arrayContaining(some));
  });

  it.each([
    [
      'Actions by Case and type, and by alias',
      'launch: { case: C1, actionType: archive, as: extra }\n  - retry: { action: | }',
      ['C1/post', 'C1/archive', 'extra'],
    ],
    ['Cases', 'launch: { case: | }', ['C1']],
    [
      'Cases that a step launches',
      'launch: { caseType: invoice, count: 2, as: inv }\n  - case: { case: | }',
      ['C1', 'inv-1', 'inv-2'],
    ],
    ['Case types', 'launch: { caseType: | }', ['invoice']],
    ['External APIs', 'set: { externalApi: | }', ['erp']],
    ['users of an included file', 'take: { action: C1/archive, by: | }', ['dana', 'zoe']],
    ['queues of an included file', 'expect: { queue: | }', ['AP', 'Late Shift']],
    ['parameters', 'advance: |', ['$wait']],
  ])('proposes %s', async (_, step, some) => {
    const text = `include: [people.yaml]\nparams: { wait: 3m }\n${DEFINITIONS}steps:\n  - ${step}\n`;
    expect(await labels(text)).toEqual(expect.arrayContaining(some));
  });

  it('proposes names in definitions', async () => {
    expect(await labels(`${DEFINITIONS}caseTypes: { k: { owner: |, process: [] } }`)).toEqual(['dana', 'omar']);
    expect(await labels(`${DEFINITIONS}caseTypes: { k: { process: [post, [|]] } }`)).toEqual(['post', 'archive']);
    expect(await labels(`queues: [AP]\nusers:\n  dana: { queues: [|] }\n`)).toEqual(['AP']);
  });

  it('proposes files', async () => {
    expect(await labels('include: [|]')).toEqual(['people.yaml', 'shared/']);
    expect(await labels('include:\n  - shared/|\n')).toEqual(['shared/apis.yml']);
    expect(await labels('include: [people.yaml, "./shared/ap|"]')).toEqual(['./shared/apis.yml']);
    expect(await labels('examples: |')).toEqual(['cases.csv', 'shared/']);
  });

  it('writes what was taken as the file needs it', async () => {
    expect(await client.taken(FILE, 'steps:\n  - adv|\n', 'advance')).toBe('steps:\n  - advance: \n');
    expect(await client.taken(FILE, 'steps: [{ adv|: 3m }]', 'advance')).toBe('steps: [{ advance: 3m }]');
    expect(await client.taken(FILE, '{ "ti|" }', 'title')).toBe('{ "title":  }');
    const steps = 'queues: [AP Exceptions, "4711"]\nsteps:\n  - expect: { queue: ';
    expect(await client.taken(FILE, `${steps}AP Ex| }\n`, 'AP Exceptions')).toBe(`${steps}AP Exceptions }\n`);
    expect(await client.taken(FILE, `${steps}| }\n`, '4711')).toBe(`${steps}"4711" }\n`);
    expect(await client.taken(FILE, `${steps}"AP|" }\n`, 'AP Exceptions')).toBe(`${steps}"AP Exceptions" }\n`);
  });

  it('finds its place in a long file', async () => {
    const others = '  - expect: { action: C1/post, status: Waiting }\n'.repeat(200);
    const launch = '  - launch: { case: C1, actionType: archive, as: extra }\n';
    const before = `# steps:\n${DEFINITIONS}steps: # many\n\n${others}${launch}${others}`;
    const after = `${others}tags: [x]\n`;
    const text = (step: string) => `${before}  - retry: { action: ${step} }\n${after}`;
    expect(await labels(text('|'))).toEqual(expect.arrayContaining(['C1/post', 'extra']));
    expect(await client.taken(FILE, text('ex|'), 'extra')).toBe(text('extra'));
    expect(await labels(`${before}  - |\n${after}`)).toContain('launch');
    expect(await labels(`${before}${others}  - |`)).toContain('launch');
    const hover = await client.hover(FILE, text('|C1/post'));
    expect(hover?.range).toMatchObject({ start: { line: 411, character: 21 }, end: { line: 411, character: 28 } });
  });

  it('explains what it proposes', async () => {
    const items = await client.complete(FILE, 'settings: { retry: { | } }');
    const max = items.find(({ label }) => label === 'max');
    expect(max?.documentation).toMatchObject({
      value: expect.stringMatching(/The most retries after the first call.*S1: /s),
    });
  });
});

describe('at every place of a file', () => {
  const disk = { readFile: () => ({ problem: 'no' }), filesIn: () => [] };
  // A prime number of places apart, so that all kinds of them come up.
  const places = Array.from({ length: Math.ceil(EVERYTHING.length / 67) }, (_, index) => index * 67);

  it.each([
    ['proposals are made', (text: string, at: number) => complete(text, at, '/a.yaml', disk)],
    ['a hint is found or not', hoverAt],
    ['a definition is found or not', (text: string, at: number) => definitionAt(text, at, '/a.yaml', disk.readFile)],
    ['what is typed so far is checked', (text: string, at: number) => check(text.slice(0, at), '/a.yaml', {})],
    ['what is typed so far has an outline', (text: string, at: number) => outlineOf(text.slice(0, at))],
    ['proposals are made at the end', (text: string, at: number) => complete(text.slice(0, at), at, '/a.yaml', disk)],
  ])('%s, and nothing fails', (_, ask) => {
    for (const at of places) expect(() => ask(EVERYTHING, at)).not.toThrow();
  });
});

describe('problems', () => {
  it('tells what validate tells, and underlines it', async () => {
    await client.write(
      FILE,
      `${DEFINITIONS}steps:\n  - launch: { case: C1 }\n  - expect: { action: C1/psot, status: Closed }\n`,
    );
    const [problem, ...others] = await client.problems(FILE);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      message: 'unknown Action type "psot", did you mean "post"?',
      source: 'trigger-lab',
      severity: 1,
      range: { start: { line: 9, character: 22 }, end: { line: 9, character: 29 } },
    });
  });

  it('tells about a text that cannot be read, and nothing about one that is right', async () => {
    await client.write(FILE, 'steps: [');
    expect((await client.problems(FILE))[0]?.message).toMatch(/^not YAML: /);
    await client.write(FILE, 'title: x\nsteps: []\n');
    expect(await client.problems(FILE)).toEqual([]);
  });

  it('checks only the last of a burst of changes', async () => {
    const before = client.published.length;
    await Promise.all(Array.from({ length: 50 }, (_, index) => client.write(FILE, `titel: "${index}"\n`)));
    expect(await client.problems(FILE)).toHaveLength(1);
    expect(client.published.length - before).toBeLessThan(5);
  });

  it('reads included files as an editor has them, and says where they are wrong', async () => {
    const text = 'include: [people.yaml]\ncases: { C1: { owner: zoe } }\n';
    await client.write(FILE, text);
    expect(await client.problems(FILE)).toEqual([]);

    await client.write('/project/people.yaml', 'users: { zoe: { avialable: true } }\n');
    await client.problems('/project/people.yaml');
    await client.write(FILE, `${text}# and again\n`);
    const [problem] = await client.problems(FILE);
    expect(problem).toMatchObject({
      message: expect.stringMatching(
        /^(?:[A-Z]:)?[/\\]project[/\\]people\.yaml:1:17: users\.zoe\.avialable: unknown key "avialable"/,
      ),
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 7 } },
    });
    await client.close('/project/people.yaml');
    await client.write(FILE, text);
    expect(await client.problems(FILE)).toEqual([]);
  });

  it('tells them in the included file too, open or not, once, and takes them back', async () => {
    const types = '/project/types.yaml';
    const wrong = 'caseTypes:\n  invoice: { owner: nobody }\n';
    const files = new Map([[types, wrong]]);
    const other = await languageClient({
      readFile: (file) => files.get(file) ?? { problem: 'cannot be read: no such file' },
      filesIn: () => [],
    });
    const text = 'include: [types.yaml]\nusers: { dana: {} }\ncases: { C1: { type: invoice } }\n';
    await other.write(FILE, text);
    const unknown = 'unknown user "nobody", expected dana';
    const range = { start: { line: 1, character: 20 }, end: { line: 1, character: 26 } };
    expect(await other.told(types, unknown)).toMatchObject([{ range }]);
    await other.told(FILE, `types.yaml:2:21: caseTypes.invoice.owner: ${unknown}`);

    // By itself it may use names of those that include it; what else is wrong, both find.
    await other.write(types, `${wrong}actionTypes: { post: { due: soon } }\n`);
    await other.told(types, 'found "soon"');
    await other.write(types, wrong);
    expect(await other.told(types, unknown)).toMatchObject([{ range }]);
    await other.write(types, wrong.replace('nobody', 'dana'));
    await other.told(types);
    await other.told(FILE);
    await other.close(types);
    await other.told(types, unknown);
    await other.close(FILE);
    await other.told(types);
    expect(await other.end()).toBe(0);
  });
});

describe('going to where something is defined', () => {
  const STEPS = `steps:
  - launch: { caseType: invoice, count: 2 }
  - launch: { caseType: invoice, count: 2, as: inv }
  - launch: { caseType: invoice, as: inv }
  - launch: { case: C1, actionType: archive, as: extra }
`;
  const TEXT = `include: [people.yaml]\nparams: { wait: 3m }\n${DEFINITIONS}${STEPS}`;
  const HERE = 'a.yaml';
  /** The words of the file that it goes to, from where it goes to. */
  async function goesTo(marked: string): Promise<string | null> {
    const location = await client.definition(FILE, marked);
    if (location === null) return null;
    const file = location.uri.slice(location.uri.lastIndexOf('/') + 1);
    const { start, end } = location.range;
    const line = (file === HERE ? marked.replace('|', '') : PEOPLE).split('\n')[start.line] ?? '';
    return `${file}:${start.line + 1}: ${line.slice(start.character, end.character)}`;
  }

  it.each([
    ['a user', 'retry: { action: C1/post, by: om|ar }', 'a.yaml:5: omar'],
    ['a queue', 'expect: { queue: AP Ex|ceptions, actions: 0 }', 'a.yaml:4: AP Exceptions'],
    ['an External API', 'set: { externalApi: "e|rp", accept: true }', 'a.yaml:3: erp'],
    ['the Case of an Action', 'retry: { action: C|1/post }', 'a.yaml:9: C1'],
    ['the type of an Action', 'retry: { action: C1/po|st/2 }', 'a.yaml:7: post'],
    ['the type of an Action in a list', 'expect: { inbox: omar, actions: ["C1/arch|ive"] }', 'a.yaml:8: archive'],
    ['an alias', 'retry: { action: ex|tra }', 'a.yaml:14: extra'],
    ['a Case that a step launches', 'case: { case: invoice|-2, do: pause }', 'a.yaml:11: invoice'],
    ['one of the second launch of a name', 'retry: { action: inv|-3/post }', 'a.yaml:13: inv'],
    ['a parameter', 'advance: $wa|it', 'a.yaml:2: wait'],
    ['a user of an included file', 'expect: { inbox: z|oe, cases: 0 }', 'people.yaml:1: zoe'],
    ['a queue of an included file', 'expect: { queue: Late| Shift, actions: 0 }', 'people.yaml:2: Late Shift'],
    ['a Case type of an included file', 'launch: { caseType: inv|oice }', 'people.yaml:3: invoice'],
  ])('finds %s', async (_, step, place) => {
    expect(await goesTo(`${TEXT}  - ${step}\n`)).toBe(place);
    // Also while something else does not parse.
    expect(await goesTo(`${TEXT}  - ${step}\n  - expect: { action: C1/post, \n`)).toBe(place);
  });

  it('finds names in definitions, and the file that is included', async () => {
    expect(await goesTo(TEXT.replace('[post, [arch', '[post, [arc|h'))).toBe('a.yaml:8: archive');
    expect(await goesTo(TEXT.replace('owner: dana', 'owner: da|na'))).toBe('a.yaml:5: dana');
    expect(await goesTo(TEXT.replace('[people', '[peo|ple'))).toBe('people.yaml:1: ');
  });

  it('finds nothing where nothing is named or nobody defines it', async () => {
    expect(await goesTo(`${TEXT}  - retry: { action: C9|/post }\n`)).toBeNull();
    expect(await goesTo(`${TEXT}  - retry: { action: inv|-4/post }\n`)).toBeNull();
    expect(await goesTo(`${TEXT}  - expect: { inbox: toStr|ing }\n`)).toBeNull();
    expect(await goesTo(`${TEXT}  - say: da|na\n`)).toBeNull();
    expect(await goesTo(`${TEXT}  - re|try: { action: C1/post }\n`)).toBeNull();
    expect(await goesTo(TEXT.replace('people', 'pe|ters'))).toBeNull();
  });
});

it('lets a file that is there to be included use names of the files that do', async () => {
  const part = '/project/types.yaml';
  const text =
    'actionTypes: { post: { externalApi: erp } }\ncaseTypes: { k: { owner: dana, process: [post, other] } }\n';
  await client.write(part, text);
  expect(await client.problems(part)).toEqual([]);
  await client.write(part, text.replace('owner', 'onwer'));
  expect((await client.problems(part)).map(({ message }) => message)).toEqual([
    expect.stringMatching(/^unknown key "onwer".*did you mean "owner"\?$/),
  ]);
  await client.write(part, `${text}cases: { C1: { type: k } }\n`);
  expect((await client.problems(part)).length).toBeGreaterThan(1);
});

it('says nothing about files elsewhere where it is told in which folders scenarios are', async () => {
  const other = await languageClient(DISK, ['scenarios']);
  await other.write('/project/compose.yaml', 'services: {}\n');
  expect(await other.complete('/project/scenarios-old/a.yaml', 'ti|')).toEqual([]);
  await other.write('/project/scenarios/deep/a.yaml', 'titel: x\n');
  expect(await other.problems('/project/scenarios/deep/a.yaml')).toHaveLength(1);
  expect(other.published.map(({ uri }) => uri)).toEqual([expect.stringMatching(/scenarios\/deep\/a\.yaml$/)]);
  expect(await other.end()).toBe(0);
});

it('says what it can do', () => {
  expect(client.initialized).toMatchObject({
    serverInfo: { name: 'trigger-lab', version: '1.2.3' },
    capabilities: {
      completionProvider: {},
      hoverProvider: true,
      definitionProvider: true,
      codeActionProvider: {},
      documentSymbolProvider: true,
    },
  });
});

it('ends with a fault where the editor goes without a word', async () => {
  const input = new PassThrough();
  const ended = connectLanguage(input, new PassThrough(), { version: '1.2.3', folders: [], disk: DISK });
  input.end();
  input.resume();
  expect(await ended).toBe(1);
});

describe('quick fixes', () => {
  const step = (text: string) => `${DEFINITIONS}steps:\n  - ${text}\n`;

  it.each([
    ['a key', 'expect: { action: C1/post, staus: Closed }', 'status', 'expect: { action: C1/post, status: Closed }'],
    ['a step', 'advence: 3m', 'advance', 'advance: 3m'],
    [
      'a fixed word',
      'expect: { action: C1/post, status: Wating }',
      'Waiting',
      'expect: { action: C1/post, status: Waiting }',
    ],
    ['a name', 'set: { user: "damn", available: false }', 'dana', 'set: { user: "dana", available: false }'],
    ['a part of a reference', 'retry: { action: C1/psot }', 'post', 'retry: { action: C1/post }'],
    ['the other part', 'retry: { action: C2/post }', 'C1', 'retry: { action: C1/post }'],
  ])('mends %s', async (_, wrong, word, right) => {
    await client.write(FILE, step(wrong));
    expect(await client.fixes(FILE)).toEqual([{ title: `Change to “${word}”`, text: step(right) }]);
  });

  it('mends the name of a parameter', async () => {
    const file = (name: string) => `params: { max: 3, word: x }\ntitle: "$word \${${name}} \${word}"\n`;
    await client.write(FILE, file('mx'));
    expect(await client.fixes(FILE)).toEqual([{ title: 'Change to “max”', text: file('max') }]);
  });
});

describe('hints', () => {
  it.each([
    [
      'a setting, with its rule',
      'settings: { retry: { m|ax: 3 } }',
      /Maximum retries.*The most retries.*S1: The retry pattern/s,
    ],
    ['a step', 'steps:\n  - adv|ance: 3m\n', /Moves virtual time/],
    ['a step, with its rules', 'steps:\n  - re|try: { action: C1/post }\n', /Clicks Retry.*R12: /s],
    [
      'a field of an expectation',
      'steps: [{ expect: { action: C1/post, error|Bar: null } }]',
      /after a connection failure.*R8: /s,
    ],
    ['a value', 'steps: [{ expect: { action: C1/post, status: Cl|osed } }]', /What people see/],
    ['what another alternative calls otherwise', 'steps: [{ expect: { queue: A|P } }]', /The queue to check/],
  ])('explains %s', async (_, text, words) => {
    const hover = await client.hover(FILE, text);
    expect(hover?.contents).toMatchObject({ kind: 'markdown', value: expect.stringMatching(words) });
  });

  it('has nothing to say between things', async () => {
    expect(await client.hover(FILE, 'title: x\n|\n')).toBeNull();
  });
});

describe('the outline', () => {
  it('has the sections, and the steps under their chapters', async () => {
    await client.write(
      FILE,
      'users: { dana: {} }\nsteps:\n  - next: 1\n  - chapter: The first call\n  - advance: 3m\n',
    );
    const [users, steps] = await client.symbols(FILE);
    expect(users).toMatchObject({ name: 'users', children: [{ name: 'dana' }] });
    expect(steps).toMatchObject({
      name: 'steps',
      children: [{ name: 'next: 1' }, { name: 'The first call', children: [{ name: 'advance: 3m' }] }],
    });
  });
});
