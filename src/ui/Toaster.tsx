/** Shows the passing messages above the bottom bar; errors stay until they are closed. */
import { X } from 'lucide-react'
import { Toast } from 'radix-ui'
import { useTranslate } from '../i18n/useTranslate.ts'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'
import type { ToastMessage } from './toastStore.ts'
import { useToasts } from './toastStore.ts'
import './Toaster.css'

const SHORT = 5000
const WITH_ACTION = 9000
/** Long enough to be for ever, short enough for a timer. */
const UNTIL_CLOSED = 2_000_000_000

function durationOf(message: ToastMessage): number {
  if (message.tone === 'error') return UNTIL_CLOSED
  return message.action === null ? SHORT : WITH_ACTION
}

function ToastItem({ message }: { readonly message: ToastMessage }) {
  const t = useTranslate()
  const dismiss = useToasts((state) => state.dismiss)
  const { action } = message
  return (
    <Toast.Root
      className={`et-toast et-toast--${message.tone}`}
      type={message.tone === 'error' ? 'foreground' : 'background'}
      duration={durationOf(message)}
      onOpenChange={(open) => (open ? undefined : dismiss(message.id))}
    >
      <Toast.Description className="et-toast__text">{message.text}</Toast.Description>
      {action === null ? null : (
        <Toast.Action asChild altText={action.label}>
          <Button tone="quiet" className="et-toast__action" onClick={action.onAction}>
            {action.label}
          </Button>
        </Toast.Action>
      )}
      <Toast.Close asChild>
        <IconButton label={t('common.close')} icon={<X />} className="et-toast__close" />
      </Toast.Close>
    </Toast.Root>
  )
}

export function Toaster({ label }: { readonly label: string }) {
  const messages = useToasts((state) => state.messages)
  return (
    <Toast.Provider label={label} swipeDirection="down">
      {messages.map((message) => (
        <ToastItem key={message.id} message={message} />
      ))}
      <Toast.Viewport className="et-toaster" label={`${label} ({hotkey})`} />
    </Toast.Provider>
  )
}
