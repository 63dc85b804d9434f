import type { Bulletin, BulletinTexts } from '@/lib/api/types'
import { longDay } from '@/lib/time'
import './bulletin.css'

/** How the document will look; the numbers in it are those of the moment. */
export function PaperPreview({ bulletin, texts }: { bulletin: Bulletin; texts: BulletinTexts }) {
  return (
    <article className="official" aria-label="公文预览">
      <div className="letterhead">{bulletin.letterhead}</div>
      <div className="number">{bulletin.number ?? '（印发时编号）'}</div>
      <h2>{texts.title}</h2>
      <p className="addressee">{texts.addressee}：</p>
      {bulletin.preview.map((block, index) =>
        block.kind === 'TABLE' ? (
          <div key={index} className="table">
            <table>
              <thead>
                <tr>
                  {block.rows[0]?.map((cell) => (
                    <th key={cell}>{cell}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {block.rows.slice(1).map((row, at) => (
                  <tr key={at}>
                    {row.map((cell, column) => (
                      <td key={column}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ) : (
          <p key={index} className={`l${block.level} pre`}>
            {block.text}
          </p>
        ),
      )}
      <div className="signature">
        {bulletin.office}
        <br />
        {bulletin.issuedOn ? longDay(bulletin.issuedOn) : '（印发日期）'}
      </div>
      {texts.copiedTo.length > 0 && <div className="copied">抄送：{texts.copiedTo.join('，')}。</div>}
    </article>
  )
}
