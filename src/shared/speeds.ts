/** Virtual over real time, as people choose it: 1 second of watching is this many seconds of the workspace. */
export const SPEEDS = [0.5, 1, 2, 5, 10, 60, 100, 1_000, 10_000] as const;

/** `1,000×`. */
export const speedInWords = (speed: number) => `${speed.toLocaleString('en')}×`;
