/** A place that is being fetched. Says what is coming; appears only when it takes long enough to be noticed. */
import './Loading.css'

export function Loading({ label }: { readonly label: string }) {
  return (
    <output className="et-loading">
      <span className="et-loading__dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {label}
    </output>
  )
}
