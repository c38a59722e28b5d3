import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

register([BarChart, LineChart, GridComponent, TooltipComponent, AriaComponent, SVGRenderer]);

interface EChartProps {
  option: EChartsCoreOption;
  height: number;
  label: string;
}

/** The drawing itself. Loaded on demand: import it through ./chart. */
export default function EChart({ option, height, label }: EChartProps) {
  const element = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!element.current) return undefined;
    const still = globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const chart = init(element.current, null, { renderer: 'svg' });
    chart.setOption({ animation: !still, animationDuration: 350, ...option, aria: { enabled: true, label: { description: label } } });
    const observer = new ResizeObserver(() => {
      chart.resize();
    });
    observer.observe(element.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [option, label]);

  return <div ref={element} role="img" aria-label={label} style={{ width: '100%', height }} />;
}
