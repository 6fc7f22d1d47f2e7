const CHECK_EVERY_MS = 200;

/**
 * npm runs a script through a shell, and hands a signal to that shell only: the shell ends and leaves the script running, with
 * nobody to end it. So a program that stays, started by npm, watches whether its parent is still the same, and calls this once
 * when it is not. Started in any other way (nohup, a service) it is free to outlive its parent.
 */
export function onOrphanedByNpm(callback: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, CHECK_EVERY_MS);
  timer.unref();
}
