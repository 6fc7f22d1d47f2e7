/** How much the loopback host takes at a time, and how long it waits: a client that means no good costs it little. */

export interface Limits {
  /** The body of an answer to a callback address. */
  readonly callbackBytes: number;
  /** A message or body for the contract: a scenario file of ten million characters fits. */
  readonly messageBytes: number;
  /** All a WebSocket may send until it has said who it is. */
  readonly helloBytes: number;
  /** How long it may take for that, in milliseconds. */
  readonly helloMs: number;
  /** Until the head of a request is there, in milliseconds. */
  readonly headMs: number;
  /** Until its body is there too, in milliseconds. */
  readonly bodyMs: number;
  /** Connections open at once, WebSockets included; further ones are closed as they come. */
  readonly connections: number;
  /** WebSockets open at once; each may hold a snapshot of the world. */
  readonly webSockets: number;
}

export const LIMITS: Limits = {
  callbackBytes: 1024 * 1024,
  messageBytes: 48 * 1024 * 1024,
  helloBytes: 4 * 1024,
  helloMs: 10_000,
  headMs: 10_000,
  bodyMs: 30_000,
  connections: 512,
  webSockets: 64,
};
