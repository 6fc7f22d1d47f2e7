/** The odds of an Action type against its External API as configured, live while one types in the form of either. */
import { Button } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { allocate } from '../../../engine/people/allocation.ts';
import type { OddsQuestion } from '../../../lab/odds.ts';
import type { ActionType, ExternalApi } from '../../../shared/definitions.ts';
import type { Drafted } from '../../../shared/lab.ts';
import type { ApiSwitch } from '../../../shared/words.ts';
import { launchSpan } from '../../../views/lab/launch-span.ts';
import { Section } from '../components/section.tsx';
import { useFromSettledWorld } from '../stores/settled.ts';
import { useWorkspace } from '../stores/workspace.ts';
import classes from './odds.module.css';
import { OddsFigures } from './odds-figures.tsx';
import { openStudy } from './open-study.ts';
import { useOdds } from './use-odds.ts';

interface OddsApi {
  readonly name: string;
  readonly switch: ApiSwitch;
  /** `null` while a field of its form is not right. */
  readonly definition: ExternalApi | null;
}

interface OddsSectionProps {
  readonly actionTypeName: string;
  /** `null` while a field of its form is not right. */
  readonly actionType: ActionType | null;
  /** What it calls; `null` where no External API is chosen. */
  readonly api: OddsApi | null;
  /** What of both is not saved: a study of the same lives needs it. */
  readonly drafted: Drafted;
  /** Above the figures. */
  readonly children?: ReactNode;
}

export function OddsSection({ actionTypeName, actionType, api, drafted, children }: OddsSectionProps) {
  const question = useQuestion(actionTypeName, actionType, api);
  const { told, problem } = useOdds(question);
  // Who is available may change at any time; while the form is not right, it is still of what was right before.
  const allocation = (actionType ?? told?.question.setup.actionType)?.allocation;
  const allocated = useFromSettledWorld(({ users }) => allocate(allocation, users), [allocation]);
  const isReal = api?.switch === 'Real';
  const isShown = told !== null && allocated !== null && api !== null && !isReal;
  const isUpToDate = told !== null && told.question === question;
  return (
    <Section
      title="Odds"
      aside={api === null ? undefined : `against ${api.name} as configured`}
      actions={
        <Button
          variant="default"
          disabled={question === null}
          onClick={() => question !== null && void openStudy(question, drafted)}
        >
          Open as a study
        </Button>
      }
    >
      <div className={classes.odds} aria-busy={question !== null && !isUpToDate && problem === null}>
        {children}
        <Notes api={api} isInvalid={actionType === null || api?.definition === null} isKept={isShown} />
        {problem !== null && <p className={classes.note}>{`The odds could not be worked out: ${problem}.`}</p>}
        {isShown && (
          <div className={classes.figures} data-of-before={!isUpToDate || undefined}>
            <OddsFigures odds={told.odds} question={told.question} allocated={allocated} />
          </div>
        )}
      </div>
    </Section>
  );
}

/** The same as long as it asks for the same. */
function useQuestion(actionTypeName: string, actionType: ActionType | null, api: OddsApi | null): OddsQuestion | null {
  const settings = useWorkspace(({ world }) => world?.settings);
  const startAt = useWorkspace(({ world }) => world?.startAt);
  const name = api?.switch === 'Real' ? undefined : api?.name;
  const definition = api?.definition ?? null;
  return useMemo(() => {
    if (name === undefined || actionType === null || definition === null) return null;
    if (settings === undefined || startAt === undefined) return null;
    const setup = { actionTypeName, actionType, externalApiName: name, externalApi: definition, settings, startAt };
    return { setup, windowMs: launchSpan(definition.outages ?? [], startAt) };
  }, [actionTypeName, actionType, name, definition, settings, startAt]);
}

interface NotesProps {
  readonly api: OddsApi | null;
  readonly isInvalid: boolean;
  /** Whether figures are shown nevertheless. */
  readonly isKept: boolean;
}

/** Why there are no odds, or of what they are. */
function Notes({ api, isInvalid, isKept }: NotesProps) {
  if (api === null)
    return <p className={classes.note}>Choose the External API that it calls, and its odds are here.</p>;
  if (api.switch === 'Real') {
    return (
      <p className={classes.note}>
        {`${api.name} is Real: its calls go to your own server, and nobody here knows what that will do. There are odds again once it is switched back.`}
      </p>
    );
  }
  if (isInvalid) {
    return (
      <p className={classes.note}>
        {isKept
          ? 'Some fields are not valid: these are the odds from before.'
          : 'The odds are here once all fields are valid.'}
      </p>
    );
  }
  if (api.switch === 'As configured') return null;
  return (
    <p className={classes.note}>{`${api.name} is ${api.switch} at present. The odds are for it as configured.`}</p>
  );
}
