/** Scenario texts of any length for `npm run bench -- read`: right ones of every shape, and wrong ones of every kind. */

/** A text of about `size` UTF-16 units. */
type TextOfSize = (size: number) => string;

const DEFINITIONS = `queues: [AP]
users: { dana: {} }
externalApis: { erp: { url: "https://erp.example.test/invoices", otherwise: { respond: { after: 10m, outcome: success } } } }
actionTypes: { post: { externalApi: erp, allocation: { queue: AP } } }
cases: { C1: { owner: dana, process: [post] } }
`;

/** `head`, then as many rows as fit, then `tail`. */
const rows =
  (head: string, row: (index: number) => string, tail = ''): TextOfSize =>
  (size) => {
    const parts = [head];
    let length = head.length + tail.length;
    for (let index = 0; length < size; index += 1) {
      const text = row(index);
      parts.push(text);
      length += text.length;
    }
    return parts.join('') + tail;
  };

const STEPS = `${DEFINITIONS}steps:\n`;

const STEP_ROWS = [
  '  - launch: { case: C1, actionType: post }\n',
  '  - advance: 3m\n',
  '  - expect: { action: C1/post, phase: awaiting response, retries: 2/5, errorBar: null }\n',
  '  - say: "The call has connected, so that there is no error bar any more."\n',
  '  - retry: { action: C1/post, by: dana }\n',
];
const stepRow = (index: number) => STEP_ROWS[index % STEP_ROWS.length] ?? '';

const jsonStep = (index: number) =>
  `${index === 0 ? '' : ',\n'}    ${JSON.stringify({ expect: { action: 'C1/post', phase: 'awaiting response', retries: '2/5' } })}`;

const JSON_HEAD = `{
  "users": { "dana": {} },
  "externalApis": { "erp": { "url": "https://erp.example.test/invoices" } },
  "actionTypes": { "post": { "externalApi": "erp" } },
  "cases": { "C1": { "owner": "dana", "process": ["post"] } },
  "steps": [
`;

const nested = (depth: number) => `${'{ a: '.repeat(depth)}1${' }'.repeat(depth)}`;

/** Every shape of a file that is right. */
const RIGHT_TEXTS: Readonly<Record<string, TextOfSize>> = {
  steps: rows(STEPS, stepRow),
  'block steps': rows(
    STEPS,
    () => '  - expect:\n      action: C1/post\n      phase: awaiting response\n      retries: 2/5\n',
  ),
  advances: rows(STEPS, () => '  - advance: 1m\n'),
  'JSON steps': rows(JSON_HEAD, jsonStep, '\n  ]\n}\n'),
  'JSON on one line': (size) => JSON.stringify(JSON.parse(rows(JSON_HEAD, jsonStep, '\n  ]\n}\n')(size))),
  'launches with as': rows(
    STEPS,
    (index) => `  - launch: { case: C1, actionType: post, as: a${index} }\n  - take: { action: a${index}, by: dana }\n`,
  ),
  'launches of Case types': rows(
    `${DEFINITIONS}caseTypes: { invoice: { owner: dana, process: [post] } }\nsteps:\n`,
    (index) =>
      `  - launch: { caseType: invoice, as: inv${index} }\n  - expect: { case: inv${index}-1, status: Waiting }\n`,
  ),
  'Action types': rows(
    'externalApis: { erp: { url: "https://erp.example.test/" } }\nactionTypes:\n',
    (index) =>
      `  type-${index}: { title: "Type ${index}", externalApi: erp, responseWithin: 30m, retry: { max: 3, first: 10s } }\n`,
  ),
  'launches beside Cases': rows(
    `${DEFINITIONS}  `.replace(/cases:.*\n {2}$/, 'caseTypes: { c: { owner: dana } }\ncases:\n'),
    (index) => `  c-${index + 1_000_000}: { owner: dana }\n`,
    `steps:\n${'  - launch: { caseType: c }\n'.repeat(9_000)}`,
  ),
  Cases: rows(
    'users: { dana: {} }\nexternalApis: { erp: { url: "https://erp.example.test/" } }\nactionTypes: { post: { externalApi: erp } }\ncases:\n',
    (index) => `  C${index}: { owner: dana, data: { invoiceId: "INV-${index}", amount: ${index} }, process: [post] }\n`,
  ),
  'data fields': rows(
    'users: { dana: {} }\ncases:\n  C1:\n    owner: dana\n    data:\n',
    (index) => `      field${index}: ${index}\n`,
  ),
  'nested data': rows(
    'users: { dana: {} }\ncases:\n  C1:\n    owner: dana\n    data:\n',
    (index) => `      field${index}: ${nested(80)}\n`,
  ),
  users: rows('queues: [AP]\nusers:\n', (index) => `  user-${index}: { queues: [AP] }\n`),
  queues: rows('queues:\n', (index) => `  - queue ${index}\n`),
  calls: rows(
    'externalApis:\n  erp:\n    url: "https://erp.example.test/"\n    calls:\n',
    (index) => `      - ${index % 2 ? 'fail: refused' : '{ respond: { after: 1m, outcome: success } }'}\n`,
  ),
  anchors: rows('users: { dana: {} }\ncases:\n', (index) => `  C${index}: &c${index} { owner: dana }\n`),
  aliases: rows('users: { dana: {} }\ncases:\n  C: &c { owner: dana }\n', (index) => `  C${index}: *c\n`),
  'one long text': (size) => `steps:\n  - say: "${'word '.repeat(size / 5)}"\n`,
  'one long block text': rows('steps:\n  - say: |\n', () => '      a line of the narration\n'),
  comments: rows(STEPS, () => '  # a comment that says nothing\n'),
  'a long title': (size) => `title: ${'x'.repeat(size)}\n`,
};

