/** Rates are 0 to 100 with at most one decimal, or absent when nothing was owed. */
export function rate(value: number | null | undefined): string {
  return value === null || value === undefined ? '—' : `${Number.isInteger(value) ? value : value.toFixed(1)}%`
}
