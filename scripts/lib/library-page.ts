/** docs/library.md: how the library is used, and all that it has, from its docstrings. */
import { posix } from 'node:path';
import type { z } from 'zod';
import {
  actionState,
  caseState,
  clockReading,
  notificationState,
  requestState,
  timelineEntryState,
} from '../../src/shared/state.ts';
import { declarations } from './declarations.ts';

const INTRODUCTION = `# Trigger Lab as a library

\`npm i -D trigger-lab\` in any project, with Node 22.13 or newer. Nothing here needs a server, a window or the network, and any number of scenarios
may run at a time. Types are included.

## Run a scenario

\`runScenario\` takes a scenario file's text, or a value like it, and answers with what \`trigger-lab run --reporter json\` prints:

\`\`\`ts
import { runScenario } from 'trigger-lab';

const { passed, scenarios } = await runScenario({
  users: { dana: {} },
  externalApis: { erp: { url: 'https://erp.example.test/', calls: [{ fail: 'refused' }], otherwise: { respond: { after: '10m', outcome: 'success' } } } },
  actionTypes: { post: { externalApi: 'erp' } },
  cases: { C1: { owner: 'dana', process: ['post'] } },
  steps: [{ launch: { case: 'C1' } }, { advance: { until: 'idle' } }, { expect: { case: 'C1', status: 'Closed' } }],
});
if (!passed) throw new Error(JSON.stringify(scenarios, null, 2));
\`\`\`

## Act on one from code

\`openLab\` opens a scenario; its methods are the steps of a scenario file. What the rules refuse throws, and so does what is not as expected:

\`\`\`ts
import { openLab } from 'trigger-lab';

await using lab = await openLab(\`
users: { dana: {} }
externalApis: { erp: { url: https://erp.example.test/, otherwise: { fail: refused } } }
actionTypes: { post: { externalApi: erp, retry: { max: 2 } } }
cases: { C1: { owner: dana, process: [post] } }
\`);
await lab.launch('C1');
await lab.advance('1m');
if (lab.action('C1/post').retries !== '1/2') throw new Error('not retried after a minute');
await lab.advance({ until: 'idle' });
await lab.expect({ case: 'C1', needsAttention: true, problemAction: 'C1/post' });
\`\`\`

Without \`await using\`, call \`lab.close()\` at the end. \`import schema from 'trigger-lab/schema' with { type: 'json' }\` is the JSON Schema of scenario files.

## Reference
`;

/** An export of the entry, and the module that declares it under `source`. */
interface Exported {
  readonly name: string;
  readonly source: string;
  readonly module: string;
}

/** The whole page; throws where something has no docstring. */
export async function libraryPage(): Promise<string> {
  const declared = await declarations();
  if (declared === null) throw new Error('the types of the library cannot be declared');
  const exported = exportsOf(declared.get('main/index') ?? '');
  const entries = exported.map((each) => ({
    ...each,
    text: declarationOf(declared.get(each.module) ?? '', each.source),
  }));
  const kinds = [/^export declare function/, /^export declare class/, /^export (interface|type)/];
  const sections = kinds.flatMap((kind) => entries.filter(({ text }) => kind.test(text.code)).map(entryOf));
  return `${INTRODUCTION}\n${sections.join('\n')}`;
}

/** `export type { A, B as C } from './a.js';` */
function exportsOf(index: string): Exported[] {
  return [...index.matchAll(/^export (?:type )?\{([^}]+)\} from '([^']+)\.js';/gm)].flatMap(
    ([, names = '', path = '']) =>
      names.split(',').flatMap((each) => {
        const [, source, name = source] = /^\s*(?:type )?(\w+)(?: as (\w+))?\s*$/.exec(each) ?? [];
        if (source === undefined || name === undefined) return [];
        return [{ name, source, module: posix.join('main', path) }];
      }),
  );
}

interface Declaration {
  readonly doc: string;
  readonly code: string;
}

function declarationOf(text: string, name: string): Declaration {
  const start = new RegExp(`^export (?:declare )?(?:function|class|interface|type) ${name}\\b`, 'm').exec(text);
  if (start === null) throw new Error(`${name} is not declared`);
  // It ends on its line, or with the first line that begins with a brace and closes it.
  const code = /^[^\n]*;\n|^.*?\n\};?\n/s.exec(text.slice(start.index))?.[0] ?? '';
  const doc = SCHEMAS.get(name)?.description ?? /\/\*\*((?:(?!\*\/).)*)\*\/\n$/s.exec(text.slice(0, start.index))?.[1];
  if (doc === undefined) throw new Error(`${name} has no docstring`);
  return { doc: prose(doc), code };
}

const prose = (doc: string) =>
  doc
    .replace(/^\s*\*? ?/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function entryOf({ name, text: { doc, code } }: { readonly name: string; readonly text: Declaration }): string {
  const isShown = code.startsWith('export declare function') || /^export type .*\n\} \|/s.test(code);
  const head = isShown ? `\`\`\`ts\n${signature(code)}\n\`\`\`\n\n` : '';
  const rows = fieldsOf(name) ?? (code.startsWith('export type') ? [] : membersOf(code));
  return `### ${name}\n\n${head}${doc}\n${tableOf(rows)}`;
}

const signature = (code: string) =>
  code
    .replace(/^export (declare )?/, '')
    .replace('ScenarioFileText', 'ScenarioText')
    .trim();

type Row = readonly [member: string, meaning: string];

function tableOf(rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  const lines = rows.map(([member, meaning]) => `| \`${cell(member)}\` | ${cell(meaning)} |`);
  return `\n${['| member | meaning |', '|---|---|', ...lines].join('\n')}\n`;
}

const cell = (text: string) => text.replace(/\s+/g, ' ').replaceAll('|', '\\|');

/** The members of a class or an interface. What has a name that no word makes (`#private`) is nobody's business. */
function membersOf(code: string): Row[] {
  const members = code.matchAll(/(?:\/\*\*((?:(?!\*\/).)*)\*\/\n)? {4}(?:readonly )?(\w[^\n]*);\n/gs);
  return [...members].map(([, doc, member = '']) => {
    if (doc === undefined) throw new Error(`${member} has no docstring in ${code.split('\n')[0]}`);
    return [member, prose(doc)] as const;
  });
}

/** What can be read of a world is described where its schema is. */
const SCHEMAS: ReadonlyMap<string, z.ZodObject> = new Map(
  Object.entries({ actionState, caseState, clockReading, notificationState, requestState, timelineEntryState }).map(
    ([name, schema]) => [`${name[0]?.toUpperCase()}${name.slice(1)}`, schema as z.ZodObject] as const,
  ),
);

function fieldsOf(name: string): Row[] | null {
  const fields = SCHEMAS.get(name)?.shape;
  if (fields === undefined) return null;
  return Object.entries(fields).map(([key, field]) => [key, (field as z.ZodType).description ?? ''] as const);
}
