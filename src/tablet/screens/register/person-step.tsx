import { PhoneOwner } from '../../../domain/beneficiary.ts'
import { registerWords } from '../../../text/tablet/register.ts'
import { termWords } from '../../../text/tablet/terms.ts'
import { ChoiceGroup } from '../../../ui/choice-group.tsx'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { lazyPart } from '../../frame/lazy-part.ts'
import { ScanCardButton } from '../../frame/scan/scan-card-button.tsx'
import { BenefitFields } from './benefit-fields.tsx'
import { CommuneField } from './commune-field.tsx'
import { DoubtList } from './doubt-list.tsx'
import { KnownAlready } from './known-already.tsx'
import { useField, useRegistration } from './registration-context.tsx'

const ScanPerson = lazyPart(async () => (await import('./scan-person.tsx')).ScanPerson)

/** Step 1: who it is. */
export function PersonStep() {
  const t = useWords(registerWords)
  const terms = useWords(termWords)
  const field = useField()
  const { form, values } = useRegistration()
  const { person } = values
  const hasCard = person.idKind !== 'none'
  return (
    <>
      <KnownAlready />
      <ScanCardButton scan={ScanPerson} />
      <div className="columns">
        <TextField
          label={t.name}
          hint={t.nameHint}
          maxLength={200}
          autoCapitalize="words"
          spellCheck={false}
          {...field('person.name')}
        />
        <TextField label={t.birth} hint={t.birthHint} maxLength={20} inputMode="text" {...field('person.birth')} />
      </div>
      <ChoiceGroup
        legend={t.sex}
        columns
        options={(['F', 'M'] as const).map((sex) => ({ value: sex, label: terms.sex[sex] }))}
        {...field('person.sex')}
      />
      <ChoiceGroup
        legend={t.idKind}
        columns
        options={(['cccd', 'cmnd', 'none'] as const).map((kind) => ({ value: kind, label: terms.idKind[kind] }))}
        {...field('person.idKind', (kind) => {
          // Who has no card is put forward for one, until the officer says otherwise; who has one is not.
          form.setValue('lacksCitizenId', kind === 'none')
        })}
      />
      {hasCard && (
        <div className="columns">
          <TextField
            label={t.idNumber}
            hint={person.idKind === 'cmnd' ? t.oldCardHint : t.citizenIdHint}
            maxLength={20}
            inputMode="numeric"
            {...field('person.idNumber')}
          />
          <TextField label={t.idIssued} hint={t.dayHint} maxLength={20} {...field('person.idIssued')} />
        </div>
      )}
      <DoubtList about={['idContradiction', 'idIssuedBeforeBirth']} />
      <div className="columns">
        <TextField label={t.phone} hint={t.phoneHint} maxLength={20} type="tel" {...field('person.phone')} />
        {person.phone.trim() !== '' && (
          <SelectField
            label={t.phoneOwner}
            placeholder={t.notChosen}
            options={PhoneOwner.options.map((owner) => ({ value: owner, label: terms.phoneOwner[owner] }))}
            {...field('person.phoneOwner')}
          />
        )}
      </div>
      <div className="columns">
        <CommuneField />
        <TextField label={t.hamlet} maxLength={300} spellCheck={false} {...field('person.hamlet')} />
      </div>
      <TextField label={t.currentAddress} maxLength={300} spellCheck={false} {...field('person.currentAddress')} />
      <TextField label={t.permanentAddress} maxLength={300} spellCheck={false} {...field('person.permanentAddress')} />
      <BenefitFields />
      <div className="columns">
        <TextField label={t.fileCode} maxLength={300} spellCheck={false} {...field('person.fileCode')} />
        <TextField label={t.oldIdNumber} maxLength={20} inputMode="numeric" {...field('person.oldIdNumber')} />
      </div>
    </>
  )
}
