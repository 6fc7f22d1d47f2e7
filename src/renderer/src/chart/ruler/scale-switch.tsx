/** Linear or logarithmic: a logarithmic axis gives the first calls room where waits grow. */
import { SegmentedControl } from '@mantine/core';
import { SCALE_KINDS, type ScaleKind } from '../time-scale.ts';

const WORDS: Record<ScaleKind, string> = { linear: 'Linear', logarithmic: 'Logarithmic' };

interface ScaleSwitchProps {
  readonly value: ScaleKind;
  readonly onChange: (kind: ScaleKind) => void;
}

export function ScaleSwitch({ value, onChange }: ScaleSwitchProps) {
  return (
    <SegmentedControl
      size="xs"
      aria-label="Time axis"
      value={value}
      onChange={onChange}
      transitionDuration={0}
      data={SCALE_KINDS.map((kind) => ({ value: kind, label: WORDS[kind] }))}
    />
  );
}
