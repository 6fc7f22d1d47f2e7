/** The stand-in's events: as Electron's, each has a default that a listener can prevent. */
import type { EventEmitter } from 'node:events';

/** Emits an event; whether a listener prevented its default. `details` become properties of the event. */
export function isPrevented(emitter: EventEmitter, name: string, details: object = {}, ...args: unknown[]): boolean {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  emitter.emit(name, event, ...args);
  return event.defaultPrevented;
}

/** Emits an event of which nothing can be prevented. */
export function tell(emitter: EventEmitter, name: string, ...args: unknown[]): void {
  isPrevented(emitter, name, {}, ...args);
}
