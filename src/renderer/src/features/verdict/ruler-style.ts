/** The one table of how things on a ruler look: shape, colour and pattern of each. The legend is generated from it. */
import { statusStyleOf } from '../../theme/status.ts';
import type { RulerKind } from './ruler-kinds.ts';

type RulerShape = 'disc' | 'ring' | 'check' | 'bar' | 'flag' | 'cross' | 'dash' | 'area';
type RulerPattern = 'solid' | 'outline' | 'dots' | 'diagonal';

export interface RulerStyle {
  /** In the legend. */
  readonly label: string;
  readonly shape: RulerShape;
  /** A CSS colour, right in either colour scheme. */
  readonly colour: string;
  readonly pattern: RulerPattern;
}

const RED = statusStyleOf('closed-failed').fill;
const GREEN = statusStyleOf('closed-done').fill;
const VIOLET = statusStyleOf('waiting').fill;
const GREY = statusStyleOf('closed-no-response').fill;
const AMBER = statusStyleOf('to-do').fill;
const STEEL = 'var(--lab-accent)';

const STYLES: Readonly<Record<RulerKind, RulerStyle>> = {
  call: { label: 'Call that fails', shape: 'disc', colour: RED, pattern: 'solid' },
  through: { label: 'Call that gets through the outage', shape: 'check', colour: GREEN, pattern: 'solid' },
  unreached: { label: 'Retry that never happens', shape: 'ring', colour: GREY, pattern: 'outline' },
  response: { label: 'Response awaited if the last call connects', shape: 'bar', colour: VIOLET, pattern: 'dots' },
  'due closes': { label: 'Due date, auto-complete', shape: 'flag', colour: STEEL, pattern: 'solid' },
  'due overdue': { label: 'Due date, only overdue', shape: 'flag', colour: STEEL, pattern: 'outline' },
  'end failed': { label: 'Closed, Not Done Successfully', shape: 'cross', colour: RED, pattern: 'outline' },
  'end no response': { label: 'Closed, No response returned', shape: 'dash', colour: GREY, pattern: 'outline' },
  'end timeout': { label: 'To Do, Timeout: handed to people', shape: 'dash', colour: AMBER, pattern: 'solid' },
  outage: { label: 'Outage', shape: 'area', colour: GREY, pattern: 'diagonal' },
};

export const rulerStyle = (kind: RulerKind): RulerStyle => STYLES[kind];

/** The `id` of the pattern that fills an area of this kind. */
export const patternId = (id: string, kind: RulerKind) => `${id}-${kind}`;
