/**
 * Catches what should never happen while a screen is drawn. Says what is safe and offers the way back; the work itself
 * is on the device and not touched by a broken screen.
 */
import type { ReactNode } from 'react'
import { Component } from 'react'
import type { Logger } from '../shared/logger.ts'
import { BrokenScreen } from './BrokenScreen.tsx'

interface ErrorBoundaryProps {
  readonly logger: Logger
  /** Changes with the route: another screen gets a new chance. */
  readonly resetKey: string
  readonly children: ReactNode
}

interface ErrorBoundaryState {
  readonly error: unknown
  readonly failed: boolean
  readonly resetKey: string
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null, failed: false, resetKey: this.props.resetKey }

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { error, failed: true }
  }

  static getDerivedStateFromProps(
    { resetKey }: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): ErrorBoundaryState | null {
    return resetKey === state.resetKey ? null : { error: null, failed: false, resetKey }
  }

  override componentDidCatch(error: unknown): void {
    this.props.logger.error('a screen broke', { error: error instanceof Error ? error.stack : String(error) })
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <BrokenScreen error={this.state.error} onRetry={() => this.setState({ error: null, failed: false })} />
    )
  }
}
