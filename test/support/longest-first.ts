import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Faults and contracts take longest: begun first, they do not leave one core idle at the end. */
export class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      moduleId.includes('f27-') ? 0 : moduleId.endsWith('.db.test.ts') ? 1 : moduleId.includes('/faults/') ? 2 : 3
    return Promise.resolve(files.toSorted((a, b) => rank(a) - rank(b)))
  }
}
