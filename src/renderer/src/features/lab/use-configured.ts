/** What is configured now for the Action type of a study. */
import type { Configured } from '../../../../shared/lab.ts';
import { useFromSettledWorld } from '../../stores/settled.ts';
import { configuredIn } from './form/study-setting.ts';

/** `null` where it calls no API, or is none any more. */
export const useConfigured = (actionTypeName: string): Configured | null =>
  useFromSettledWorld((world) => configuredIn(world, actionTypeName), [actionTypeName]);
