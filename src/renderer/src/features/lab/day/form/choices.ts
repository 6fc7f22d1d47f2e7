/** The entries of a select; somebody who is no user any more stays to be seen. */
export const withValue = (users: readonly string[], value: string): string[] =>
  users.includes(value) ? [...users] : [value, ...users];
