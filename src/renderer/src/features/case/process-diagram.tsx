/** The process as a picture: steps from left to right, those that start together stacked, each copy a link. */

import { Fragment, useEffect, useMemo, useRef } from 'react';
import { counted } from '../../../../shared/counted.ts';
import type { Action, Case } from '../../../../shared/model.ts';
import type { CaseProcess, Place } from '../../../../views/case/case-process.ts';
import { about } from '../../components/about.ts';
import { AppLink } from '../../components/app-link.tsx';
import { Section } from '../../components/section.tsx';
import { StatusWord } from '../../components/status-word.tsx';
import { statusStyle } from '../../theme/status.ts';
import { actionPath } from './action-path.ts';
import classes from './process-diagram.module.css';

/** Pixels; the stylesheet has the same. */
const NODE_HEIGHT = 58;
const GAP = 10;
const CONNECTOR_WIDTH = 34;

interface ProcessDiagramProps {
  readonly process: CaseProcess;
  readonly caseInstance: Case;
}

export function ProcessDiagram({ process: { steps, adHoc }, caseInstance }: ProcessDiagramProps) {
  const newest = useMemo(() => newestOfTypes([...steps.flat(), ...adHoc]), [steps, adHoc]);
  // A closed Case stands nowhere any more.
  const currentStep = caseInstance.status === 'Closed' ? -1 : caseInstance.currentStep;
  return (
    <Section
      title="Process"
      aside={steps.length === 0 ? undefined : `${counted(steps.length, 'step')}${standing(caseInstance)}`}
    >
      {steps.length === 0 && adHoc.length === 0 && (
        <p className={classes.none}>This Case has no process; its Actions are added by hand.</p>
      )}
      {steps.length > 0 && <Steps steps={steps} currentStep={currentStep} newest={newest} />}
      {adHoc.length > 0 && (
        <div className={classes.adHoc}>
          <h3 className={classes.heading}>Outside the process</h3>
          <ul className={classes.adHocPlaces} aria-label="Outside the process">
            {adHoc.map((place) => (
              <Node key={place.key} place={place} newestCopy={newest.get(place.actionType) ?? 1} />
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}

function standing({ currentStep, status, process }: Case): string {
  if (status === 'Closed' || currentStep >= process.length) return '';
  return currentStep < 0 ? ', not started' : `, now step ${currentStep + 1}`;
}

function newestOfTypes(places: readonly Place[]): ReadonlyMap<string, number> {
  const newest = new Map<string, number>();
  for (const { actionType, copies } of places) {
    newest.set(actionType, Math.max(newest.get(actionType) ?? 0, copies.at(-1)?.copy ?? 0));
  }
  return newest;
}

interface StepsProps {
  readonly steps: CaseProcess['steps'];
  readonly currentStep: number;
  readonly newest: ReadonlyMap<string, number>;
}

function Steps({ steps, currentStep, newest }: StepsProps) {
  const current = useRef<HTMLLIElement>(null);
  // A long process shows where it stands.
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when the current step changes
  useEffect(() => {
    const scroller = current.current?.closest<HTMLElement>(`.${classes.scroller}`);
    if (!scroller || !current.current || scroller.scrollWidth <= scroller.clientWidth) return;
    scroller.scrollLeft = current.current.offsetLeft - scroller.clientWidth / 2 + current.current.offsetWidth / 2;
  }, [currentStep]);
  const height = Math.max(...steps.map(({ length }) => length)) * (NODE_HEIGHT + GAP) - GAP;
  return (
    // The arrow keys scroll a process that is wider than the screen.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <div className={classes.scroller} tabIndex={0}>
      <ol className={classes.steps} aria-label="Steps of the process">
        {steps.map((places, step) => (
          <Fragment key={places[0]?.key ?? step}>
            {step > 0 && <Connector from={steps[step - 1]?.length ?? 1} to={places.length} height={height} />}
            <li
              ref={step === currentStep ? current : undefined}
              className={classes.step}
              aria-label={`Step ${step + 1}`}
            >
              <span className={classes.number} data-current={step === currentStep || undefined} aria-hidden="true">
                {step + 1}
              </span>
              <ul className={classes.places} style={{ height }}>
                {places.map((place) => (
                  <Node key={place.key} place={place} newestCopy={newest.get(place.actionType) ?? 1} />
                ))}
              </ul>
            </li>
          </Fragment>
        ))}
      </ol>
    </div>
  );
}

/** Lines from every Action of one step to every Action of the next. */
function Connector({ from, to, height }: { readonly from: number; readonly to: number; readonly height: number }) {
  const centre = (count: number) => (index: number) =>
    Math.round(height / 2 + (index - (count - 1) / 2) * (NODE_HEIGHT + GAP)) + 0.5;
  const left = Array.from({ length: from }, (_, index) => centre(from)(index));
  const right = Array.from({ length: to }, (_, index) => centre(to)(index));
  const middle = Math.round(CONNECTOR_WIDTH / 2) - 0.5;
  const end = CONNECTOR_WIDTH - 3;
  const lines = [
    ...left.map((y) => `M1 ${y}H${middle}`),
    `M${middle} ${Math.min(...left, ...right)}V${Math.max(...left, ...right)}`,
    ...right.map((y) => `M${middle} ${y}H${end}M${end - 5} ${y - 4}L${end} ${y}L${end - 5} ${y + 4}`),
  ];
  return (
    <li className={classes.connector} role="presentation" aria-hidden="true">
      <svg width={CONNECTOR_WIDTH} height={height} focusable="false" aria-hidden="true">
        <path d={lines.join('')} />
      </svg>
    </li>
  );
}

function Node({ place: { title, copies }, newestCopy }: { readonly place: Place; readonly newestCopy: number }) {
  const newest = copies.at(-1);
  if (newest === undefined) {
    return (
      <li className={classes.node} data-not-reached>
        <span className={classes.title} title={title}>
          {title}
        </span>
        <span className={classes.state}>Not reached</span>
      </li>
    );
  }
  const style = statusStyle(newest.status, newest.resolutionMethod);
  const Icon = style.icon;
  const earlier = copies.slice(0, -1);
  return (
    <li
      {...about(newest.ref)}
      className={classes.node}
      data-open={newest.phase !== 'closed' || undefined}
      data-failed={style.key === 'closed-failed' || undefined}
      style={{ background: style.ground, borderColor: style.fill }}
    >
      <AppLink to={actionPath(newest, newestCopy)} className={classes.title} underline="hover" title={newest.title}>
        {newest.title}
      </AppLink>
      <span className={classes.line}>
        <span className={classes.state} style={{ color: style.text }} title={style.fullLabel}>
          <Icon size={13} />
          <span className={classes.word}>
            <StatusWord style={style} />
          </span>
          {newest.retryCount > 0 && earlier.length === 0 && (
            <span title={`Retried ${newest.retryCount} of ${newest.displayedMaximum} times`}>
              {newest.retryCount}/{newest.displayedMaximum}
            </span>
          )}
        </span>
        {earlier.length > 0 && <EarlierCopies copies={earlier} newestCopy={newestCopy} />}
      </span>
    </li>
  );
}

/** Earlier copies that have room in a node, with their words; the table below has them all. */
const COPIES_SHOWN = 1;

function EarlierCopies({ copies, newestCopy }: { readonly copies: readonly Action[]; readonly newestCopy: number }) {
  const shown = copies.slice(-COPIES_SHOWN);
  const hiddenCount = copies.length - shown.length;
  return (
    <span className={classes.copies}>
      {hiddenCount > 0 && <span title={`${hiddenCount} more`}>…</span>}
      {shown.map((action) => {
        const { text, fullLabel, icon: Icon } = statusStyle(action.status, action.resolutionMethod);
        return (
          <AppLink
            key={action.ref}
            to={actionPath(action, newestCopy)}
            className={classes.copy}
            underline="hover"
            title={`${action.ref}: ${fullLabel}`}
          >
            <span className={classes.copyIcon} style={{ color: text }}>
              <Icon size={11} />
            </span>
            <span className="visually-hidden">{fullLabel}, </span>
            copy {action.copy}
          </AppLink>
        );
      })}
    </span>
  );
}
