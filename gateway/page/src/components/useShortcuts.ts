import { useEffect, useRef } from 'react'

/** Keys that act while nobody is typing and no dialog is open. */
export function useShortcuts(acts: Record<string, () => void>, on = true) {
  const current = useRef(acts)
  current.current = acts
  useEffect(() => {
    if (!on) return
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const target = event.target as HTMLElement
      if (target.closest('input, textarea, select, [contenteditable], .ant-modal, .ant-drawer, .ant-select-dropdown'))
        return
      if (event.key === 'Enter' && target.closest('button, a')) return
      const act = current.current[event.key]
      if (act) {
        event.preventDefault()
        act()
      }
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [on])
}
