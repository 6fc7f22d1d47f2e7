/** What a `set` step saves, in words, by the labels of the fields. */
import { counted } from '../../shared/counted.ts';
import type { ExternalApiChange } from '../../shared/definitions.ts';
import { actionTypeChange, settingsChange, userChange } from '../../shared/definitions.ts';
import { fieldOf, innerOf } from '../../shared/field.ts';
import type { Step } from '../../shared/scenario.ts';
import { describeOutcome } from './api-words.ts';
import { lowerFirst, share } from './figures.ts';
import { listed } from './listed.ts';
import { exactDuration } from './time-words.ts';

type Saved = Extract<Step, { set: unknown }>['set'];
type Schema = Parameters<typeof innerOf>[0];
type Shape = Readonly<Record<string, Schema>>;

/** `Sets the system-wide maximum retries to 7`, without a full stop. */
export function savedInWords(saved: Saved): string {
  if ('actionType' in saved) {
    const { actionType, ...change } = saved;
    return `Changes the Action type ${actionType}: ${changes(actionTypeChange.shape, change)}`;
  }
  if ('externalApi' in saved) {
    const { externalApi, ...change } = saved;
    return `Changes the External API ${externalApi}: ${apiChanges(change)}`;
  }
  if ('user' in saved) {
    const { user, ...change } = saved;
    return `Changes the user ${user}: ${changes(userChange.shape, change)}`;
  }
  return `Changes the system-wide settings: ${changes(settingsChange.shape, saved)}`;
}

function changes(shape: Shape, change: object): string {
  return listed(changesIn(shape, change), 'nothing');
}

/** Fields within a field are told as if they were beside it. */
function changesIn(shape: Shape, change: object): string[] {
  return Object.entries(change).flatMap(([key, value]): string[] => {
    const schema = shape[key];
    if (schema === undefined || value === undefined) return [];
    const inner = shapeOf(schema);
    if (inner !== null && value !== null) return changesIn(inner, value as object);
    return [`${nameIn(schema, key)} ${valueInWords(schema, value)}`];
  });
}

const shapeOf = (schema: Schema) => {
  const { def } = innerOf(schema) as unknown as { def: { type: string; shape: Shape } };
  return def.type === 'object' ? def.shape : null;
};

const NAMES: Readonly<Record<string, string>> = { retry: 'own retry pattern', allocation: 'allocation' };
const nameIn = (schema: Schema, key: string) => {
  const { label } = fieldOf(schema);
  return NAMES[key] ?? (/^[A-Z]{2}|API/.test(label) ? label : lowerFirst(label || key));
};

function valueInWords(schema: Schema, value: unknown): string {
  const { blank = 'none', choices = {}, isShare = false } = fieldOf(schema);
  if (value === null) return blank;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return listed(value.map(String), 'none');
  if (typeof value !== 'number') return lowerFirst(choices[String(value)]?.label ?? '') || String(value);
  if (isShare) return share(value);
  return (innerOf(schema).def as { type: string }).type === 'pipe' ? exactDuration(value) : String(value);
}

function apiChanges({ url, calls, otherwise, random, outages }: ExternalApiChange): string {
  const parts = [
    url === undefined ? null : `URL ${url}`,
    ...(calls ?? []).map((outcome, index) => `call ${index + 1} ${describeOutcome(outcome)}`),
    calls?.length === 0 ? 'no calls of their own' : null,
    otherwise === undefined
      ? null
      : `${calls === undefined || calls.length === 0 ? 'every call' : 'then every call'} ${describeOutcome(otherwise)}`,
    random === undefined || random === null ? null : `${share(random.failRate)} of the calls fail at random`,
    outages === undefined ? null : counted(outages?.length ?? 0, 'outage'),
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'nothing' : parts.join('; ');
}
