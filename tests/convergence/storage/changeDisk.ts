/** Changes what is stored while nobody has it open. */
export async function changeDisk(
  name: string,
  storeName: string,
  change: (store: IDBObjectStore) => void,
): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error(String(request.error)))
    // Never opened before: there is nothing to change, and nothing may be created.
    request.onupgradeneeded = () => request.transaction?.abort()
  }).catch(() => null)
  if (database === null) return
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction(storeName, 'readwrite')
    change(transaction.objectStore(storeName))
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(new Error(String(transaction.error)))
  })
  database.close()
}
