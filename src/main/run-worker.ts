import module from 'node:module';
import { openStage } from './create-simulator.ts';
import { serveRun } from './runner/serve-run.ts';

module.enableCompileCache();
serveRun(openStage);
