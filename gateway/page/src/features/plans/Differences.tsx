import { Fragment } from 'react'
import { changedNames, changedWords, type Stretch } from '@/features/plans/changedWords'
import { differenceWords } from '@/features/plans/versions'
import type { SameAs } from '@/lib/api/types'

type Difference = SameAs['differences'][number]

/** How a task differs from the ledger's, field by field, with only the changed words marked. */
export function Differences({ of }: { of: Difference[] }) {
  return of.map((difference) => (
    <span key={difference.field} className="difference">
      <span className="quiet">{differenceWords(difference.field)}：</span>
      <Change {...difference} />
    </span>
  ))
}

function Change({ field, from, to }: Difference) {
  if (field === 'leads' || field === 'cooperators') return <Stretches of={changedNames(from, to)} between="、" />
  if (field === 'text' || field === 'title' || field === 'indicators')
    return <Stretches of={changedWords(from, to)} between="" />
  return (
    <>
      <del>{from || '无'}</del> → <ins>{to || '无'}</ins>
    </>
  )
}

const tags = { same: Fragment, gone: 'del', new: 'ins' } as const

function Stretches({ of, between }: { of: Stretch[]; between: string }) {
  return of.map(({ kind, words }, index) => {
    const Tag = tags[kind]
    return (
      <Fragment key={index}>
        {index > 0 && between}
        <Tag>{words}</Tag>
      </Fragment>
    )
  })
}
