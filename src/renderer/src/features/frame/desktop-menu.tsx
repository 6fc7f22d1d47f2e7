/** The desktop app's menu and window, led by what this page shows. Shows nothing itself. */
import { useMantineColorScheme } from '@mantine/core';
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import type { Asked, PageState } from '../../../../shared/desktop-contract.ts';
import { showDone } from '../../client/act.ts';
import { desktop, listenToDesktop } from '../../client/desktop.ts';
import { isInDialog, isInText } from '../../components/typing.ts';
import { navigate, paths, shownPath, unsaved } from '../../stores/address.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { needsWorkspace, pageStateOf } from './can-do.ts';
import { doCommand } from './do-command.ts';

/** To be mounted once, in the main window of the desktop app. */
export function DesktopMenu() {
  useAnswers();
  useTold();
  return null;
}

/** Does what the desktop app asks for. */
function useAnswers(): void {
  const answer = useEffectEvent((asked: Asked) => {
    if (asked.type === 'do') {
      // As for keys: what is asked is answered first.
      if (!isInDialog() || !needsWorkspace(asked.command)) doCommand(asked.command);
    } else if (asked.type === 'showCase') navigate(paths.case(asked.case));
    else if (asked.type === 'saved') showDone(`The workspace was saved as ${asked.file}.`);
    else {
      navigate(paths.scenarios);
      showDone(`${asked.file} is open as the workspace.`);
    }
  });
  useEffect(() => {
    const controller = new AbortController();
    // The port is there as long as this page.
    void desktop()
      ?.then((app) => listenToDesktop(app, (asked) => answer(asked), controller.signal))
      .catch(() => undefined);
    return () => controller.abort();
  }, []);
}

/** Tells it what can be done now, whenever that is something else. */
function useTold(): void {
  const { colorScheme: theme } = useMantineColorScheme();
  const isEdited = useStore(unsaved, ({ isThere }) => isThere);
  const isTyping = useSyncExternalStore(onFocus, isInText);
  // So that another address is told too.
  useLocation();
  const shown = { path: shownPath(), theme, isTyping, isEdited };
  const state = useWorkspace((workspace) => JSON.stringify(pageStateOf(workspace, shown)));
  useEffect(() => {
    void desktop()
      ?.then((app) => app.show(JSON.parse(state) as PageState))
      .catch(() => undefined);
  }, [state]);
}

function onFocus(listener: () => void): () => void {
  document.addEventListener('focusin', listener);
  document.addEventListener('focusout', listener);
  return () => {
    document.removeEventListener('focusin', listener);
    document.removeEventListener('focusout', listener);
  };
}
