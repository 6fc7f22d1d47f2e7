/** What can be done about an Action that closed *Not Done Successfully*: a fresh copy where the rules allow one, else why not (R15, R49). */
import { Button } from '@mantine/core';
import type { Action } from '../../../../shared/model.ts';
import { act } from '../../client/act.ts';
import { Foreseen } from '../../components/foreseen.tsx';
import classes from './start-afresh.module.css';
import { useRelaunchRefusal } from './use-rules.ts';

export function StartAfresh({ action: { ref }, action }: { readonly action: Action }) {
  const refusal = useRelaunchRefusal(action);
  const isApi = action.token !== undefined;
  return (
    <div className={classes.afresh}>
      <Foreseen>
        <p className={classes.words}>
          {ref} stays closed{isApi && ' and is never called again'}.{' '}
          {refusal ?? (isApi ? 'A fresh copy starts with all its retries.' : 'A fresh copy can take its place.')}
        </p>
      </Foreseen>
      {refusal === null && <Button onClick={() => void act({ type: 'relaunch', action: ref })}>Relaunch</Button>}
    </div>
  );
}
