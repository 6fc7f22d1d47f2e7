import { serveLab } from './lab/worker.ts';

serveLab();
