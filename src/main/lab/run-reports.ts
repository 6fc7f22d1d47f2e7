/** Runs as pages to decide by: one with a wish, or several side by side. */
import type { Definitions } from '../../shared/definitions.ts';
import { type Configured, MAX_PAIRED, type Run, type Wish } from '../../shared/lab.ts';
import type { Instant } from '../../shared/model.ts';
import { givenAt } from '../../views/lab/best.ts';
import { headlineOf } from '../../views/lab/headline.ts';
import { comparisonReport } from '../../views/report/comparison-report.ts';
import { decisionReport } from '../../views/report/decision-report.ts';
import type { ReportedStudy } from '../../views/report/model.ts';
import { type ReportFile, reportFile } from '../../views/report/report-file.ts';
import { setupOf } from './variants.ts';
import { ExperimentError } from './vary.ts';

/** Of which definitions, and from when on. */
interface Played {
  readonly definitions: Definitions;
  readonly startAt: Instant;
}

export interface RunReportsOptions {
  /** A run with its results so far, and what it was played with; `null` if there is none of this id. */
  readonly run: (id: string) => Promise<(Run & { readonly played: Played }) | null>;
  /** What is configured at present. */
  readonly present: () => Promise<Played>;
}

export class RunReports {
  readonly #options: RunReportsOptions;

  constructor(options: RunReportsOptions) {
    this.#options = options;
  }

  /** A run as a page to decide by; `null` if there is none of this id, or no trial was played yet. */
  async ofRun(id: string, wish: Wish): Promise<ReportFile | null> {
    const study = await this.#reported(id, wish);
    return study === null ? null : reportFile(study.name, Date.parse(study.startedAt), decisionReport(study));
  }

  /** Runs side by side as such a page; `null` if one of them has no results, or they have too many variants for it. */
  async ofRuns(ids: readonly string[]): Promise<ReportFile | null> {
    const found = await Promise.all(ids.map((id) => this.#reported(id, null)));
    const studies = found.filter((study) => study !== null);
    const variantCount = studies.reduce((sum, { variants }) => sum + variants.length, 0);
    if (studies.length < ids.length || variantCount > MAX_PAIRED) return null;
    return reportFile('runs side by side', Date.now(), comparisonReport(studies));
  }

  /** `wish`: `null` where nobody wished for anything. */
  async #reported(id: string, wished: Wish | null): Promise<(ReportedStudy & Pick<Run, 'startedAt'>) | null> {
    const found = await this.#options.run(id);
    if (found === null || found.variants.length === 0) return null;
    const { played, ...run } = found;
    const { externalApiName } = setupOf(played.definitions, run.actionTypeName, played.startAt);
    const wish = wished ?? { limits: [], cost: 'callsPerLaunch', given: givenAt(run.axes, Number.POSITIVE_INFINITY) };
    const now = await this.#configuredNow(run.actionTypeName);
    return { ...run, headline: headlineOf(run, wish), externalApiName, now, wish, measureNames: [] };
  }

  /** What is configured for an Action type at present; `null` where it calls no API, or is none any more. */
  async #configuredNow(actionTypeName: string): Promise<Configured | null> {
    const { definitions, startAt } = await this.#options.present();
    try {
      return setupOf(definitions, actionTypeName, startAt);
    } catch (error) {
      if (error instanceof ExperimentError) return null;
      throw error;
    }
  }
}
