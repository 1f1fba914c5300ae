/** A menu of actions behind a button. Not modal, so that nothing is locked or injected while it is open. */
import { DropdownMenu } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import './Menu.css'

export interface MenuItem {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  readonly danger?: boolean
  readonly disabled?: boolean
  /** For a choice among several: shows whether it is the chosen one. */
  readonly checked?: boolean
  readonly onSelect: () => void
}

export interface MenuProps {
  readonly trigger: ReactElement
  readonly items: readonly MenuItem[]
  readonly align?: 'start' | 'end'
}

function Item({ item }: { readonly item: MenuItem }) {
  const className = `et-menu__item ${item.danger === true ? 'et-menu__item--danger' : ''}`
  const content = (
    <>
      <span className="et-menu__icon" aria-hidden="true">
        {item.icon}
      </span>
      {item.label}
    </>
  )
  const shared = { className, disabled: item.disabled ?? false, onSelect: item.onSelect }
  return item.checked === undefined ? (
    <DropdownMenu.Item {...shared}>{content}</DropdownMenu.Item>
  ) : (
    <DropdownMenu.CheckboxItem {...shared} checked={item.checked}>
      {content}
      <DropdownMenu.ItemIndicator className="et-menu__dot" />
    </DropdownMenu.CheckboxItem>
  )
}

export function Menu({ trigger, items, align = 'end' }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="et-menu" align={align} sideOffset={6} collisionPadding={8}>
          {items.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
