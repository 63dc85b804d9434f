/** A key beside what it does; who hears the page is told by `aria-keyshortcuts`. */
export const Key = ({ name }: { name: string | number }) => (
  <span className="kbd" aria-hidden="true">
    {name}
  </span>
)
