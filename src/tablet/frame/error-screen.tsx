// What stands there when a screen has thrown: a bug, or a part of the app that could not be loaded.
import { Component, type ReactNode } from 'react'
import { frameWords } from '../../text/tablet/frame.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../ui/language.tsx'
import { MissingPart } from './lazy-part.ts'

type Props = { children: ReactNode }
type State = { problem: unknown }

/** Keeps a fault of one screen from taking the frame down with it. */
export class ErrorScreen extends Component<Props, State> {
  override state: State = { problem: null }

  static getDerivedStateFromError(problem: unknown): State {
    return { problem }
  }

  override render(): ReactNode {
    return this.state.problem === null ? (
      this.props.children
    ) : (
      <Broken isPart={this.state.problem instanceof MissingPart} />
    )
  }
}

function Broken({ isPart }: { isPart: boolean }) {
  const t = useWords(frameWords)
  return (
    <Banner
      tone={isPart ? 'warn' : 'bad'}
      announce
      actions={<Button onClick={() => location.reload()}>{t.reload}</Button>}
    >
      {isPart ? (
        t.partMissing
      ) : (
        <>
          <strong>{t.brokenTitle}</strong>
          <br />
          {t.brokenText}
        </>
      )}
    </Banner>
  )
}
