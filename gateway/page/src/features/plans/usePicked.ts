import { type RefObject, useEffect, useRef } from 'react'

/** How many characters of the text stand before a place in the page. */
function offsetIn(box: Node, node: Node, offset: number): number {
  const range = document.createRange()
  range.selectNodeContents(box)
  range.setEnd(node, offset)
  return range.toString().length
}

/** Tells which stretch of the text a person has marked, or where the caret stands; `place` is null for a caret. */
export function usePicked(
  box: RefObject<HTMLElement | null>,
  onMark: (from: number, to: number, place: DOMRect | null) => void,
) {
  const told = useRef(onMark)
  told.current = onMark
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    // A drag changes the selection many times; only where it rests matters.
    const changed = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const selection = window.getSelection()
        const paper = box.current
        if (!paper || !selection || selection.rangeCount === 0) return
        const range = selection.getRangeAt(0)
        if (!paper.contains(range.startContainer) || !paper.contains(range.endContainer)) return
        told.current(
          offsetIn(paper, range.startContainer, range.startOffset),
          offsetIn(paper, range.endContainer, range.endOffset),
          range.collapsed ? null : range.getBoundingClientRect(),
        )
      }, 200)
    }
    document.addEventListener('selectionchange', changed)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', changed)
    }
  }, [box])
}
