import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { resetBackend, server } from './server';

// Screens are loaded lazily, and the machine that runs the tests may be busy.
configure({ asyncUtilTimeout: 8_000 });

class StillObserver {
  observe() {
    /* nothing changes its size in jsdom */
  }
  unobserve() {
    /* see above */
  }
  disconnect() {
    /* see above */
  }
}

beforeAll(() => {
  // What jsdom does not have and the component library asks for.
  vi.stubGlobal('ResizeObserver', StillObserver);
  vi.stubGlobal('scrollTo', vi.fn());
  Element.prototype.scrollIntoView = vi.fn();
  globalThis.matchMedia = (query: string) =>
    ({
      // A wide screen with the light theme and reduced motion.
      matches: query.includes('min-width') || query.includes('reduced-motion'),
      media: query,
      onchange: null,
      addEventListener: vi.fn(),
      removeEventListener: vi.fn(),
      dispatchEvent: vi.fn(),
    }) as unknown as MediaQueryList;
  server.listen({ onUnhandledRequest: 'error' });
});

beforeEach(() => {
  globalThis.localStorage.clear();
  resetBackend();
});

afterEach(() => {
  cleanup();
  server.resetHandlers();
});

afterAll(() => {
  server.close();
});
