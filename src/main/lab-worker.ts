import { serveBlocks } from './lab/worker.ts';

serveBlocks();
