/** Help: start, keys, words, colours and patterns, rules and documents, over every screen. Loaded when it is first asked for. */
import { Modal } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { TableSkeleton } from '../../components/skeletons.tsx';
import { closeHelp, useHelp } from '../../stores/help.ts';
import type { HelpSlots } from './help-slots.ts';

const HelpPanel = lazy(async () => ({ default: (await import('./help-panel.tsx')).HelpPanel }));

export function Help(slots: HelpSlots) {
  const { place, number } = useHelp();
  return (
    <Modal opened={place !== null} onClose={closeHelp} title="Help" size={860} transitionProps={{ duration: 0 }}>
      {place !== null && (
        <Suspense fallback={<TableSkeleton rows={8} />}>
          <HelpPanel place={place} number={number} {...slots} />
        </Suspense>
      )}
    </Modal>
  );
}
