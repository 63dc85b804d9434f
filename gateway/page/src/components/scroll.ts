import { calm } from '@/components/calm'

/**
 * Brings an element to the middle of the column it stands in; the page around it stays where it is. What can be seen already
 * is left where it is, so that the eye need not look for it.
 */
export function scrollWithin(element: Element | null | undefined) {
  const column = element?.closest('.scroll')
  if (!element || !column) return
  const place = element.getBoundingClientRect()
  const frame = column.getBoundingClientRect()
  if (place.top >= frame.top + 8 && place.bottom <= frame.bottom - 8) return
  column.scrollTo({
    top: column.scrollTop + place.top - frame.top - Math.max(12, (frame.height - place.height) / 2),
    behavior: calm() ? 'auto' : 'smooth',
  })
}
