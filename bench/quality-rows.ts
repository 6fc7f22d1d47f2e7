/** What `npm run bench -- quality` measures: what the built-in scenarios and lessons are worth as tests, and finding others. */

import { rowId } from '../src/coverage/rows.ts';
import { TRANSITIONS } from '../src/engine/action/lifecycle.ts';
import { playForCoverage } from '../src/main/commands/played-coverage.ts';
import { generate } from '../src/main/generation/generate.ts';
import { mutate } from '../src/main/mutation/mutate.ts';
import { loadScenario } from '../src/main/scenario/load.ts';
import { libraryFiles } from '../test/support/library-files.ts';
import type { Row } from './rows.ts';

const library = () =>
  libraryFiles().map(({ id, text }) => {
    const loaded = loadScenario(text, `${id}.yaml`);
    if (!loaded.ok) throw new Error(`${id} is invalid`);
    return { ...loaded, file: id };
  });

export const QUALITY_ROWS: Readonly<Record<string, Row>> = {
  coverage: {
    title: 'coverage of the built-in scenarios and lessons',
    unit: 'files',
    prepare: async () => {
      const files = library();
      return async () => {
        for (const each of files) await playForCoverage(each);
        return files.length;
      };
    },
  },
  mutate: {
    title: 'mutants over the built-in scenarios and lessons, one thread',
    unit: 'mutants',
    prepare: async () => {
      const files = library();
      return async () => {
        const { mutants, equivalent } = await mutate(files, { settings: true, rules: true });
        return mutants.length + equivalent.length;
      };
    },
  },
  generate: {
    title: 'a smallest scenario for every row of the state table',
    unit: 'rows',
    prepare: async () => async () => (await generate(TRANSITIONS.map(rowId))).length,
  },
};
