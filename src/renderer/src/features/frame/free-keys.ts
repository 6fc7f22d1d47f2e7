/** A choice made with the mouse gives the keys back to the app: else → would step through the choices and not through time. */
import { useEffect } from 'react';

const CHOICES = 'select, input[type=radio]';

/** Listens as long as it is mounted. In a dialog the keys belong to the dialog anyway. */
export function useFreeKeysAfterMouse(): void {
  useEffect(() => {
    let isByMouse = false;
    const onPointer = () => {
      isByMouse = true;
    };
    const onKey = () => {
      isByMouse = false;
    };
    const onChange = ({ target }: Event) => {
      if (!isByMouse || !(target instanceof HTMLElement)) return;
      if (target.matches(CHOICES) && target.closest('[role=dialog]') === null) target.blur();
    };
    document.addEventListener('pointerdown', onPointer, true);
    document.addEventListener('keydown', onKey, true);
    document.addEventListener('change', onChange);
    return () => {
      document.removeEventListener('pointerdown', onPointer, true);
      document.removeEventListener('keydown', onKey, true);
      document.removeEventListener('change', onChange);
    };
  }, []);
}
