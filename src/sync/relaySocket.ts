/**
 * The WebSocket that y-websocket is given: a real one whose outgoing frames pass through our hands, because only here
 * can frames be counted, cut to size and held back without changing the protocol or forking the provider.
 */
export interface SocketHooks {
  /** What goes out instead of `frame`; nothing to hold it back. */
  readonly outgoing: (frame: Uint8Array) => readonly Uint8Array[]
}

export function relaySocketClass(Base: typeof WebSocket, hooks: SocketHooks): typeof WebSocket {
  return class RelaySocket extends Base {
    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
      if (!(data instanceof Uint8Array)) return super.send(data as ArrayBuffer)
      for (const frame of hooks.outgoing(data)) super.send(frame as Uint8Array<ArrayBuffer>)
    }
  }
}
