import type { EChartsCoreOption } from 'echarts/core';
import { type ChartColours, chartFont } from './chart-theme';

export interface TimeSeries {
  name: string;
  values: number[];
  colour: string;
  shape: 'bars' | 'area';
}

interface TimeChart {
  steps: string[];
  series: TimeSeries[];
  colours: ChartColours;
  format: (value: number) => string;
  formatAxis: (value: number) => string;
}

const barRadius = 2;

/** One or more series over time, with quiet axes and a tooltip that names them. */
export function timeChart({ steps, series, colours, format, formatAxis }: TimeChart): EChartsCoreOption {
  return {
    textStyle: { fontFamily: chartFont, color: colours.faint, fontSize: 12 },
    grid: { left: 4, right: 8, top: 12, bottom: 2, containLabel: true },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: colours.line, opacity: 0.35 } },
      backgroundColor: colours.panel,
      borderColor: colours.line,
      textStyle: { color: colours.ink, fontFamily: chartFont, fontSize: 13 },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? format(value) : '–'),
    },
    xAxis: {
      type: 'category',
      data: steps,
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
      axisLabel: { color: colours.faint, hideOverlap: true, margin: 10 },
    },
    yAxis: {
      type: 'value',
      splitNumber: 4,
      splitLine: { lineStyle: { color: colours.line, type: [2, 4] } },
      axisLabel: { color: colours.faint, formatter: formatAxis },
    },
    series: series.map(({ name, values, colour, shape }) =>
      shape === 'bars'
        ? { name, type: 'bar', data: values, barMaxWidth: 44, barCategoryGap: '22%', itemStyle: { color: colour, borderRadius: [barRadius, barRadius, 0, 0] } }
        : { name, type: 'line', data: values, smooth: 0.15, symbol: 'rect', symbolSize: 6, showSymbol: values.length < 32, lineStyle: { width: 2, color: colour }, itemStyle: { color: colour }, areaStyle: { color: colour, opacity: 0.12 } },
    ),
  };
}
