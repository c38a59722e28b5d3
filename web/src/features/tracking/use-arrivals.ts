import { useEffect, useRef, useState } from 'react';

const everyMs = 10_000;

/** How many calls came in the last ten seconds, told every ten seconds: enough to be read out without flooding anybody. */
export function useArrivals(seen: number): number | null {
  const [arrived, setArrived] = useState<number | null>(null);
  const latest = useRef(seen);
  useEffect(() => {
    latest.current = seen;
  }, [seen]);
  useEffect(() => {
    let before = latest.current;
    const timer = setInterval(() => {
      setArrived(latest.current - before);
      before = latest.current;
    }, everyMs);
    return () => clearInterval(timer);
  }, []);
  return arrived;
}
