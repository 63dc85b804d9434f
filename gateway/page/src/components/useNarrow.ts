import { useSyncExternalStore } from 'react'

const media = typeof window !== 'undefined' && window.matchMedia ? window.matchMedia('(max-width: 767px)') : null

/** Whether the screen is a phone's. */
export const useNarrow = () =>
  useSyncExternalStore(
    (changed) => {
      media?.addEventListener('change', changed)
      return () => media?.removeEventListener('change', changed)
    },
    () => media?.matches ?? false,
  )
