/**
 * Parts of the app that are fetched when they are first needed. Unlike `React.lazy` alone, a fetch that failed is tried
 * again the next time the part is shown; and all parts can be fetched beforehand, because over plain http there is no
 * service worker that would have them when the network goes away.
 */
import type { ComponentType } from 'react'
import { lazy } from 'react'

const loaders = new Set<() => Promise<unknown>>()

export function lazyView<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null
  const fetchView = async () => {
    loaded ??= await load()
    return loaded
  }
  const attempt = () =>
    lazy(async () => {
      try {
        return { default: await fetchView() }
      } catch (cause) {
        Current = attempt()
        throw cause
      }
    })
  let Current = attempt()
  loaders.add(fetchView)
  return function LazyView(props: Props) {
    const View: ComponentType<Props> = loaded ?? (Current as unknown as ComponentType<Props>)
    return <View {...props} />
  }
}

/** Fetches every part that is not there yet, one after the other. Rejects with the first that cannot be had. */
export async function fetchAllViews(): Promise<void> {
  for (const load of loaders) await load()
}
