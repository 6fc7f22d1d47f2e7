/** Tells one call from every other of its workspace. `callNumber` counts the calls of the Action, from 1. */
export const callKey = ({
  actionRef,
  callNumber,
}: {
  readonly actionRef: string;
  readonly callNumber: number;
}): string => `${actionRef}#${callNumber}`;
