import type { Page } from 'playwright-core'

type Snapshot = {
  snapshot: { meta: { node_fields: string[]; node_types: [string[], ...unknown[]] } }
  nodes: number[]
  strings: string[]
}

/** The browser's own record of slow frames; by a software renderer every frame is one. It is bounded, and no doing of the page's. */
const RECORDS = /^(Performance|TaskAttribution|LayoutShift)|ScriptTiming|ContentfulPaint/

/**
 * What stays on a page's heap once all that can be let go of is gone, in MB, with what objects hold outside it. The engine's own translations of the program are not
 * counted, nor its record of slow frames: it makes and drops them as it sees fit, and they would hide what is looked for.
 */
export async function retainedMB(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page)
  const chunks: string[] = []
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await devtools.send('HeapProfiler.enable')
  for (let i = 0; i < 3; i++) await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await devtools.detach()
  const { snapshot, nodes, strings } = JSON.parse(chunks.join('')) as Snapshot
  const { node_fields: fields, node_types: types } = snapshot.meta
  const [type, name, size] = [fields.indexOf('type'), fields.indexOf('name'), fields.indexOf('self_size')]
  const isRecord = strings.map((one) => RECORDS.test(one))
  const code = types[0].indexOf('code')
  let bytes = 0
  for (let i = 0; i < nodes.length; i += fields.length)
    if (nodes[i + type] !== code && !isRecord[nodes[i + name] ?? -1]) bytes += nodes[i + size] ?? 0
  return bytes / 1e6
}
