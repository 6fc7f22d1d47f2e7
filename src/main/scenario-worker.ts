import { serveScenario } from './scenario/serve-scenario.ts';

await serveScenario(async () => (await import('./create-simulator.ts')).openStage);
