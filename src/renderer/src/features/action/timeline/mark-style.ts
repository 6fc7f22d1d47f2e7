/** The one table of how marks look: shape, colour, pattern and glyph of each kind. The legend is generated from it. */
import type { MarkKind } from '../../../../../views/timeline/mark.ts';
import type { MarkLook } from '../../../chart/mark-look.ts';

const RED = 'var(--status-closed-failed-fill)';
const GREEN = 'var(--status-closed-done-fill)';
const VIOLET = 'var(--status-waiting-fill)';
const AMBER = 'var(--status-to-do-fill)';
const GREY = 'var(--status-closed-cancelled-fill)';
const STEEL = 'var(--lab-accent)';

/** The lane `Status` is drawn in the colours of the statuses, in words. A cluster of several kinds has a look of its own. */
export type StyledKind = Exclude<MarkKind, 'status'> | 'several calls' | 'several kinds';

export const MARK_STYLES: Readonly<Record<StyledKind, MarkLook>> = {
  'call failed': { label: 'Call, failed', shape: 'bar', colour: RED, pattern: 'solid', glyph: 'cross' },
  'call connected': { label: 'Call, connected', shape: 'bar', colour: GREEN, pattern: 'solid', glyph: 'check' },
  'call in flight': { label: 'Call in flight', shape: 'bar', colour: VIOLET, pattern: 'diagonal', glyph: 'none' },
  'call cut off': { label: 'Call cut off', shape: 'bar', colour: GREY, pattern: 'solid', glyph: 'dash' },
  'next retry': { label: 'Next retry', shape: 'bar', colour: VIOLET, pattern: 'outline', glyph: 'none' },
  'dropped gap': {
    label: 'Wait for a retry that never came',
    shape: 'thin band',
    colour: GREY,
    pattern: 'outline',
    glyph: 'none',
  },
  gap: { label: 'Gap until a retry', shape: 'thin band', colour: GREY, pattern: 'diagonal', glyph: 'none' },
  'waiting for the response': {
    label: 'Waiting for the response',
    shape: 'band',
    colour: VIOLET,
    pattern: 'dots',
    glyph: 'none',
  },
  'successful response': {
    label: 'Response: success',
    shape: 'circle',
    colour: GREEN,
    pattern: 'solid',
    glyph: 'check',
  },
  'unsuccessful response': {
    label: 'Response: unsuccessful',
    shape: 'circle',
    colour: AMBER,
    pattern: 'solid',
    glyph: 'bang',
  },
  'repeated response': {
    label: 'Response repeated',
    shape: 'circle',
    colour: GREY,
    pattern: 'outline',
    glyph: 'equals',
  },
  'refused response': { label: 'Response refused', shape: 'circle', colour: GREY, pattern: 'outline', glyph: 'cross' },
  'response timeout': {
    label: 'Response timeout',
    shape: 'diamond',
    colour: AMBER,
    pattern: 'outline',
    glyph: 'clock',
  },
  'due date': { label: 'Due date', shape: 'flag', colour: STEEL, pattern: 'solid', glyph: 'none' },
  'hand-over': { label: 'Handed to people', shape: 'circle', colour: AMBER, pattern: 'outline', glyph: 'person' },
  'settings change': { label: 'Settings change', shape: 'square', colour: STEEL, pattern: 'outline', glyph: 'slider' },
  escalation: { label: 'Escalation', shape: 'triangle', colour: RED, pattern: 'solid', glyph: 'bang' },
  'several calls': {
    label: 'Several calls, coloured by the worst',
    shape: 'bar',
    colour: GREY,
    pattern: 'solid',
    glyph: 'lines',
  },
  'several kinds': {
    label: 'Several kinds, coloured by the worst',
    shape: 'stack',
    colour: GREY,
    pattern: 'outline',
    glyph: 'none',
  },
};

/** Colours that show through in a cluster of several kinds, the worst first. */
export const ALARMING: readonly string[] = [RED, AMBER];
