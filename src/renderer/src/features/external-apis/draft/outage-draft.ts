/** A window in which every call fails alike, as the form holds it. */
import type { z } from 'zod';
import { type Outage, outage } from '../../../../../shared/api-behaviour.ts';
import { formatDuration } from '../../../../../shared/duration.ts';
import { resolveInstant } from '../../../../../shared/instant.ts';
import type { Instant } from '../../../../../shared/model.ts';
import { type Problems, problemsOf } from '../../../form/problems.ts';
import { newId } from '../../../form/rows.ts';
import { type FailingKind, failureText } from './call-draft.ts';

export interface OutageDraft {
  readonly id: string;
  readonly from: string;
  readonly for: string;
  readonly kind: FailingKind;
  readonly status: string;
  readonly after: string;
  readonly retryAfter: string;
}

export type OutageText = z.input<typeof outage>;

/** An hour from an instant on, as files have it. */
export function newOutage(from: string): OutageDraft {
  return { id: newId(), from, for: '1h', kind: 'refused', status: '503', after: '', retryAfter: '' };
}

export function outageDraftOf(value: Outage): OutageDraft {
  const { fail = 'refused', status, after, retryAfter } = value;
  return {
    ...newOutage(value.from),
    for: formatDuration(value.for),
    ...(status === undefined ? { kind: fail } : { kind: 'status' as const, status: String(status) }),
    after: after === undefined ? '' : formatDuration(after),
    retryAfter: retryAfter === undefined ? '' : formatDuration(retryAfter),
  };
}

export const outageText = (draft: OutageDraft): OutageText => ({
  from: draft.from.trim(),
  for: draft.for.trim(),
  ...failureText(draft),
});

export const outageProblems = (draft: OutageDraft, at: string): Problems => problemsOf(outage, outageText(draft), at);

export interface OutageWindow {
  readonly id: string;
  readonly from: Instant;
  readonly until: Instant;
}

/** The windows of those that are right already. */
export function windowsIn(drafts: readonly OutageDraft[], startAt: Instant): OutageWindow[] {
  return drafts.flatMap((draft) => {
    const value = outage.safeParse(outageText(draft)).data;
    if (value === undefined) return [];
    const from = resolveInstant(value.from, startAt);
    return [{ id: draft.id, from, until: from + value.for }];
  });
}
