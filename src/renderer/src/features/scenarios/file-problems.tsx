/** Why a file could not be opened: each problem where it stands. */

import { Button } from '@mantine/core';
import { counted } from '../../../../shared/counted.ts';
import { editText } from '../../client/edit-scenario.ts';
import {
  type BadFiles,
  type FileProblem,
  forgetBadFiles,
  type ScenarioFile,
  useBadFiles,
} from '../../client/open-scenario.ts';
import { IconClose, IconWarning } from '../../components/icons.tsx';
import { Section } from '../../components/section.tsx';
import { codeFrame } from './code-frame.ts';
import classes from './file-problems.module.css';

/** Whoever has more begins with these. */
const SHOWN_PROBLEMS = 50;

export function FileProblems() {
  const bad = useBadFiles();
  return bad && <Problems bad={bad} />;
}

function Problems({ bad: { files, problems } }: { readonly bad: BadFiles }) {
  const count = counted(problems.length, 'problem');
  const fileOf = (problem: FileProblem | undefined) =>
    files.find((file) => isNamed(file, problem?.file ?? '')) ?? files[0];
  const first = fileOf(problems[0]);
  const { fileName } = first;
  const edit = async () => {
    if (await editText(first)) forgetBadFiles();
  };
  return (
    <Section
      title={`Problems in ${fileName}`}
      aside={
        <span role="alert" className={classes.badFile}>
          <IconWarning size={14} />
          {fileName} has {count}; {files.length === 1 ? 'it was' : 'the files were'} not opened.
        </span>
      }
      actions={
        <>
          <Button size="compact-xs" variant="default" onClick={() => void edit()}>
            Edit
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            leftSection={<IconClose size={12} />}
            onClick={forgetBadFiles}
          >
            Dismiss
          </Button>
        </>
      }
      flush
    >
      <ul className={classes.problems} aria-label="Problems">
        {problems.slice(0, SHOWN_PROBLEMS).map((problem) => (
          <ProblemItem
            key={`${problem.file}:${problem.line}:${problem.column}:${problem.path}:${problem.message}`}
            problem={problem}
            file={fileOf(problem)}
            isNamed={files.length > 1}
          />
        ))}
        {problems.length > SHOWN_PROBLEMS && (
          <li className={classes.problem}>and {problems.length - SHOWN_PROBLEMS} more.</li>
        )}
      </ul>
    </Section>
  );
}

/** Files that are included are told by the path that includes them. */
const isNamed = ({ fileName }: ScenarioFile, path: string) => path === fileName || path.endsWith(`/${fileName}`);

interface ProblemItemProps {
  readonly problem: FileProblem;
  readonly file: ScenarioFile;
  /** Whether it says which file it is in. */
  readonly isNamed: boolean;
}

function ProblemItem({ problem, file, isNamed: isFileNamed }: ProblemItemProps) {
  const { line, column, path, message } = problem;
  const frame = codeFrame(file.text, line, column);
  return (
    <li className={classes.problem}>
      <div className={classes.where}>
        {isFileNamed && `${file.fileName}:`}
        {line}:{column} {path}
      </div>
      <p className={classes.message}>{message}</p>
      {frame && (
        <pre className={classes.frame}>
          {frame.lines.map(({ number, text: code }) => (
            <span key={number} className={number === line ? classes.at : undefined}>
              <span className={classes.lineNumber}>{String(number).padStart(4)} </span>
              {code}
              {'\n'}
              {number === line && `     ${frame.indent}^\n`}
            </span>
          ))}
        </pre>
      )}
    </li>
  );
}