/** Every way in which a file can be wrong, mostly all over. */
const WRONG_TEXTS: Readonly<Record<string, TextOfSize>> = {
  'unknown steps': rows(STEPS, () => '  - advence: 1m\n'),
  'unknown keys': rows(STEPS, () => '  - expect: { action: C1/post, staus: Waiting }\n'),
  'unknown key in the last step': rows(STEPS, stepRow, '  - expect: { action: C1/post, staus: Waiting }\n'),
  'wrong types': rows(STEPS, () => '  - advance: [1]\n'),
  'wrong words': rows(STEPS, () => '  - expect: { action: C1/post, status: Wating }\n'),
  'steps that are texts': rows(STEPS, () => '  - advance\n'),
  'unknown keys in one map': rows('actionTypes:\n  t:\n', (index) => `    unknown${index}: 1\n`),
  'one map with many keys as a step': rows(
    'steps:\n  - expect:\n      action: C1/post\n',
    (index) => `      unknown${index}: 1\n`,
  ),
  'unknown Actions': rows(STEPS, (index) => `  - retry: { action: b${index} }\n`),
  'unknown Cases': rows(STEPS, (index) => `  - launch: { case: D${index} }\n`),
  'unknown users': rows(`users: { dana: {} }\ncases:\n`, (index) => `  C${index}: { owner: dona }\n`),
  'unknown Cases among many': rows(
    'users: { dana: {} }\ncases:\n',
    (index) => `  C${index}: { owner: dana }\n`,
    `steps:\n${Array.from({ length: 200 }, (_, index) => `  - launch: { case: D${index}x }\n`).join('')}`,
  ),
  'wrong Action types': rows('actionTypes:\n', (index) => `  type-${index}: { titel: 1, externalApi: erp }\n`),
  'wrong calls': rows(
    'externalApis:\n  erp:\n    url: "https://erp.example.test/"\n    calls:\n',
    () => '      - { fial: refused }\n',
  ),
  'wrong Cases': rows('cases:\n', (index) => `  C${index}: { owner: [] }\n`),
  'unknown aliases among many': rows(
    STEPS,
    (index) => `  - launch: { case: C1, actionType: post, as: a${index} }\n  - retry: { action: b${index} }\n`,
  ),
  'unknown Action in the last step': rows(STEPS, stepRow, '  - retry: { action: C1/pst }\n'),
  'Cases without owners': rows('cases:\n', (index) => `  C${index}: {}\n`),
  'Cases defined twice': rows(
    `${DEFINITIONS}  `.replace(
      /cases:.*\n {2}$/,
      'caseTypes: { c: { owner: dana } }\ncases:\n  c-1: { owner: dana }\n  c-2: { owner: dana }\nsteps:\n',
    ),
    () => '  - launch: { caseType: c, as: c }\n',
  ),
  'aliases given twice': rows(STEPS, () => '  - launch: { case: C1, actionType: post, as: a }\n'),
  'queues that stand twice': rows('queues:\n', () => '  - AP\n'),
  'keys that stand twice': rows('users:\n', () => '  dana: {}\n'),
  'bad YAML at the start': rows(`title: [}\n${STEPS}`, stepRow),
  'bad YAML at the end': rows(STEPS, stepRow, '  - {\n'),
  'bad YAML everywhere': rows('', (index) => `a${index}: [}\n`),
  'an open quote at the start': rows(`title: "open\n${STEPS}`, stepRow),
  'an open bracket at the start': rows(`title: [open\n${STEPS}`, stepRow),
  'wrong indentation': rows(STEPS, (index) => `${' '.repeat(index % 7)}- advance: 1m\n`),
  tabs: rows(STEPS, () => '\t- advance: 1m\n'),
  'only brackets': (size) => '['.repeat(size),
  'nesting without end': (size) => 'a: {'.repeat(size / 4),
  'nested lists': (size) => '- '.repeat(size / 2),
  'deeper and deeper': rows('', (index) => `${' '.repeat(index % 3_000)}a:\n`),
  'aliases of aliases': rows(
    'a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n',
    (index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}, *a${index}]\n`,
  ),
  'unknown aliases of YAML': rows('cases:\n', (index) => `  C${index}: *nothing\n`),
  'unknown tags': rows('cases:\n', (index) => `  C${index}: !thing {}\n`),
  'many documents': rows('', () => '---\ntitle: x\n'),
  'one line of text': (size) => 'word '.repeat(size / 5),
  'lines of text': rows('', () => 'this is no scenario at all\n'),
  'one key without end': (size) => `${'x'.repeat(size)}: 1\n`,
  'control characters': (size) => '\u0001'.repeat(size),
  colons: (size) => ': '.repeat(size / 2),
  'question marks': (size) => '? '.repeat(size / 2),
  'carriage returns': (size) => 'a: 1\r'.repeat(size / 5),
  'a list at the top': rows('', () => '- advance: 1m\n'),
  'JSON cut off': rows(JSON_HEAD, jsonStep),
  'broken escapes': (size) => `title: "${'\\q'.repeat(size / 2)}"\n`,
  'regular expressions in names': (size) => `cases: { "${' '.repeat(size)}": {} }\n`,
  'a long duration': (size) => `steps:\n  - advance: "${'1'.repeat(size)}"\n`,
  'a long URL': (size) => `externalApis: { erp: { url: "https://${'x'.repeat(size)}" } }\n`,
  'a long reference': (size) => `steps:\n  - retry: { action: "${'a'.repeat(size)}" }\n`,
  'a long instant': (size) => `steps:\n  - advance: { to: "+${'1'.repeat(size)}" }\n`,
  'a long unknown key': (size) => `"${'retry'.repeat(size / 5)}": 1\nsteps:\n  - "${'retry'.repeat(size / 5)}": 1\n`,
  'a long word': (size) => `settings: { responseClock: "${'x'.repeat(size)}" }\n`,
};

/** All of them. */
export const READ_TEXTS: Readonly<Record<string, TextOfSize>> = { ...RIGHT_TEXTS, ...WRONG_TEXTS };
