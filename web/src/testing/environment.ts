import { builtinEnvironments, type Environment } from 'vitest/runtime';

// Node's fetch refuses the look-alikes of these that jsdom brings, and the app uses them together, as in a browser.
const native = { AbortController, AbortSignal, Blob, File, FormData };

const environment: Environment = {
  ...builtinEnvironments.jsdom,
  name: 'jsdom-with-native-fetch',
  async setup(global, options) {
    const prepared = await builtinEnvironments.jsdom.setup(global, options);
    Object.assign(global, native);
    return {
      async teardown() {
        await prepared.teardown(global);
        // A request may end after the last test; React then still asks the window which event is being handled.
        Object.assign(global, { window: {} });
      },
    };
  },
};

export default environment;
