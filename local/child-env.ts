/**
 * The environment for a process of ours: what we inherited, less what npm adds for itself, with the data folder, by which the
 * processes of one start can be told from those of another.
 */
export function childEnv(home: string, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name))
  return { ...Object.fromEntries(inherited), ...more, LONGITUDE_HOME: home }
}
