import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { npmCi } from './npm.mjs'
import { root } from './place.mjs'

const stampFile = join(root, 'node_modules', '.longitude-stamp')

/** Installs the packages of the lock file when it or Node changed since the last time. */
export async function preparePackages() {
  const stamp = stampOfToday()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  if (!isInstalledAsLocked()) {
    console.log('Installing the packages (about a minute)…')
    await npmCi(root)
  }
  writeFileSync(stampFile, stamp)
}

function stampOfToday() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  return `${lock} ${process.version} ${process.platform}-${process.arch}\n`
}

/** True after an `npm install` by hand, so that a developer who adds a package does not install everything twice. */
function isInstalledAsLocked() {
  try {
    const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
    const installed = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages
    return Object.entries(locked).every(([path, entry]) => {
      if (path === '') return true
      const found = installed[path]
      if (found === undefined) return entry.optional === true && !existsSync(join(root, path))
      return found.integrity === entry.integrity && existsSync(join(root, path, 'package.json'))
    })
  } catch {
    return false
  }
}
