/** What is drawn for a projector: larger, without small print, and for the audience without anything that could be pressed. */
import { createContext, useContext } from 'react';

/** `null` on every other screen. */
export type Projection = 'stage' | 'audience' | null;

const Projected = createContext<Projection>(null);

/** All within is drawn for this. */
export const ProjectedOn = Projected.Provider;

/** What all around is drawn for. */
export const useProjection = (): Projection => useContext(Projected);
