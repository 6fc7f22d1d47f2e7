/** The axis that one ruler has, or several share: long enough for all of them, linear or logarithmic. */
import { useMemo, useState } from 'react';
import { axisEnd, type ScaleKind, type TimeScale, timeScale } from '../time-scale.ts';
import { layoutRuler } from './ruler-layout.ts';
import { extentOf, firstWaitOf, type RulerModel } from './ruler-model.ts';

/** As long as nothing is measured. */
const USUAL_WIDTH = 440;

export interface TimeAxis {
  readonly scale: TimeScale;
  /** Calls crowd on a linear axis, so that a logarithmic one helps. */
  readonly isCrowded: boolean;
  readonly choose: (kind: ScaleKind) => void;
}

/** For rulers of about this width. */
export function useTimeAxis(models: readonly RulerModel[], width: number): TimeAxis {
  const [chosen, choose] = useState<ScaleKind | null>(null);
  return useMemo(() => {
    const maxMs = axisEnd(Math.max(...models.map(extentOf)));
    const unitMs = Math.min(...models.map((model) => firstWaitOf(model) ?? maxMs));
    const linear = timeScale('linear', maxMs, unitMs);
    const layouts = models.map((model) =>
      layoutRuler(model, { scale: linear, width: width || USUAL_WIDTH, outage: null, through: null }),
    );
    const isCrowded = layouts.some((layout) => layout.isCrowded);
    const fitting = layouts.some((layout) => layout.isOvercrowded) ? 'logarithmic' : 'linear';
    const kind = isCrowded ? (chosen ?? fitting) : 'linear';
    return { scale: kind === 'linear' ? linear : timeScale(kind, maxMs, unitMs), isCrowded, choose };
  }, [models, chosen, width]);
}
