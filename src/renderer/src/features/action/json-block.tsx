/** JSON as it went over the wire, to read and to copy. */
import { CopyButton } from '@mantine/core';
import classes from './json-block.module.css';

interface JsonBlockProps {
  readonly title: string;
  /** JSON is put into lines; text is shown as it is. */
  readonly value: unknown;
}

export function JsonBlock({ title, value }: JsonBlockProps) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return (
    <figure className={classes.block} aria-label={title}>
      <figcaption className={classes.caption}>
        <span className={classes.title} title={title}>
          {title}
        </span>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <button
              type="button"
              className={classes.copy}
              aria-label={`${copied ? 'Copied' : 'Copy'}: ${title}`}
              onClick={copy}
            >
              {copied ? 'Copied' : 'Copy'}
            </button>
          )}
        </CopyButton>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard */}
      <pre className={classes.text} tabIndex={0}>
        {text}
      </pre>
    </figure>
  );
}
