// What a benefit begins with. Used for a benefit of its own and for the first one of somebody new.
import type { UseFormRegisterReturn } from 'react-hook-form'
import { categories } from '../../../domain/code-lists/categories.ts'
import { Programme } from '../../../domain/entitlement.ts'
import type { TypedBenefit } from '../../../domain/list-edit/typed-benefit.ts'
import { shownCategory } from '../../../domain/shown-category.ts'
import { listEditWords } from '../../../text/office/list-edit.ts'
import { termWords } from '../../../text/office/terms.ts'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'

/** What binds a field of the benefit to its form. */
export type BindField = (name: keyof TypedBenefit) => UseFormRegisterReturn & { error: string | undefined }

type Props = { programme: Programme | ''; field: BindField }

/** Categories of a programme; what would tell of somebody's health is offered by its code. */
export function CategoryFields({ programme, field }: Props) {
  const t = useWords(listEditWords)
  const offered = categories.filter((one) => programme === '' || one.programme === programme)
  return (
    <>
      <SelectField
        label={t.category}
        placeholder={t.notChosen}
        options={offered.map(({ code, name }) => {
          const shown = shownCategory({ category: code, categoryText: name })
          return { value: code, label: shown.kind === 'words' ? shown.text : code }
        })}
        {...field('category')}
      />
      <TextField
        label={t.categoryText}
        hint={t.categoryTextHint}
        maxLength={300}
        spellCheck={false}
        {...field('categoryText')}
      />
    </>
  )
}

/** Programme, category, amount, decision, days. */
export function BenefitFields({ programme, field }: Props) {
  const t = useWords(listEditWords)
  const terms = useWords(termWords)
  return (
    <>
      <SelectField
        label={t.programme}
        placeholder={t.notChosen}
        options={Programme.options.map((value) => ({ value, label: terms.programme[value] }))}
        {...field('programme')}
      />
      <CategoryFields programme={programme} field={field} />
      <div className="columns">
        <TextField label={t.monthly} maxLength={20} inputMode="numeric" {...field('monthly')} />
        <TextField label={t.arrears} maxLength={20} inputMode="numeric" {...field('arrears')} />
        <TextField label={t.decision} maxLength={200} spellCheck={false} {...field('decision')} />
        <TextField label={t.grantFrom} hint={t.dayHint} maxLength={20} {...field('from')} />
        <TextField label={t.grantUntil} hint={t.dayHint} maxLength={20} {...field('until')} />
      </div>
    </>
  )
}
