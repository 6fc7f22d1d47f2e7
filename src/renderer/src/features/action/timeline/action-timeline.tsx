/** The Action's life: to the scale of time, with long waits folded, or event by event; each can be taken along as a picture. */
import { SegmentedControl } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Action } from '../../../../../shared/model.ts';
import { Lanes } from '../../../chart/lanes/lanes.tsx';
import { LanesPictureButtons } from '../../../chart/lanes/lanes-picture.tsx';
import { PictureButtons } from '../../../chart/picture-buttons.tsx';
import { Section } from '../../../components/section.tsx';
import { readTimelineBy, TIMELINE_MODES, type TimelineMode, useView } from '../../../stores/view.ts';
import { TimelineChart } from './timeline-chart.tsx';

const MODE_WORDS: Record<TimelineMode, string> = { 'to scale': 'By time', folded: 'Folded', 'by event': 'By event' };

interface ActionTimelineProps {
  readonly action: Action;
  /** In a lesson: how it is drawn at first. Without it, as it was chosen last in this window. */
  readonly startsBy?: TimelineMode;
}

export function ActionTimeline({ action, startsBy }: ActionTimelineProps) {
  const remembered = useView((view) => view.timelineMode);
  const [chosen, choose] = useState(startsBy);
  const mode = chosen ?? remembered;
  const chart = useRef<HTMLDivElement>(null);
  return (
    <Section
      title="Timeline"
      actions={
        <>
          <SegmentedControl
            size="xs"
            aria-label="Time axis"
            value={mode}
            onChange={startsBy === undefined ? readTimelineBy : choose}
            data={TIMELINE_MODES.map((value) => ({ value, label: MODE_WORDS[value] }))}
          />
          {mode === 'by event' ? (
            <LanesPictureButtons action={action} />
          ) : (
            <PictureButtons
              fileName={`${action.ref.replaceAll('/', '-')}-timeline`}
              draw={(save) => chart.current !== null && save(chart.current)}
            />
          )}
        </>
      }
    >
      {mode === 'by event' ? (
        <Lanes action={action} />
      ) : (
        <div ref={chart}>
          <TimelineChart action={action} density={mode} />
        </div>
      )}
    </Section>
  );
}
