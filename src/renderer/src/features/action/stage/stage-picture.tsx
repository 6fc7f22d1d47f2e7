/** One Action as one picture for a projector: how it stands, its life by event, what its Case owner knows, with whom it is. */
import { useElementSize, useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import type { Action } from '../../../../../shared/model.ts';
import { Lanes } from '../../../chart/lanes/lanes.tsx';
import { TYPE_SIZES } from '../../../chart/lanes/use-lanes.ts';
import { about } from '../../../components/about.ts';
import { InstantText } from '../../../components/instant-text.tsx';
import { keepFocus } from '../../../components/keep-focus.ts';
import { useClock } from '../../../stores/workspace.ts';
import { statusStyle } from '../../../theme/status.ts';
import { ConnectionError } from '../connection-error.tsx';
import { OwnerBox, WorkBox } from './people-boxes.tsx';
import classes from './stage.module.css';

/** Of the stage's width: on a projector the type grows with it. */
const TYPE_SHARE = 1 / 80;
/** From here on three columns stand side by side. Pixels. */
const WIDE = 1500;
/** Where the lanes are as high as they must be; the stylesheet has the same. */
const LOW = '(max-height: 600px)';
/** What is above and below the lanes in their card, in sizes of the type. */
const CARD = 0.7;

interface StagePictureProps {
  readonly action: Action;
  /** Beside the title. */
  readonly beside?: ReactNode;
  /** Below the picture. */
  readonly children?: ReactNode;
}

export function StagePicture({ action, beside, children }: StagePictureProps) {
  const { ref, width } = useElementSize();
  const size = Math.max(TYPE_SIZES.stage, Math.floor(width * TYPE_SHARE));
  const isWide = width >= WIDE;
  const isLow = useMediaQuery(LOW);
  const lanes = useElementSize();
  return (
    <section
      ref={ref}
      aria-label="Stage"
      className={classes.stage}
      style={{ fontSize: size, '--type': `${size}px` } as object}
    >
      <header className={classes.header}>
        <h1 className={classes.title}>{action.title}</h1>
        <span className={classes.reference}>{action.ref}</span>
        <div className={classes.corner}>
          <span className={classes.clock}>
            <Now />
          </span>
          {beside}
        </div>
      </header>
      <div className={classes.picture} data-wide={isWide || undefined}>
        <div className={classes.state}>
          <StatusLine action={action} />
          <ConnectionError action={action} />
        </div>
        <div ref={lanes.ref} className={classes.lanes}>
          {/* Who points at an event goes on with the keys of the clock; by Tab the lanes are reached as ever. */}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: nothing is done by pressing here; that is the point */}
          <div className={classes.card} onMouseDown={keepFocus}>
            <Lanes action={action} size={size} height={isLow ? undefined : lanes.height - CARD * size} />
          </div>
        </div>
        <OwnerBox action={action} />
        <WorkBox action={action} />
      </div>
      {children}
    </section>
  );
}

function Now() {
  const now = useClock((clock) => clock.now);
  return <InstantText at={now} withDate />;
}

/** Its status as everywhere, only larger. */
function StatusLine({ action }: { readonly action: Action }) {
  const { ground, text, icon: Icon, fullLabel } = statusStyle(action.status, action.resolutionMethod);
  return (
    <p {...about(action.ref)} className={classes.status} style={{ color: text, background: ground }}>
      <Icon size={26} />
      <span>{fullLabel}</span>
    </p>
  );
}
