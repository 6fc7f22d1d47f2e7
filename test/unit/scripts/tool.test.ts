import { expect, it } from 'vitest';
import { commandOf } from '../../../scripts/lib/tool.ts';

it('starts a program as it is, and on Windows by a shell that sees where each argument ends', () => {
  const args = ['run', '--outputFile.json=C:\\Users\\Ann Lee\\report.json', ''];
  expect(commandOf('vitest', args, 'linux')).toEqual({ file: 'vitest', words: args, shell: false });
  expect(commandOf('vitest', args, 'win32')).toEqual({
    file: 'vitest run "--outputFile.json=C:\\Users\\Ann Lee\\report.json" ""',
    words: [],
    shell: true,
  });
});

it('starts the Node that runs it, without a shell, on every system', () => {
  for (const platform of ['win32', 'darwin', 'linux'] as const)
    expect(commandOf('node', ['a b.ts'], platform)).toEqual({
      file: process.execPath,
      words: ['a b.ts'],
      shell: false,
    });
});
