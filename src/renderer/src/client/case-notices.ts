/** Notifications of the system of Cases that need attention: off until one asks for them, and only while the window is not in front. */
import { useEffect } from 'react';
import { counted } from '../../../shared/counted.ts';
import type { Notice } from '../../../shared/desktop-contract.ts';
import type { Fact } from '../../../shared/facts.ts';
import { navigate, paths } from '../stores/address.ts';
import { view } from '../stores/view.ts';
import { followFacts } from '../stores/workspace.ts';
import { attempt } from './act.ts';
import { desktop } from './desktop.ts';

/** More than fit into a notification. */
const NAMED_LIMIT = 5;

/** What the person is told of what happened at once; `null` where nothing of it is theirs. `user`: `null` for everybody. */
export function noticeOf(facts: readonly Fact[], user: string | null): Notice | null {
  const told = facts.filter((fact) => fact.type === 'escalated' && (user === null || fact.owner === user));
  const cases = [...new Set(told.flatMap((fact) => ('caseRef' in fact ? [fact.caseRef] : [])))];
  const [first] = cases;
  if (first === undefined) return null;
  const more = cases.length > NAMED_LIMIT ? ' …' : '';
  return {
    title:
      cases.length === 1 ? 'Case needs attention' : `${counted(cases.length, 'Case needs', 'Cases need')} attention`,
    body: `${cases.slice(0, NAMED_LIMIT).join(', ')}${more}`,
    case: cases.length === 1 ? first : null,
  };
}

/** To be mounted once. */
export function useCaseNotices(): void {
  useEffect(
    () =>
      followFacts((facts) => {
        const { notifies, viewAs } = view.getState();
        if (facts === null || !notifies || document.hasFocus()) return;
        const notice = noticeOf(facts, viewAs);
        if (notice !== null) void attempt(notify(notice));
      }),
    [],
  );
}

/** Turns them on or off; a browser asks the person first, and may refuse. */
export async function chooseNotices(isOn: boolean): Promise<void> {
  if (isOn && desktop() === null && (await attempt(askBrowser())) === null) return;
  view.setState({ notifies: isOn });
}

async function askBrowser(): Promise<true> {
  const answer = 'Notification' in window ? await Notification.requestPermission() : 'denied';
  if (answer !== 'granted') throw new Error('Your browser does not allow this page to show notifications.');
  return true;
}

async function notify(notice: Notice): Promise<void> {
  const app = desktop();
  if (app !== null) await (await app).notify(notice);
  else notifyByBrowser(notice);
}

function notifyByBrowser({ title, body, case: caseRef }: Notice): void {
  // One at a time, the latest.
  const shown = new Notification(title, { body, tag: 'trigger-lab' });
  shown.addEventListener('click', () => {
    window.focus();
    if (caseRef !== null) navigate(paths.case(caseRef));
  });
}
