/** The entries of a select; a former user stays visible. */
export const withValue = (users: readonly string[], value: string): string[] =>
  users.includes(value) ? [...users] : [value, ...users];
