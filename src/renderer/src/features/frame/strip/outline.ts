/** An outline around what changed, wherever it is shown, for two seconds and without motion (ui.md, *Lesson dock*). */
import { useEffect } from 'react';
import type { WhatChanged } from '../../../../../shared/what-changed.ts';
import { useWhatChanged } from '../../../stores/what-changed.ts';
import { workspace } from '../../../stores/workspace.ts';

const OUTLINE_MS = 2_000;

/** Outlines what changed while it is mounted. What appears during the two seconds is outlined too. */
export function useOutline(): void {
  const { change, number } = useWhatChanged();
  useEffect(() => {
    if (change !== null && number > 0) outline(change);
  }, [change, number]);
  useEffect(() => endOutline, []);
}

const SAID = '[data-says-change]';

const sheet = new CSSStyleSheet();
let timer: ReturnType<typeof setTimeout> | undefined;

function outline(change: WhatChanged): void {
  // While time runs, the next outline begins only after this one has ended, so that nothing flickers.
  if (timer !== undefined && workspace.getState().clock?.playing) return;
  clearTimeout(timer);
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  const selector = selectorOf(change);
  // Where nothing on the screen is about it, what says it is outlined.
  const isShown = selector !== '' && document.querySelector(selector) !== null;
  sheet.replaceSync(`${isShown ? selector : SAID} { outline: 2px solid var(--lab-changed); outline-offset: -2px; }`);
  timer = setTimeout(endOutline, OUTLINE_MS);
}

function endOutline(): void {
  clearTimeout(timer);
  timer = undefined;
  sheet.replaceSync('');
}

function selectorOf({ actions, cases, externalApis, users }: WhatChanged): string {
  const refs = actions.map(({ ref }) => ref);
  const wholes = new Set([...cases, ...refs.map((ref) => ref.split('/')[0] ?? '')]);
  const inScreen = [
    ...[...refs, ...cases].map((ref) => `[data-about="${CSS.escape(ref)}"]`),
    ...[...wholes].map((ref) => `[data-about-whole="${CSS.escape(ref)}"]`),
    ...externalApis.map((name) => `[data-about-api="${CSS.escape(name)}"]`),
  ];
  // Only in the screen: the panel beside it may show another workspace.
  return [
    ...inScreen.map((selector) => `#main ${selector}`),
    ...(users.length === 0 ? [] : ['', ...users]).map((user) => `[data-about-notified="${CSS.escape(user)}"]`),
  ].join(', ');
}
