import type { Lights, Overview } from '@/lib/api/types'
import { rate } from '@/lib/percent'
import { lightColours, lights, lightWords } from '@/lib/words'

const font = {
  fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  color: '#44546a',
  fontSize: 12,
}
const axis = { axisLine: { lineStyle: { color: '#cfd7e2' } }, axisTick: { show: false }, axisLabel: { ...font } }
const split = { splitLine: { lineStyle: { color: '#edf0f4' } } }

/** On a phone the legend below names the lights: beside the ring there is no room for words. */
export function lightsPicture(counted: Lights, narrow = false) {
  const total = lights.reduce((sum, light) => sum + (counted[light] ?? 0), 0)
  return {
    textStyle: font,
    animationDuration: 350,
    title: {
      text: `{count|${total}}{unit| 项}`,
      left: 'center',
      top: '41%',
      textStyle: {
        rich: {
          count: { ...font, fontSize: 28, fontWeight: 600, color: '#1c2733' },
          unit: { ...font, fontSize: 13, color: '#66758a' },
        },
      },
    },
    tooltip: { formatter: '{b}：{c} 项（{d}%）' },
    series: [
      {
        type: 'pie',
        radius: ['56%', '78%'],
        center: ['50%', '47%'],
        label: { show: !narrow, formatter: '{b} {c}', color: '#44546a', fontSize: 12.5 },
        labelLine: { show: !narrow, length: 8, length2: 8 },
        itemStyle: { borderColor: '#fff', borderWidth: 2 },
        data: lights
          .filter((light) => (counted[light] ?? 0) > 0)
          .map((light) => ({
            name: lightWords[light],
            value: counted[light],
            itemStyle: { color: lightColours[light] },
          })),
      },
    ],
  }
}

/** Bars, the best on top; two rates side by side. */
export function ranksPicture(rows: { name: string; onTimeRate: number | null; submissionRate: number | null }[]) {
  return {
    textStyle: font,
    animationDuration: 350,
    grid: { left: 8, right: 44, top: 34, bottom: 8, containLabel: true },
    legend: { right: 0, top: 0, textStyle: font, itemWidth: 12, itemHeight: 8, data: ['按时率', '报送率'] },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      valueFormatter: (value: number | null) => rate(value),
    },
    xAxis: {
      type: 'value',
      max: 100,
      ...axis,
      axisLine: { show: false },
      ...split,
      axisLabel: { ...font, formatter: '{value}%' },
    },
    yAxis: { type: 'category', inverse: true, data: rows.map(({ name }) => name), ...axis },
    series: [
      {
        name: '按时率',
        type: 'bar',
        barMaxWidth: 11,
        data: rows.map(({ onTimeRate }) => onTimeRate),
        itemStyle: { color: '#1d4f91', borderRadius: [0, 3, 3, 0] },
        label: {
          show: true,
          position: 'right',
          formatter: ({ value }: { value: number | null }) => rate(value),
          ...font,
        },
      },
      {
        name: '报送率',
        type: 'bar',
        barWidth: 4,
        data: rows.map(({ submissionRate }) => submissionRate),
        itemStyle: { color: '#a9c4e4', borderRadius: [0, 3, 3, 0] },
      },
    ],
  }
}

export function trendPicture(trend: Overview['trend'], words: (period: string) => string) {
  return {
    textStyle: font,
    animationDuration: 350,
    grid: { left: 8, right: 16, top: 34, bottom: 4, containLabel: true },
    legend: { right: 0, top: 0, textStyle: font, itemWidth: 14, itemHeight: 8 },
    tooltip: { trigger: 'axis', valueFormatter: (value: number | null) => rate(value) },
    xAxis: { type: 'category', data: trend.map(({ period }) => words(period)), ...axis },
    yAxis: {
      type: 'value',
      min: 0,
      max: 100,
      ...axis,
      axisLine: { show: false },
      ...split,
      axisLabel: { ...font, formatter: '{value}%' },
    },
    series: [
      {
        name: '按时率',
        type: 'line',
        data: trend.map((one) => one.onTimeRate),
        symbolSize: 6,
        lineStyle: { width: 2.4 },
        itemStyle: { color: '#1d4f91' },
        connectNulls: true,
      },
      {
        name: '报送率',
        type: 'line',
        data: trend.map((one) => one.submissionRate),
        symbolSize: 6,
        lineStyle: { width: 2.4, type: 'dashed' },
        itemStyle: { color: '#7fa6d3' },
        connectNulls: true,
      },
    ],
  }
}
