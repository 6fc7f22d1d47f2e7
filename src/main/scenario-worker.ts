import { serveScenario } from './scenario/serve-scenario.ts';

await serveScenario({
  stage: async () => (await import('./create-simulator.ts')).openStage,
  exercise: async (scenarios) => (await import('./coverage/exercise.ts')).exercise(scenarios),
});
