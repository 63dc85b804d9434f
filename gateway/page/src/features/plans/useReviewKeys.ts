import { useEffect, useRef } from 'react'
import { type Command, meaningOf, type Place } from '@/features/plans/reviewKeys'

function placeOf(target: EventTarget | null): Place {
  const element = target instanceof Element ? target : null
  if (!element) return 'page'
  // A tab chosen by mouse keeps the focus on its radio: it needs the arrows, and nothing else.
  if (element.matches('input[type=radio]')) return 'text'
  if (element.matches('input[type=checkbox]') && !element.closest('.ant-modal, .ant-drawer, .ant-popover'))
    return 'page'
  if (
    element.closest(
      'input, textarea, select, [contenteditable], [role=combobox], .ant-modal, .ant-drawer, .ant-popover',
    )
  )
    return 'typing'
  if (element.closest('button, a, summary, [role=tab], [role=radio], label')) return 'control'
  return element.closest('.scroll') ? 'text' : 'page'
}

/** Keys act while nobody types and no dialog is open. */
export function useReviewKeys(act: (command: Command) => void, option: (index: number) => void, on: boolean) {
  const acts = useRef({ act, option })
  acts.current = { act, option }
  useEffect(() => {
    if (!on) return
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const meaning = meaningOf(event, placeOf(event.target))
      if (!meaning) return
      event.preventDefault()
      if ('command' in meaning) acts.current.act(meaning.command)
      else acts.current.option(meaning.option)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [on])
}
