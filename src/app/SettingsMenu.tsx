/** Language and appearance, from every screen. */
import { Languages, Monitor, Moon, Sun } from 'lucide-react'
import { useLocale, useTranslate } from '../i18n/useTranslate.ts'
import type { Settings } from '../storage/settings.ts'
import { IconButton } from '../ui/IconButton.tsx'
import type { MenuItem } from '../ui/Menu.tsx'
import { Menu } from '../ui/Menu.tsx'
import { showToast } from '../ui/toastStore.ts'
import { useServices, useSettings } from './ServicesContext.ts'
import { reasonText } from './reasonText.ts'

/** The two menus' entries; the workshop's own menu has them too. */
export function useSettingsItems(): readonly MenuItem[] {
  const t = useTranslate()
  const locale = useLocale()
  const { settings } = useServices()
  const { theme } = useSettings()
  const change = (patch: Partial<Settings>) => {
    void settings.change(patch).then((written) => {
      if (!written.ok) showToast(reasonText(t, written.error), { tone: 'error' })
    })
  }
  return [
    {
      id: 'en',
      label: t('home.english'),
      checked: locale === 'en',
      onSelect: () => change({ language: 'en' }),
    },
    {
      id: 'de',
      label: t('home.german'),
      checked: locale === 'de',
      onSelect: () => change({ language: 'de' }),
    },
    {
      id: 'system',
      label: t('home.themeSystem'),
      icon: <Monitor />,
      checked: theme === 'system',
      onSelect: () => change({ theme: 'system' }),
    },
    {
      id: 'light',
      label: t('home.themeLight'),
      icon: <Sun />,
      checked: theme === 'light',
      onSelect: () => change({ theme: 'light' }),
    },
    {
      id: 'dark',
      label: t('home.themeDark'),
      icon: <Moon />,
      checked: theme === 'dark',
      onSelect: () => change({ theme: 'dark' }),
    },
  ]
}

export function SettingsMenu() {
  const t = useTranslate()
  return (
    <Menu
      trigger={<IconButton label={t('home.settings')} icon={<Languages />} />}
      items={useSettingsItems()}
    />
  )
}
