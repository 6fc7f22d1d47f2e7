/** The lower parts of a screen: drawn right after the first frame, so that a click is answered by what one looks at first. */
import { type ReactNode, useDeferredValue } from 'react';

export function Later({ children }: { readonly children: ReactNode }) {
  return useDeferredValue(true, false) && children;
}
