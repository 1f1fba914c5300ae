/**
 * Logo, colour and fonts of this device as the panel of posters shows and changes them. Fonts are also given to the page
 * while the panel is open, so that the preview shows what will be printed.
 */
import { useEffect, useMemo, useState } from 'react'
import type { FontFault, LogoFault, PosterHouse } from '../../features/poster/posterTools.ts'
import { ADDED_KEYS } from '../../layout/font/fontFiles.ts'
import { readAddedFont } from '../../layout/font/readAddedFont.ts'
import { printedColour } from '../../poster/companyTheme.ts'
import {
  NO_PRINT_ASSETS,
  openPrintAssets,
  type PrintAssets,
  type PrintFont,
} from '../../storage/printAssets.ts'
import { encodePicture } from '../pictures/encodePicture.ts'

export interface PrintHouse {
  readonly assets: PrintAssets
  readonly house: PosterHouse
}

export function usePrintHouse(): PrintHouse {
  const [store] = useState(() => openPrintAssets())
  const [assets, setAssets] = useState<PrintAssets>(NO_PRINT_ASSETS)
  useEffect(() => {
    void store.read().then((read) => {
      if (read.ok) setAssets(read.value)
    })
    return store.close
  }, [store])
  useFontsOfPage(assets.fonts)
  const logo = useLogoAddress(assets)
  return useMemo(() => {
    const keepFonts = async (fonts: readonly PrintFont[]): Promise<FontFault | null> => {
      const kept = await store.keepFonts(fonts)
      if (!kept.ok) return 'notKept'
      setAssets((before) => ({ ...before, fonts }))
      return null
    }
    const house: PosterHouse = {
      logo,
      colour: assets.colour,
      printed: assets.colour === null ? null : printedColour(assets.colour),
      fonts: assets.fonts.map(({ name }) => name),
      takeLogo: async (file) => {
        const read = await readLogo(file)
        if (typeof read === 'string') return read
        const kept = await store.keepLogo(read)
        if (!kept.ok) return 'notKept'
        setAssets((before) => ({ ...before, logo: read }))
        return null
      },
      dropLogo: () => {
        void store.keepLogo(null)
        setAssets((before) => ({ ...before, logo: null }))
      },
      chooseColour: (colour) => {
        void store.keepColour(colour)
        setAssets((before) => ({ ...before, colour }))
      },
      takeFont: async (file) => {
        const others = assets.fonts.filter(({ name }) => name !== file.name)
        if (others.length >= ADDED_KEYS.length) return 'tooMany'
        const read = readAddedFont(new Uint8Array(await file.arrayBuffer()))
        return read.ok ? keepFonts([...others, { name: file.name, bytes: read.value }]) : read.error
      },
      dropFont: (name) => void keepFonts(assets.fonts.filter((font) => font.name !== name)),
    }
    return { assets, house }
  }, [store, assets, logo])
}

async function readLogo(file: File): Promise<NonNullable<PrintAssets['logo']> | LogoFault> {
  const encoded = await encodePicture(file)
  if (encoded.ok) {
    const { bytes, width, height } = encoded.value
    return { jpeg: bytes, width, height }
  }
  switch (encoded.error.code) {
    case 'svg':
      return 'svg'
    case 'tooLarge':
    case 'tooHeavy':
      return 'tooLarge'
    default:
      return 'unreadable'
  }
}

function useLogoAddress({ logo }: PrintAssets): string | null {
  const address = useMemo(
    () =>
      logo === null
        ? null
        : URL.createObjectURL(new Blob([new Uint8Array(logo.jpeg)], { type: 'image/jpeg' })),
    [logo],
  )
  useEffect(
    () => () => {
      if (address !== null) URL.revokeObjectURL(address)
    },
    [address],
  )
  return address
}

/** Named as `canvas/fonts.ts` asks for them. */
function useFontsOfPage(fonts: readonly PrintFont[]): void {
  useEffect(() => {
    const faces = fonts.map(({ bytes }, index) => new FontFace(`Etappe Added ${String(index + 1)}`, bytes))
    for (const face of faces) {
      document.fonts.add(face)
      // A browser that refuses it shows its own font in the preview; the file is printed with this one.
      face.load().catch(() => undefined)
    }
    return () => {
      for (const face of faces) document.fonts.delete(face)
    }
  }, [fonts])
}
