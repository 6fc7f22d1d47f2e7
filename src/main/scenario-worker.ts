import { serveLoad } from './scenario/load-worker.ts';

serveLoad();
