/** The stand-in's MessageChannelMain: Node's ports with Electron's manners. */
import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { MessageChannelMain, MessagePortMain } from 'electron';

/** Node's port beneath one of the stand-in, for whoever takes it over; Electron has no such name. */
export const NODE_PORT = Symbol('node port');

/** A message arrives as an event that holds it. */
export class StandInPort extends EventEmitter implements Pick<MessagePortMain, 'start' | 'postMessage' | 'close'> {
  readonly #port: MessagePort;
  constructor(port: MessagePort) {
    super();
    this.#port = port;
  }
  /** "Messages will be queued until this method is called." */
  start(): void {
    this.#port.on('message', (data) => this.emit('message', { data, ports: [] }));
    this.#port.start();
  }
  postMessage(message: unknown): void {
    this.#port.postMessage(message);
  }
  close(): void {
    this.#port.close();
  }
  get [NODE_PORT](): MessagePort {
    return this.#port;
  }
  /** Told whether or not it has been started. */
  static of(port: MessagePort): StandInPort {
    const made = new StandInPort(port);
    port.on('close', () => made.emit('close'));
    return made;
  }
}

export class StandInMessageChannel implements Pick<MessageChannelMain, 'port1' | 'port2'> {
  readonly port1: MessagePortMain;
  readonly port2: MessagePortMain;
  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = StandInPort.of(port1) as unknown as MessagePortMain;
    this.port2 = StandInPort.of(port2) as unknown as MessagePortMain;
  }
}
