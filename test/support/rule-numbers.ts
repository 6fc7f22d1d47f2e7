/** The numbers of behaviour.md. */

/** R31 and R43 do not exist. */
const ABSENT = [31, 43];

export const RULES: readonly string[] = Array.from({ length: 51 }, (_, index) => index + 1)
  .filter((number) => !ABSENT.includes(number))
  .map((number) => `R${number}`);
export const SETTINGS: readonly string[] = ['S1', 'S2', 'S3', 'S4', 'S5'];
/** Inside ranges such as `R29–R33`. */
export const ABSENT_RULES: readonly string[] = ABSENT.map((number) => `R${number}`);
