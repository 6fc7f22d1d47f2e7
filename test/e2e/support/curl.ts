/** What a printed `curl` would send, for sending it from a test. */

export interface Request {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** Reads `curl 'URL' \ -H 'Name: value' \ -d 'BODY'`, the quotes of a POSIX shell undone. */
export function requestOf(curl: string): Request {
  const words = [...curl.replaceAll('\\\n', ' ').matchAll(/(?:'[^']*'|\\'|[^\s'])+/g)].map(([word]) =>
    word.replaceAll("'\\''", '\u0000').replaceAll("'", '').replaceAll('\u0000', "'"),
  );
  const [program, url, ...options] = words;
  if (program !== 'curl' || url === undefined) throw new Error(`not a curl: ${curl}`);
  const headers: Record<string, string> = {};
  let body = '';
  for (let index = 0; index < options.length; index += 2) {
    const value = options[index + 1] ?? '';
    if (options[index] === '-H') {
      const [name = '', ...rest] = value.split(': ');
      headers[name] = rest.join(': ');
    } else if (options[index] === '-d') body = value;
    else throw new Error(`an option of curl that is not known here: ${options[index]}`);
  }
  return { url, headers, body };
}

/** Sends it, as `curl -d` does: by POST. Its HTTP status. */
export async function send({ url, headers, body }: Request): Promise<number> {
  const response = await fetch(url, { method: 'POST', headers, body });
  await response.text();
  return response.status;
}
