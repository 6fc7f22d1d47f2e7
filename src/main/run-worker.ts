import module from 'node:module';

// Before anything else is loaded: a thread does not share what the process has compiled.
module.enableCompileCache();
const [{ openStage, keepNetwork }, { serveRun }] = await Promise.all([
  import('./open-stage.ts'),
  import('./runner/serve-run.ts'),
]);
await serveRun({ openStage, keepOpen: keepNetwork });
