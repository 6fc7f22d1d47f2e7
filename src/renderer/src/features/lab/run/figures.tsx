/** The figures of each variant side by side, with their intervals; and what opens one of its lives. */
import { Button } from '@mantine/core';
import type { Comparison, Estimate, TrialPick, Unit, VariantResult } from '../../../../../shared/lab.ts';
import { differenceText, intervalText, isClear, measureText } from '../../../chart/figure-text.ts';
import { Section } from '../../../components/section.tsx';
import tables from '../tables.module.css';
import { ENDING_STYLES } from '../words/endings.ts';
import { measureInfo, measureTitle } from '../words/measure-words.ts';

const SHOWN = [
  'escalatedPer1000',
  'handedOverPer1000',
  'timeToEnd.p50',
  'timeToEnd.p90',
  'timeToEnd.p95',
  'timeToEnd.p99',
  'timeToConnection.p50',
  'timeToConnection.p95',
  'longestSilence.p95',
  'callsPerLaunch',
  'failedCalls',
];

const DIFFERENCES: readonly (readonly [keyof Comparison, string, Unit])[] = [
  ['escalatedPer1000', 'Escalated, per 1,000', 'per 1,000'],
  ['handedOverPer1000', 'Handed over, per 1,000', 'per 1,000'],
  ['doneSuccessfully', 'Done Successfully', 'share'],
  ['endsLaterMs', 'Ends later by, on average', 'duration'],
];

interface FiguresProps {
  readonly variants: readonly VariantResult[];
  readonly onShow: (variant: number, pick: TrialPick) => void;
}

export function Figures({ variants, onShow }: FiguresProps) {
  const present = ENDING_STYLES.filter(({ ending }) =>
    variants.some((each) => each.summary.outcomes[ending].share > 0),
  );
  return (
    <Section title="Figures" aside="with 95 % intervals" flush>
      <div className={tables.wide}>
        <table className={tables.table} aria-label="Figures">
          <thead>
            <tr>
              <th scope="col">Figure</th>
              {variants.map(({ name }) => (
                <th key={name} scope="col" className={tables.figure} title={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {present.map(({ ending }) => (
              <tr key={ending}>
                <th scope="row">{ending}</th>
                {variants.map((variant, index) => {
                  const { share, low, high } = variant.summary.outcomes[ending];
                  return (
                    <td key={variant.name} className={tables.figure}>
                      <Figure unit="share" estimate={{ value: share, low, high }} />
                      {share > 0 && (
                        <Show name={`Show one: ${ending}, ${variant.name}`} onClick={() => onShow(index, { ending })} />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
            {SHOWN.map((name) => {
              const info = measureInfo(name);
              return (
                <tr key={name}>
                  <th scope="row">{measureTitle(info)}</th>
                  {variants.map(({ name: variant, measures }) => (
                    <td key={variant} className={tables.figure}>
                      <Figure unit={info.unit} estimate={measures[name]} />
                    </td>
                  ))}
                </tr>
              );
            })}
            <tr>
              <th scope="row">Handed over to</th>
              {variants.map(({ name, handOver }) => (
                <td key={name} className={tables.figure}>
                  {handOver === null ? '–' : [handOver.queue, handOver.assignee ?? 'nobody'].filter(Boolean).join(', ')}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">Longest life</th>
              {variants.map(({ name }, index) => (
                <td key={name} className={tables.figure}>
                  <Show name={`Show one: slowest, ${name}`} onClick={() => onShow(index, { slowest: true })} />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </Section>
  );
}

/** How each variant differs from the first, on the same chances; nothing where there is but one. */
export function Differences({ variants }: { readonly variants: readonly VariantResult[] }) {
  const [first, ...others] = variants;
  const compared = others.filter(({ comparison }) => comparison !== null);
  if (first === undefined || compared.length === 0) return null;
  return (
    <Section title="Differences" aside={`from ${first.name}, on the same chances, with 95 % intervals`} flush>
      <div className={tables.wide}>
        <table className={tables.table} aria-label="Differences">
          <thead>
            <tr>
              <th scope="col">Figure</th>
              {compared.map(({ name }) => (
                <th key={name} scope="col" className={tables.figure}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {DIFFERENCES.map(([key, label, unit]) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                {compared.map(({ name, comparison }) => {
                  const estimate = comparison?.[key] ?? null;
                  return (
                    <td key={name} className={tables.figure}>
                      {estimate === null ? '–' : differenceText(unit, estimate.value)}
                      <span className={tables.interval}>
                        {estimate === null
                          ? ''
                          : isClear(estimate)
                            ? intervalText(unit, estimate)
                            : 'no clear difference'}
                      </span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Figure({ unit, estimate }: { readonly unit: Unit; readonly estimate: Estimate | undefined }) {
  if (estimate === undefined) return '–';
  return (
    <>
      {measureText(unit, estimate.value)}
      <span className={tables.interval}>{intervalText(unit, estimate)}</span>
    </>
  );
}

function Show({ name, onClick }: { readonly name: string; readonly onClick: () => void }) {
  return (
    <Button variant="subtle" size="compact-xs" aria-label={name} title={name} onClick={onClick}>
      Show one
    </Button>
  );
}
