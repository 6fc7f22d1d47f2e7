import module from 'node:module';

// Before anything else is loaded: a thread does not share what the process has compiled.
module.enableCompileCache();
const [{ openStage }, { serveRun }] = await Promise.all([
  import('./create-simulator.ts'),
  import('./runner/serve-run.ts'),
]);
serveRun(openStage);
