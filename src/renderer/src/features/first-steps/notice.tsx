/** Between the clock and the screen: on the first start what this is, and while one follows a guide its next line. */
import { Button } from '@mantine/core';
import { useLocation } from 'wouter';
import { GUIDE_ACTION, GUIDES, type GuideId, guideAfter } from '../../../../views/guide/guide.ts';
import { endGuide, GUIDE_PATHS, guidePlaceAt, startGuide, useGuide } from '../../client/guide.ts';
import { navigate, paths } from '../../stores/address.ts';
import { openHelp } from '../../stores/help.ts';
import { useFromCalmWorld } from '../../stores/settled.ts';
import { useView, view } from '../../stores/view.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import classes from './first-steps.module.css';
import { FirstSteps } from './first-steps.tsx';

export function Notice() {
  const guide = useGuide();
  return guide === null ? <Welcome /> : <GuideBar guide={guide.guide} />;
}

/** On the Cases of the sample, until it is dismissed; never again once something was stored. */
function Welcome() {
  const [path] = useLocation();
  const isFirstStart = useWorkspace((state) => state.workspace.isFirstStart);
  const isSample = useWorkspace(({ world }) => world?.actions.has(GUIDE_ACTION) === true);
  const isDismissed = useView((state) => state.welcomeDismissed);
  if (!isFirstStart || !isSample || isDismissed || path !== paths.cases) return null;
  return (
    <section aria-label="Welcome" className={classes.bar}>
      <div className={classes.welcome}>
        <FirstSteps />
      </div>
      <div className={classes.aside}>
        <Button
          variant="subtle"
          size="compact-xs"
          className={classes.whatIsThis ?? ''}
          onClick={() => openHelp({ part: 'start' })}
        >
          What is this?
        </Button>
        <Button variant="subtle" size="compact-xs" onClick={() => view.setState({ welcomeDismissed: true })}>
          Dismiss
        </Button>
      </div>
    </section>
  );
}

function GuideBar({ guide }: { readonly guide: GuideId }) {
  const [path] = useLocation();
  const { title, line } = GUIDES[guide];
  const here = guidePlaceAt(path);
  const shown = useFromCalmWorld((world) => line(world, here), [line, here]);
  if (shown === null) return null;
  const { text, goTo, isLast } = shown;
  const next = isLast ? guideAfter(guide) : null;
  return (
    <section aria-label="Guide" className={classes.bar}>
      <div className={classes.line}>
        <b>{title}.</b> <span role="status">{text}</span>
      </div>
      {goTo !== null && (
        <Button size="compact-xs" onClick={() => navigate(GUIDE_PATHS[goTo.place])}>
          {goTo.label}
        </Button>
      )}
      {next !== null && (
        <Button size="compact-xs" onClick={() => void startGuide(next)}>
          Next: {GUIDES[next].title}
        </Button>
      )}
      <Button variant={isLast && next === null ? 'filled' : 'subtle'} size="compact-xs" onClick={endGuide}>
        {isLast ? 'Finish' : 'End'}
      </Button>
    </section>
  );
}
