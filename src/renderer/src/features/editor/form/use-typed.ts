/** What is typed in a field stays as it is typed until the field is left, whatever the text makes of it. */
import { useState } from 'react';

interface Typed {
  readonly value: string;
  readonly onChange: (typed: string) => void;
  readonly onBlur: () => void;
  /** Nothing is said to be wrong with what is just being typed. */
  readonly isTyping: boolean;
}

/** `written` is what the text has; `write` puts there what is typed. */
export function useTyped(written: string, write: (typed: string) => void): Typed {
  const [typed, setTyped] = useState<string | null>(null);
  return {
    value: typed ?? written,
    onChange: (value) => {
      setTyped(value);
      write(value);
    },
    onBlur: () => setTyped(null),
    isTyping: typed !== null,
  };
}
