import { useEffect, useState } from 'react';

const stepMs = 10_000;

/** The present, looked at again every ten seconds: for what is said relative to it. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), stepMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
