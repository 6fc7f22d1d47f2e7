/** Notifications of the system; one at a time, the latest. */
import { Notification } from 'electron';
import type { Notice } from '../../../shared/desktop-contract.ts';

/** Shows them; `onClick` gets the Case that one is about. */
export function noticeBoard(onClick: (caseRef: string | null) => void): (notice: Notice) => void {
  // Kept, so that it can still be clicked.
  let latest: Notification | null = null;
  return ({ title, body, case: caseRef }) => {
    if (!Notification.isSupported()) return;
    latest?.close();
    latest = new Notification({ title, body });
    latest.on('click', () => onClick(caseRef));
    latest.show();
  };
}
