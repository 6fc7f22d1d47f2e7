import { serveScenario } from './scenario/serve-scenario.ts';

await serveScenario(async () => (await import('./open-stage.ts')).openStage);
