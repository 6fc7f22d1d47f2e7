import { expect, test } from 'vitest';
import {
  clusterInWords,
  styledKindOf,
  styleOf,
} from '../../../src/renderer/src/features/action/timeline/cluster-style.ts';
import { MARK_STYLES } from '../../../src/renderer/src/features/action/timeline/mark-style.ts';
import type { Mark, MarkKind } from '../../../src/views/timeline/mark.ts';

const mark = (kind: MarkKind): Mark => ({
  id: kind,
  lane: kind.startsWith('call ') ? 'Calls' : 'Events',
  kind,
  from: 0,
  to: 0,
  isPlanned: false,
  title: kind,
  text: '',
});
const cluster = (first: MarkKind, ...rest: MarkKind[]) => [mark(first), ...rest.map(mark)] as const;

test('a cluster of one kind looks like its marks', () => {
  expect(styledKindOf(cluster('call failed', 'call failed'))).toBe('call failed');
  expect(styleOf('call failed', cluster('call failed', 'call failed'))).toBe(MARK_STYLES['call failed']);
});

test('a status has no such look', () => {
  expect(styledKindOf(cluster('status'))).toBeNull();
});

test.each([
  [cluster('call failed', 'call connected'), 'several calls', MARK_STYLES['call failed'].colour],
  [cluster('call connected', 'call cut off'), 'several calls', MARK_STYLES['several calls'].colour],
  [cluster('settings change', 'hand-over', 'escalation'), 'several kinds', MARK_STYLES.escalation.colour],
  [cluster('settings change', 'hand-over'), 'several kinds', MARK_STYLES['hand-over'].colour],
  [cluster('repeated response', 'refused response'), 'several kinds', MARK_STYLES['several kinds'].colour],
] as const)('a cluster of several kinds is a neutral mark in the colour of the worst: %#', (marks, kind, colour) => {
  expect(styledKindOf(marks)).toBe(kind);
  expect(styleOf(kind, marks)).toEqual({ ...MARK_STYLES[kind], colour });
});

test('what a cluster is called has its number, and the number of each kind', () => {
  expect(clusterInWords(cluster('refused response', 'refused response'))).toBe('Response refused ×2');
  expect(clusterInWords(cluster('settings change', 'escalation', 'settings change'))).toBe(
    '×3: Settings change ×2; Escalation',
  );
});
