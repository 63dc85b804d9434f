export function Bar({ value }: { value: number }) {
  const share = Math.max(0, Math.min(100, Math.round(value)))
  return (
    <span className="bar" role="img" aria-label={`进度 ${share}%`}>
      <div>
        <div style={{ width: `${share}%` }} />
      </div>
      <span>{share}%</span>
    </span>
  )
}
