import { ResourceCard } from '../scene/index.ts'
import { CODES } from './codes.ts'
import { inOrder, type Problem } from './problem.ts'
import { findingsOf } from './shape.ts'
import { fileProblem, inFolder, lineOf, readSource } from './sources.ts'

/** Where to turn to, for a locale such as "cn": scenes/resources/cn.yaml (safety 6). */
export async function loadResources(
  root: string,
  locale: string,
): Promise<{ card: ResourceCard | null; problems: Problem[] }> {
  const file = inFolder(root, `scenes/resources/${locale}.yaml`)
  if (!/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(locale)) {
    const [zh, en] = ['地区代码写得不对', 'this is not a locale']
    return { card: null, problems: [fileProblem('scenes/resources', 1, 'SC006', zh, en, locale, 'cn, us, zh-CN …')] }
  }
  const { source, problems } = readSource(file, file)
  if (!source) return { card: null, problems }
  const read = ResourceCard.safeParse(source.data)
  if (read.success) return { card: read.data, problems: [] }
  const wrong = read.error.issues
    .flatMap((issue) => findingsOf(ResourceCard, issue, source.data))
    .map(({ path, code, finding }): Problem => {
      const { level, advice } = CODES[code]
      return { file, line: lineOf(source, path), code, level, ...finding, advice }
    })
  return { card: null, problems: inOrder(wrong) }
}
