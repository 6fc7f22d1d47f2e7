/** Choosing an outage: a slider that lies along the ruler above it, and two fields for exact values. */
import { RangeSlider } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { exactDuration, sinceLaunch } from '../../../../views/words/time-words.ts';
import { DurationField } from '../../form/typed-fields.tsx';
import { nearestStop, stopsOf, type TimeScale } from '../time-scale.ts';
import classes from './ruler.module.css';
import { PLOT_LEFT, PLOT_RIGHT } from './ruler-label.ts';
import type { OutageField, OutageInput } from './use-outage.ts';

/** Positions along the slider: so many that only a key moves it by one. */
const POSITIONS = 100_000;

/** The track is inset by as much, in pixels. */
const SLIDER_SIZE = 4;

interface OutageControlProps {
  readonly input: OutageInput;
  readonly scale: TimeScale;
  /** Instants where the slider stops too: the calls. */
  readonly instants: readonly number[];
  /** What it leads to: sentences. */
  readonly children: ReactNode;
}

export function OutageControl({ input, scale, instants, children }: OutageControlProps) {
  const { outage, text, errors, type, leave, choose } = input;
  const stops = useMemo(() => stopsOf(scale, instants), [scale, instants]);
  const positionOf = (at: number) => Math.round(Math.min(scale.positionOf(at), 1) * POSITIONS);
  const untilMs = outage.fromMs + outage.lengthMs;
  const ends = [outage.fromMs, untilMs] as const;
  const positions: [number, number] = [positionOf(outage.fromMs), positionOf(untilMs)];

  /** The instant that a moved thumb means: the next stop for a key, the nearest for a drag, the same where it was not moved. */
  const meant = (position: number, end: 0 | 1): number => {
    const move = position - positions[end];
    if (move === 0) return ends[end];
    if (move === 1) return stops.find((stop) => stop > ends[end]) ?? ends[end];
    if (move === -1) return stops.findLast((stop) => stop < ends[end]) ?? ends[end];
    return nearestStop(scale, stops, position / POSITIONS);
  };
  const field = (key: OutageField) => ({
    value: text[key],
    error: errors[key],
    onChange: (typed: string) => type(key, typed),
    onBlur: () => leave(key),
  });
  const inWords = (position: number) => {
    const end = position === positions[0] ? 0 : 1;
    return sinceLaunch(meant(position, end));
  };

  return (
    <fieldset className={classes.outage}>
      <legend className="visually-hidden">Outage</legend>
      <p className={classes.outageName}>
        <b>Outage</b> from {sinceLaunch(outage.fromMs)}, for {exactDuration(outage.lengthMs)}
      </p>
      <div
        className={classes.slider}
        style={{ paddingLeft: PLOT_LEFT - SLIDER_SIZE, paddingRight: PLOT_RIGHT - SLIDER_SIZE }}
      >
        <RangeSlider
          size={SLIDER_SIZE}
          thumbSize={16}
          min={0}
          max={POSITIONS}
          minRange={0}
          value={positions}
          onChange={([from, to]) => {
            const fromMs = meant(from, 0);
            choose({ fromMs, lengthMs: Math.max(meant(to, 1) - fromMs, 0) });
          }}
          label={inWords}
          thumbFromLabel="Outage begins"
          thumbToLabel="Outage ends"
          thumbValueText={inWords}
        />
      </div>
      <div className={classes.outageRow}>
        <div className={classes.outageFields}>
          <DurationField label="Outage begins" {...field('fromMs')} />
          <DurationField label="Outage lasts" {...field('lengthMs')} />
        </div>
        <div role="status" className={classes.outcome}>
          {children}
        </div>
      </div>
    </fieldset>
  );
}
