import { periodWords, shortPeriod } from '@/features/indicators/words'
import type { TrackedIndicator } from '@/lib/api/types'

const font = {
  fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  color: '#44546a',
  fontSize: 12,
}
const colours = ['#1d4f91', '#7fa6d3', '#8267a8', '#4b9d8f', '#b06a3b', '#6b7a90']

/** The whole and each county over the periods, against the target. */
export function coursePicture(indicator: TrackedIndicator) {
  const { target, points, counties } = indicator
  const periods = [...new Set([...points, ...counties.flatMap((county) => county.points)].map(({ period }) => period))]
  periods.sort()
  const line = (name: string, of: typeof points, n: number) => {
    const values = new Map(of.map(({ period, value }) => [period, value]))
    return {
      name,
      type: 'line',
      data: periods.map((period) => values.get(period) ?? null),
      connectNulls: true,
      symbolSize: n === 0 ? 7 : 5,
      lineStyle: { width: n === 0 ? 2.6 : 1.5 },
      itemStyle: { color: colours[n % colours.length] },
    }
  }
  const goal = (name: string, value: number) => ({
    name,
    type: 'line',
    data: periods.map(() => value),
    symbol: 'none',
    lineStyle: { width: 1.6, type: 'dashed', color: '#c98a2b' },
    itemStyle: { color: '#c98a2b' },
  })
  return {
    textStyle: font,
    animationDuration: 350,
    grid: { left: 8, right: 20, top: 34, bottom: 4, containLabel: true },
    legend: { right: 0, top: 0, type: 'scroll', textStyle: font, itemWidth: 14, itemHeight: 8 },
    tooltip: {
      trigger: 'axis',
      valueFormatter: (value: number | null) => (value == null ? '—' : `${value}${target.measure}`),
    },
    xAxis: {
      type: 'category',
      data: periods.map(shortPeriod),
      axisLine: { lineStyle: { color: '#cfd7e2' } },
      axisTick: { show: false },
      axisLabel: font,
    },
    yAxis: {
      type: 'value',
      scale: true,
      axisLine: { show: false },
      axisLabel: { ...font, formatter: `{value}${target.measure === '%' ? '%' : ''}` },
      splitLine: { lineStyle: { color: '#edf0f4' } },
    },
    series: [
      line(counties.length > 0 ? '全部' : '完成值', points, 0),
      ...counties.map((county, n) => line(county.countyName, county.points, n + 1)),
      ...(target.upper == null
        ? [goal('目标', target.value)]
        : [goal('目标下限', target.value), goal('目标上限', target.upper)]),
    ],
  }
}

/** The same in words, for whoever does not see the picture. */
export function courseWords({ name, target, points }: TrackedIndicator): string {
  const course = points.map(({ period, value }) => `${periodWords(period)}${value}${target.measure}`).join('，')
  return `${name}，目标${target.words}。${course || '尚无数据'}`
}
