import { useEffect } from 'react';

let focusedLast: Element | null = null;

// A menu is gone, and the focus of its item with it, before what the item opened can ask where it was.
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof Element) focusedLast = target;
});

function focused(): Element | null {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body ? focusedLast : activeElement;
}

/** What had the focus, and what it lay in: the innermost first. Of a menu, which closes, the button that opened it. */
function placesOf(element: Element | null): HTMLElement[] {
  const places: HTMLElement[] = [];
  for (let place: Element | null = element; place; ) {
    if (place instanceof HTMLElement) places.push(place);
    const menu: Element | null = place.closest('[role=menu]');
    const opener = menu?.getAttribute('aria-labelledby');
    place = opener ? document.getElementById(opener) : place.parentElement;
  }
  return places;
}

/**
 * Gives the focus back to where it was before something lay over the page, also when that is taken away whole.
 * If what had the focus is gone, what it lay in gets it; if something else has taken the focus, it keeps it.
 */
export function useFocusReturn(isOver: boolean): void {
  useEffect(() => {
    if (!isOver) return;
    const places = placesOf(focused());
    return () => {
      const last = document.activeElement;
      // What closes is taken away first, and a screen that is left for another gives the focus to that.
      setTimeout(() => {
        const now = document.activeElement;
        if (now !== null && now !== document.body && now !== last) return;
        places.find((place) => place.isConnected && place.matches('a[href], button:enabled, input:enabled, [tabindex]'))?.focus({ preventScroll: true });
      });
    };
  }, [isOver]);
}
