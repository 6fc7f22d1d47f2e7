/** *Expect this*: while something is recorded, what a step of it can expect of a thing on screen. */
import { Menu } from '@mantine/core';
import { Fragment } from 'react';
import type { Expectable } from '../../../shared/recording.ts';
import { whatToExpect } from '../../../views/expected/expect-this.ts';
import { expectThis, useIsRecording } from '../client/record.ts';
import { useIsOpenShown, useWorld } from '../stores/workspace.ts';
import { IconButton } from './icon-button.tsx';
import { IconExpect } from './icons.tsx';

interface ExpectMenuProps {
  /** What it stands beside, and what belongs to that. */
  readonly of: readonly Expectable[];
}

/** Nothing where nothing is being recorded. */
export function ExpectMenu({ of }: ExpectMenuProps) {
  const isRecording = useIsRecording();
  const isOpenShown = useIsOpenShown();
  const [first] = of;
  if (!isRecording || !isOpenShown || first === undefined) return null;
  return (
    <Menu position="bottom-start" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <IconButton name={`Expect this of ${nameOf(first)}`} icon={IconExpect} />
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        <Choices of={of} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** Looked up only while the menu is open. */
function Choices({ of }: ExpectMenuProps) {
  const world = useWorld();
  return of.map((each) => (
    <Fragment key={nameOf(each)}>
      <Menu.Label>Expect here: {nameOf(each)} …</Menu.Label>
      {whatToExpect(world, each).map(({ field, words }) => (
        <Menu.Item key={field} onClick={() => void expectThis(each, field)}>
          … {words}
        </Menu.Item>
      ))}
    </Fragment>
  ));
}

function nameOf(of: Expectable): string {
  // The first copy goes by its short name.
  if ('action' in of) return of.action.replace(/\/1$/, '');
  if ('case' in of) return of.case;
  return 'queue' in of ? `the queue ${of.queue}` : of.notifications;
}
