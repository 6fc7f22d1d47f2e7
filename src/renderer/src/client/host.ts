/** Where this page is shown. */

/** Whether this page is a window of the desktop app: the other host serves its pages by plain HTTP on this machine, the desktop app never does. */
export const isDesktop = (): boolean => location.protocol !== 'http:';

/** Whether on a Mac, whose keys have other names. */
export const isMac = (): boolean => /^Mac/i.test(navigator.platform);
