/** `npm run types`: writes the types of the package to out/types. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { declarations } from './lib/declarations.ts';
import { ROOT } from './lib/tool.ts';

const TARGET = join(ROOT, 'out/types');

const declared = await declarations();
if (declared === null) process.exitCode = 1;
else {
  rmSync(TARGET, { recursive: true, force: true });
  for (const [module, text] of declared) {
    const path = join(TARGET, `${module}.d.ts`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  console.log(`out/types: ${declared.size} files`);
}
