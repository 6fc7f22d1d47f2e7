/** What a study asks, in a sentence. */
import type { RunInfo } from '../../shared/lab.ts';
import { isChosen } from '../../shared/variable-settings.ts';
import { settingTitle } from '../lab/change-words.ts';
import { lowerFirst } from '../words/figures.ts';
import type { ReportedStudy } from './model.ts';

type Asked = Pick<ReportedStudy, 'actionTypeName' | 'externalApiName' | 'axes' | 'variants'>;

export function questionOf({ actionTypeName, externalApiName, axes, variants }: Asked): string {
  const chosen = titlesOf(axes.filter(({ path }) => isChosen(path)));
  const given = titlesOf(axes.filter(({ path }) => !isChosen(path)));
  if (axes.length === 0) {
    return variants.length === 1
      ? `How do ${actionTypeName} Actions end against ${externalApiName}, and how long do they take?`
      : `Which of ${variants.length} variants does best for ${actionTypeName} against ${externalApiName}?`;
  }
  const varying = given === '' ? '' : `, with different values of ${given}`;
  return chosen === ''
    ? `How do ${actionTypeName} Actions end against ${externalApiName}${varying}?`
    : `What should ${chosen} be for ${actionTypeName} against ${externalApiName}${varying}?`;
}

const titlesOf = (axes: RunInfo['axes']) => axes.map(({ path }) => lowerFirst(settingTitle(path))).join(' and ');
