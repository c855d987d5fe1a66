import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Waits until no other start prepares the same folder; answers a function that lets the next one in. */
export async function takeTurn(lock) {
  mkdirSync(dirname(lock), { recursive: true })
  const mine = `${lock}.${process.pid}`
  writeFileSync(mine, `${process.pid}`)
  try {
    for (let said = false; ; await sleep(200)) {
      try {
        linkSync(mine, lock)
        return () => rmSync(lock, { force: true })
      } catch (error) {
        if (error.code !== 'EEXIST') throw error
      }
      const holder = Number(readOrNothing(lock))
      if (!isAlive(holder)) {
        rmSync(lock, { force: true })
      } else if (!said) {
        console.log(`Process ${holder} prepares this folder already: waiting for it (else remove ${lock}).`)
        said = true
      }
    }
  } finally {
    rmSync(mine, { force: true })
  }
}

function readOrNothing(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}
