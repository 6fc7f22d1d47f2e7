/** How the items of the lanes look: told apart without their colours, and without their words. */
import type { LaneTone } from '../../../../views/lanes/lane.ts';
import type { MarkLook } from '../mark-look.ts';

const fill = (status: string) => `var(--status-${status}-fill)`;

export const LANE_LOOKS: Readonly<Record<LaneTone, Omit<MarkLook, 'label'> | null>> = {
  // A dot.
  plain: null,
  call: { shape: 'circle', colour: fill('waiting'), pattern: 'solid', glyph: 'arrow' },
  good: { shape: 'circle', colour: fill('closed-done'), pattern: 'solid', glyph: 'check' },
  bad: { shape: 'square', colour: fill('closed-failed'), pattern: 'solid', glyph: 'cross' },
  warning: { shape: 'diamond', colour: fill('to-do'), pattern: 'solid', glyph: 'bang' },
  escalation: { shape: 'triangle', colour: fill('closed-failed'), pattern: 'solid', glyph: 'bang' },
  planned: { shape: 'circle', colour: fill('waiting'), pattern: 'outline', glyph: 'clock' },
};
