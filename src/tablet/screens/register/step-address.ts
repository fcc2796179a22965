// The steps of the form as they stand in the address.
import { RegistrationStep } from '../../../domain/registration/draft.ts'

const slugs: Record<RegistrationStep, string> = {
  person: 'nguoi-huong',
  substitute: 'nguoi-nhan-thay',
  method: 'phuong-thuc',
  papers: 'giay-to',
  confirmation: 'xac-nhan',
}

/** Address of a step of a draft: it survives a killed browser. */
export function addressOf(draftId: string, step: RegistrationStep): string {
  return `/dang-ky/${draftId}/${slugs[step]}`
}

/** The step that an address names, or null. */
export function stepOf(slug: string | undefined): RegistrationStep | null {
  return RegistrationStep.options.find((step) => slugs[step] === slug) ?? null
}

/** The step before (-1) or after (1), or null at either end. */
export function neighbourOf(step: RegistrationStep, direction: -1 | 1): RegistrationStep | null {
  return RegistrationStep.options[RegistrationStep.options.indexOf(step) + direction] ?? null
}
