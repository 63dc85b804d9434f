import type { KeyboardEvent } from 'react'

/** Enter takes the day that was typed; in a form of one line it would send the form as well. */
export function enterTakesTheDay(event: KeyboardEvent<HTMLElement>) {
  if (event.key === 'Enter' && (event.target as HTMLElement).closest('.ant-picker')) event.preventDefault()
}
