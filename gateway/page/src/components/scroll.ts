/** Brings an element to the middle of the column it stands in; the page around it stays where it is. */
export function scrollWithin(element: Element | null | undefined) {
  const column = element?.closest('.scroll')
  if (!element || !column) return
  const place = element.getBoundingClientRect()
  const frame = column.getBoundingClientRect()
  const calm = window.matchMedia?.('(prefers-reduced-motion: reduce)').matches
  column.scrollTo({
    top: column.scrollTop + place.top - frame.top - Math.max(0, (frame.height - place.height) / 2),
    behavior: calm ? 'auto' : 'smooth',
  })
}
