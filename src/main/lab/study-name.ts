/** What a study is called that nobody named. */
import type { RunInfo } from '../../shared/lab.ts';
import { settingTitle } from '../../views/lab/change-words.ts';
import type { Study } from './study.ts';

export function studyName(
  { actionTypeName, variants }: Pick<Study, 'actionTypeName' | 'variants'>,
  axes: RunInfo['axes'],
): string {
  if (axes.length > 0) return `${actionTypeName}: ${axes.map(({ path }) => settingTitle(path)).join(' × ')}`;
  return variants.length === 1 ? actionTypeName : `${actionTypeName}: ${variants.map(({ name }) => name).join(' / ')}`;
}
