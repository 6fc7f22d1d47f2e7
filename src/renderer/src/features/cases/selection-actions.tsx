/** What can be done with the selected Cases at once; each only with those of them that the rules allow it on. */

import { Button } from '@mantine/core';
import { useState } from 'react';
import { counted } from '../../../../shared/counted.ts';
import type { CommandText } from '../../../../shared/inputs.ts';
import type { Case } from '../../../../shared/model.ts';
import type { CaseVerb } from '../../../../shared/words.ts';
import type { World } from '../../../../shared/world.ts';
import { refusesLaunch, refusesVerb } from '../../../../views/options/owner-options.ts';
import type { CaseRow } from '../../../../views/rows/case-rows.ts';
import { actAll, showDone } from '../../client/act.ts';
import { confirm } from '../../components/confirm.tsx';
import { IconClose } from '../../components/icons.tsx';
import classes from './cases.module.css';

interface BulkOption {
  readonly label: string;
  readonly done: string;
  readonly allowed: (world: World, caseInstance: Case) => boolean;
  readonly command: (caseRef: string) => CommandText;
  readonly asksFirst?: boolean;
}

const verb = (label: string, done: string, verb: CaseVerb): BulkOption => ({
  label,
  done,
  allowed: (world, caseInstance) => refusesVerb(world, caseInstance, verb, world.startAt) === null,
  command: (caseRef) => ({ type: 'caseVerb', case: caseRef, do: verb }),
});

const OPTIONS: readonly BulkOption[] = [
  {
    label: 'Launch',
    done: 'Launched',
    allowed: (world, caseInstance) => refusesLaunch(world, caseInstance, world.startAt) === null,
    command: (caseRef) => ({ type: 'launchCase', case: caseRef }),
  },
  verb('Pause', 'Paused', 'pause'),
  verb('Resume', 'Resumed', 'resume'),
  { ...verb('Cancel', 'Cancelled', 'cancel'), asksFirst: true },
];

/** A row is a new object once anything in its Case changed, so the rules are asked once for each. */
const askedBefore = new WeakMap<CaseRow, ReadonlySet<BulkOption>>();

function optionsOn(world: World, row: CaseRow): ReadonlySet<BulkOption> {
  const known = askedBefore.get(row);
  if (known) return known;
  const caseInstance = world.cases.get(row.ref);
  const allowed = new Set(caseInstance ? OPTIONS.filter((option) => option.allowed(world, caseInstance)) : []);
  askedBefore.set(row, allowed);
  return allowed;
}

interface SelectionActionsProps {
  readonly world: World;
  readonly rows: readonly CaseRow[];
  readonly onClear: () => void;
}

export function SelectionActions({ world, rows, onClear }: SelectionActionsProps) {
  const [running, setRunning] = useState<string | null>(null);
  const offers = OPTIONS.map((option) => ({
    option,
    allowed: rows.filter((row) => optionsOn(world, row).has(option)),
  }));

  const perform = async (option: BulkOption, allowed: readonly CaseRow[]) => {
    const goOn =
      option.asksFirst !== true ||
      (await confirm({
        title: `Cancel ${counted(allowed.length, 'Case')}?`,
        message:
          'Their running Actions close as Cancelled, and nothing more happens in them. A closed Case is never reopened.',
        confirmLabel: `Cancel ${counted(allowed.length, 'Case')}`,
        cancelLabel: allowed.length === 1 ? 'Keep it' : 'Keep them',
        danger: true,
      }));
    if (!goOn) return;
    setRunning(option.label);
    const doneCount = await actAll(allowed.map(({ ref }) => option.command(ref)));
    setRunning(null);
    if (doneCount > 0) showDone(`${option.done} ${counted(doneCount, 'Case')}.`);
  };

  return (
    <fieldset className={classes.selection} aria-label="Selected Cases">
      <span>{counted(rows.length, 'Case')} selected</span>
      {offers
        .filter(({ allowed }) => allowed.length > 0)
        .map(({ option, allowed }) => (
          <Button
            key={option.label}
            variant="default"
            loading={running === option.label}
            disabled={running !== null && running !== option.label}
            title={
              allowed.length === rows.length
                ? undefined
                : `The rules allow this for ${allowed.length} of the ${rows.length} selected`
            }
            onClick={() => void perform(option, allowed)}
          >
            {allowed.length === rows.length ? option.label : `${option.label} ${allowed.length}`}
          </Button>
        ))}
      {offers.every(({ allowed }) => allowed.length === 0) && (
        <span className={classes.none}>All of them are closed: nothing more can be done with them.</span>
      )}
      <Button variant="subtle" color="gray" leftSection={<IconClose size={12} />} onClick={onClear}>
        Clear selection
      </Button>
    </fieldset>
  );
}
