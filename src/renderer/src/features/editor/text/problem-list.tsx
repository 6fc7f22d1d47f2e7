import type { FileProblem } from '../../../client/open-scenario.ts';
import { IconWarning } from '../../../components/icons.tsx';
import { sentence } from '../../../components/sentence.ts';
import classes from './text.module.css';

interface ProblemListProps {
  readonly problems: readonly FileProblem[];
  readonly onGoTo: (problem: FileProblem) => void;
}

/** What is wrong with the text; nothing where nothing is. */
export function ProblemList({ problems, onGoTo }: ProblemListProps) {
  if (problems.length === 0) return null;
  return (
    <ul className={classes.problems} aria-label="Problems">
      {problems.map((problem) => (
        <li key={`${problem.line}:${problem.column}:${problem.path}:${problem.message}`}>
          <button type="button" className={classes.problem} onClick={() => onGoTo(problem)}>
            <IconWarning size={14} />
            <span>
              Line {problem.line}: {sentence(problem.message)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
