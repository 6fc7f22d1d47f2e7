/** Two variants of an Action type's settings side by side: `#/builder/compare?a=post-invoice&b=/system-wide`. */
import { Button } from '@mantine/core';
import type { ActionType, Settings } from '../../../../shared/definitions.ts';
import { advantages, compareFigures } from '../../../../views/compare/figures.ts';
import type { ReportedSide } from '../../../../views/report/settings-report.ts';
import { survivalSentences, worstCaseSentences } from '../../../../views/verdict/verdict.ts';
import { Page } from '../../components/page.tsx';
import { ReportButton } from '../../components/report-button.tsx';
import { useUnsaved } from '../../form/unsaved.ts';
import { paths } from '../../stores/address.ts';
import { useFromSettledWorld } from '../../stores/settled.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import classes from './compare.module.css';
import { FiguresTable } from './figures-table.tsx';
import { InShort } from './in-short.tsx';
import { reportOfSides } from './report-of-sides.ts';
import { NeverConnects, OutageForBoth } from './shared-axis.tsx';
import { useVariants } from './use-variants.ts';
import { VariantPanel } from './variant-panel.tsx';

export function CompareScreen() {
  const settings = useWorkspace((state) => state.world?.settings);
  const actionTypes = useFromSettledWorld(
    (world) => new Map([...world.actionTypes].filter(([, { externalApi }]) => externalApi !== undefined)),
    [],
  );
  if (actionTypes === null || settings === undefined) return null;
  return <Comparison actionTypes={actionTypes} settings={settings} />;
}

interface ComparisonProps {
  readonly actionTypes: ReadonlyMap<string, ActionType>;
  readonly settings: Settings;
}

function Comparison({ actionTypes, settings }: ComparisonProps) {
  const { sides, duplicate } = useVariants(actionTypes, settings);
  useUnsaved(sides.some(({ isChanged }) => isChanged));
  const verdicts = sides.map(({ actionType }) =>
    actionType === null
      ? null
      : { never: worstCaseSentences(settings, actionType), outage: survivalSentences(settings, actionType) },
  );
  const compared = sides.flatMap(({ side, variant: { origin }, isChanged, actionType }): ReportedSide[] => {
    if (actionType === null) return [];
    const isOfType = actionTypes.has(origin);
    const title = isOfType ? (actionType.title ?? origin) : 'System-wide retry pattern';
    const name = isOfType && !isChanged ? origin : null;
    return [{ side, title: isChanged ? `${title}, changed` : title, name, actionType }];
  });
  const [a, b] = compared;
  const pair = a === undefined || b === undefined ? null : ([a, b] as const);
  /** The Action type a side starts from, else the other side's. */
  const targetOf = (index: number) =>
    [sides[index], sides[1 - index]].map((each) => each?.variant.origin ?? '').find((name) => actionTypes.has(name)) ??
    null;
  return (
    <Page
      title="Compare"
      aside="Comparing saves nothing."
      actions={
        <>
          <Button variant="default" onClick={duplicate}>
            Duplicate A to B
          </Button>
          {pair !== null && <ReportButton isReady ask={async () => reportOfSides(settings, pair)} />}
        </>
      }
      breadcrumbs={[{ label: 'Builder', to: paths.builder }, { label: 'Compare' }]}
    >
      <InShort found={pair && advantages(settings, pair[0].actionType, pair[1].actionType)} />
      <div className={classes.sides}>
        {sides.map((state, index) => (
          <VariantPanel
            key={state.side}
            state={state}
            actionTypes={actionTypes}
            sentences={verdicts[index] ?? null}
            otherSentences={verdicts[1 - index] ?? null}
            target={targetOf(index)}
          />
        ))}
      </div>
      {compared.length > 0 && (
        <>
          <NeverConnects settings={settings} compared={compared} />
          <OutageForBoth settings={settings} compared={compared} />
        </>
      )}
      {pair !== null && <FiguresTable figures={compareFigures(settings, pair[0].actionType, pair[1].actionType)} />}
    </Page>
  );
}
