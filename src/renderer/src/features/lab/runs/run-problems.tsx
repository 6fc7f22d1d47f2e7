/** Kept runs whose files could not be read. */

import { Section } from '../../../components/section.tsx';
import { useRunProblems } from '../use-runs.ts';
import classes from './runs.module.css';

export function RunProblems() {
  const problems = useRunProblems();
  if (problems.length === 0) return null;
  return (
    <Section title="Runs that could not be read">
      <ul role="alert" className={classes.problems}>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </Section>
  );
}
