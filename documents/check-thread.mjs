// What a thread begins with: only a main thread reads TypeScript by `--import tsx`.
import { register } from 'tsx/esm/api'
register()
await import('./check-thread.ts')
