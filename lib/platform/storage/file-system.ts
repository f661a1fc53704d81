import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, constants, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ObjectMissing, type ObjectStorage } from '@/lib/platform/storage/port'

const KEY = /^[a-z0-9][a-z0-9/_-]*$/

async function sync(folder: string): Promise<void> {
  const directory = await open(folder, 'r')
  await directory.sync().finally(() => directory.close())
}

/** One file per object, written aside, flushed to the disk, then renamed: there is never half an object. */
export function fileSystemStorage(root: string): ObjectStorage {
  const place = (key: string) => {
    if (!KEY.test(key) || key.includes('//')) throw new Error('Malformed storage key')
    return path.join(root, key)
  }
  return {
    async put(key, content) {
      const target = place(key)
      const folder = path.dirname(target)
      const made = await mkdir(folder, { recursive: true, mode: 0o700 })
      if (made) await sync(path.dirname(made))
      const aside = `${target}.${randomUUID()}.part`
      try {
        await writeFile(aside, content, { flag: 'wx', mode: 0o600, flush: true })
        await rename(aside, target)
        // The name itself must survive a power cut before the database says the document is there.
        await sync(folder)
      } catch (error) {
        await rm(aside, { force: true })
        throw error
      }
    },
    async get(key) {
      const target = place(key)
      const found = await stat(target).catch(() => null)
      if (!found?.isFile()) throw new ObjectMissing(key)
      return createReadStream(target)
    },
    async remove(key) {
      await rm(place(key), { force: true })
    },
    async *list() {
      const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
      for (const entry of entries) {
        const file = path.join(entry.parentPath, entry.name)
        const key = path.relative(root, file).split(path.sep).join('/')
        // What is being written has a name that is no key; what has just been removed is no longer there.
        const found = entry.isFile() && KEY.test(key) ? await stat(file).catch(() => null) : null
        if (found) yield { key, at: found.mtime }
      }
    },
    async ready() {
      await mkdir(root, { recursive: true, mode: 0o700 })
      return access(root, constants.W_OK).then(
        () => true,
        () => false,
      )
    },
  }
}
