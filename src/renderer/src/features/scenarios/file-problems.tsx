/** Why a file could not be opened: each problem where it stands. */

import { Button } from '@mantine/core';
import { counted } from '../../../../shared/counted.ts';
import { editText } from '../../client/edit-scenario.ts';
import { type BadFile, type FileProblem, forgetBadFile, useBadFile } from '../../client/open-scenario.ts';
import { IconClose, IconWarning } from '../../components/icons.tsx';
import { Section } from '../../components/section.tsx';
import { codeFrame } from './code-frame.ts';
import classes from './file-problems.module.css';

/** Whoever has more begins with these. */
const SHOWN_PROBLEMS = 50;

export function FileProblems() {
  const bad = useBadFile();
  return bad && <Problems bad={bad} />;
}

function Problems({ bad: { fileName, text, problems } }: { readonly bad: BadFile }) {
  const count = counted(problems.length, 'problem');
  const edit = async () => {
    if (await editText({ fileName, text })) forgetBadFile();
  };
  return (
    <Section
      title={`Problems in ${fileName}`}
      aside={
        <span role="alert" className={classes.badFile}>
          <IconWarning size={14} />
          {fileName} has {count}; it was not opened.
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
            onClick={forgetBadFile}
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
            key={`${problem.line}:${problem.column}:${problem.path}:${problem.message}`}
            problem={problem}
            text={text}
          />
        ))}
        {problems.length > SHOWN_PROBLEMS && (
          <li className={classes.problem}>and {problems.length - SHOWN_PROBLEMS} more.</li>
        )}
      </ul>
    </Section>
  );
}

function ProblemItem({ problem, text }: { readonly problem: FileProblem; readonly text: string }) {
  const { line, column, path, message } = problem;
  const frame = codeFrame(text, line, column);
  return (
    <li className={classes.problem}>
      <div className={classes.where}>
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
