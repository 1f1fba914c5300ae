/** Every format that `makeExport` fetches when somebody asks for it, fetched beforehand. */
export async function fetchFormats(): Promise<void> {
  await import('./drawMap.ts')
  await import('../../exchange/xlsx/writeXlsx.ts')
  await import('../../exchange/mermaid/writeMermaid.ts')
  await import('../../exchange/minutes/writeMinutes.ts')
  await import('../../exchange/tablesOut/writeTableArchive.ts')
  await import('../../exchange/json/writeJson.ts')
}
