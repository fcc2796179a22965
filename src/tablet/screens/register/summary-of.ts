// What a draft says, as lines to be read: one list for the screen and for the voice.
import { categoryByCode } from '../../../domain/code-lists/categories.ts'
import type { RegistrationDraft } from '../../../domain/registration/draft.ts'
import { shownCategory } from '../../../domain/shown-category.ts'
import type { RegisterWords } from '../../../text/tablet/register.ts'
import type { TabletTerms } from '../../../text/tablet/terms.ts'

type Fact = readonly [label: string, value: string]
export type SummaryPart = { title: string; facts: Fact[] }

/** Lines that say something; what was left empty is not read out, but for what everybody is asked. */
function said(facts: readonly Fact[]): Fact[] {
  return facts.filter(([, value]) => value.trim() !== '')
}

function personFacts({ person }: RegistrationDraft, t: RegisterWords, terms: TabletTerms): Fact[] {
  const category = shownCategory({
    category: person.category || null,
    categoryText: categoryByCode.get(person.category)?.name ?? person.category,
  })
  const phoneOwner = person.phoneOwner === '' ? '' : ` (${terms.phoneOwner[person.phoneOwner].toLowerCase()})`
  return said([
    [t.name, person.name],
    [t.birth, person.birth],
    [t.sex, person.sex === '' ? '' : terms.sex[person.sex]],
    [
      terms.idKind[person.idKind === 'none' ? 'cccd' : person.idKind],
      person.idKind === 'none' ? t.nothing : person.idNumber,
    ],
    [t.idIssued, person.idKind === 'none' ? '' : person.idIssued],
    [t.phone, person.phone.trim() === '' ? t.nothing : `${person.phone}${phoneOwner}`],
    [t.hamlet, person.hamlet],
    [t.currentAddress, person.currentAddress],
    [t.permanentAddress, person.permanentAddress],
    [t.programme, person.programme === '' ? '' : terms.programme[person.programme]],
    [t.category, category.kind === 'words' ? category.text : terms.category(category.code)],
    [t.fileCode, person.fileCode],
  ])
}

function substituteFacts({ substitute }: RegistrationDraft, t: RegisterWords, terms: TabletTerms): Fact[] {
  if (substitute.kind === 'none') return [[t.steps.substitute, terms.substitute.none]]
  const isAuthorised = substitute.kind === 'authorisedPerson'
  return said([
    [terms.substitute[substitute.kind], substitute.name],
    [t.relation, substitute.relation],
    [t.substituteId, substitute.idNumber],
    [t.phone, substitute.phone],
    [t.address, substitute.address],
    [t.paperNumber, isAuthorised ? substitute.paperNumber : ''],
    [t.paperDate, isAuthorised ? substitute.paperDate : ''],
    [t.certifiedBy, isAuthorised ? substitute.certifiedBy : ''],
    [t.validUntil, isAuthorised ? substitute.validUntil : ''],
  ])
}

function methodFacts({ method }: RegistrationDraft, bank: string | null, t: RegisterWords, terms: TabletTerms): Fact[] {
  const kind: Fact = [t.steps.method, method.kind === '' ? '' : terms.method[method.kind]]
  const account = method.openBankAccount ? terms.openAccount : method.accountNumber
  switch (method.kind) {
    case '':
      return []
    case 'bankAccount':
      return said([
        kind,
        [t.bank, bank ?? (method.openBankAccount ? t.anyBank : '')],
        [t.accountNumber, account],
        [t.holder, method.openBankAccount ? '' : method.holder],
      ])
    case 'digitalAccount':
      return said([
        kind,
        [t.provider, method.provider],
        [t.digitalPhone, method.openDigitalAccount ? terms.openAccount : method.digitalPhone],
      ])
    case 'cashAtPoint':
      return said([kind, [t.point, method.point]])
    case 'cashAtHome':
      return said([
        kind,
        [t.homeReason, method.homeReason === '' ? '' : terms.homeReason[method.homeReason]],
        [t.homeNote, method.homeNote],
      ])
  }
}

/** The draft in lines, by step. @param bank the name of the bank that was chosen. */
export function summaryOf(
  draft: RegistrationDraft,
  bank: string | null,
  t: RegisterWords,
  terms: TabletTerms,
): SummaryPart[] {
  return [
    { title: t.steps.person, facts: personFacts(draft, t, terms) },
    { title: t.steps.substitute, facts: substituteFacts(draft, t, terms) },
    { title: t.steps.method, facts: methodFacts(draft, bank, t, terms) },
  ].filter(({ facts }) => facts.length > 0)
}
