/** What the command line says otherwise than Commander: a value is never mistaken for an option, nor an option or a file for a value. */
import type { Command, CommanderError, Option } from 'commander';
import { UsageError } from './exit-status.ts';

/**
 * The words as Commander is to read them. An option whose value may be left out takes it after `=` only, so that the file behind it stays a
 * file; one that needs a value does not take the next option for it.
 */
export function prepared(root: Command, args: readonly string[]): string[] {
  const command = commandOf(root, args);
  const end = args.indexOf('--');
  return args.map((word, index) => {
    if (end >= 0 && index >= end) return word;
    const option = optionOf(command, word);
    if (option?.optional === true) return `${word}=${option.presetArg ?? ''}`;
    if (option?.required === true) checkValue(word, args[index + 1]);
    return word;
  });
}

function checkValue(option: string, value: string | undefined): void {
  if (value === undefined) throw new UsageError(`Option '${option}' needs a value`);
  if (/^-./.test(value)) {
    throw new UsageError(`Option '${option}' needs a value; one that begins with a dash is written ${option}=-…`);
  }
}

/** The command that the words name, down to the last one below another. */
function commandOf(command: Command, [word, ...rest]: readonly string[]): Command {
  const named = command.commands.find((each) => each.name() === word);
  return named === undefined ? command : commandOf(named, rest);
}

const optionOf = (command: Command, word: string): Option | undefined =>
  command.options.find(({ long, short }) => word === long || word === short);

/** The values of an option that may be repeated, in order. */
export const collected = (value: string, before: readonly string[]): string[] => [...before, value];

/** What Commander found wrong, in one sentence. */
export function usageSentence({ message }: CommanderError): string {
  const [said = '', hint] = message.replace(/^error: /, '').split('\n');
  const suggestion =
    hint === undefined ? '' : `, ${hint.replace(/^\(D|\)$/g, (bracket) => (bracket === '(D' ? 'd' : ''))}`;
  return `${said.replace(/\.$/, '').replace(/^[a-z]/, (letter) => letter.toUpperCase())}${suggestion}`;
}
