import { categories } from '../../../domain/code-lists/categories.ts'
import { Programme } from '../../../domain/entitlement.ts'
import { shownCategory } from '../../../domain/shown-category.ts'
import { registerWords } from '../../../text/tablet/register.ts'
import { termWords } from '../../../text/tablet/terms.ts'
import { ChoiceGroup } from '../../../ui/choice-group.tsx'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { useField, useRegistration } from './registration-context.tsx'

/** Programme and category. What would tell of somebody's health is offered by its code alone. */
export function BenefitFields() {
  const t = useWords(registerWords)
  const terms = useWords(termWords)
  const field = useField()
  const { form, values } = useRegistration()
  const { programme, category } = values.person
  const offered = categories.filter((one) => one.programme === programme || one.code === category)
  return (
    <>
      <ChoiceGroup
        legend={t.programme}
        columns
        options={Programme.options.map((one) => ({ value: one, label: terms.programme[one] }))}
        {...field('person.programme', (chosen) => {
          if (chosen !== programme) form.setValue('person.category', '')
        })}
      />
      {programme !== '' && (
        <SelectField
          label={t.category}
          placeholder={t.notChosen}
          options={offered.map(({ code, name }) => {
            const shown = shownCategory({ category: code, categoryText: name })
            return { value: code, label: shown.kind === 'words' ? shown.text : terms.category(code) }
          })}
          {...field('person.category')}
        />
      )}
    </>
  )
}
