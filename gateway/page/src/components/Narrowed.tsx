import { Tag } from 'antd'

/** What else narrows a list than its own fields show; each can be taken off. */
export function Narrowed({ by }: { by: { words: string | false | null | undefined; drop: () => void }[] }) {
  const shown = by.filter((one): one is { words: string; drop: () => void } => !!one.words)
  if (shown.length === 0) return null
  return (
    <div className="row wrap narrowed">
      <span className="quiet small">只列出：</span>
      {shown.map(({ words, drop }) => (
        <Tag
          key={words}
          variant="filled"
          color="blue"
          closable={{ 'aria-label': `不限${words}` }}
          onClose={(event) => {
            event.preventDefault()
            drop()
          }}
        >
          {words}
        </Tag>
      ))}
    </div>
  )
}
