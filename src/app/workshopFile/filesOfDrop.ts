/** The files of a drop. A dropped folder gives the files in it; where browsers cannot look inside, the plain list. */
function readEntries(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  return new Promise((resolve, reject) => {
    const next = () =>
      reader.readEntries((batch) => {
        if (batch.length === 0) return resolve(all)
        all.push(...batch)
        next()
      }, reject)
    next()
  })
}

async function filesOfEntry(entry: FileSystemEntry): Promise<readonly File[]> {
  if (entry.isFile) {
    return [
      await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)),
    ]
  }
  const inside = await readEntries(entry as FileSystemDirectoryEntry)
  const files = await Promise.all(inside.filter((child) => child.isFile).map(filesOfEntry))
  return files.flat()
}

export async function filesOfDrop(transfer: DataTransfer): Promise<readonly File[]> {
  const plain = [...transfer.files]
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (!entries.some((entry) => entry.isDirectory)) return plain
  return (await Promise.all(entries.map(filesOfEntry))).flat()
}
