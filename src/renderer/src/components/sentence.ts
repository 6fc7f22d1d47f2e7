/** What a schema has against a value, `expected a duration …`, as a sentence. */
export const sentence = (message: string) => `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
