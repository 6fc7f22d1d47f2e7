import { serveScenario } from './scenario/serve-scenario.ts';

await serveScenario({
  stage: async () => (await import('./open-stage.ts')).openStage,
  exercise: async (scenarios) => (await import('./coverage/exercise.ts')).exercise(scenarios),
});
