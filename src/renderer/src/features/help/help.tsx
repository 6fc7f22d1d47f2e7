/** Help: start, keys, words, colours and patterns, rules and documents, over every screen. Loaded when it is first asked for. */
import { Modal } from '@mantine/core';
import { part } from '../../components/part.tsx';
import { TableSkeleton } from '../../components/skeletons.tsx';
import { closeHelp, useHelp } from '../../stores/help.ts';
import type { HelpSlots } from './help-slots.ts';

const HelpPanel = part(async () => (await import('./help-panel.tsx')).HelpPanel, <TableSkeleton rows={8} />);

export function Help(slots: HelpSlots) {
  const { place, number } = useHelp();
  return (
    <Modal opened={place !== null} onClose={closeHelp} title="Help" size={860} transitionProps={{ duration: 0 }}>
      {place !== null && <HelpPanel place={place} number={number} {...slots} />}
    </Modal>
  );
}
