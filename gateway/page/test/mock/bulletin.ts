import { type Answer, type Any, type Asked, ok, TODAY } from './asked.ts'
import { plans, rounds } from './data.ts'

const sample: Any = {
  roundId: rounds[0]!.id,
  version: 0,
  planId: plans[0]!.id,
  planTitle: plans[0]!.title,
  period: '2026-11',
  issued: false,
  number: null,
  issuedOn: null,
  issuedBy: null,
  texts: {
    title: `关于《${plans[0]!.title}》2026年11月督导调度情况的通报`,
    addressee: '各成员单位',
    copiedTo: [],
    opening: '{月份}，本月应报送进展{应报}份，已报送{已报}份，报送率{报送率}。',
    remarks: '',
    demands: '各单位要对照任务台账和完成时限，倒排工期、压实责任。',
    sections: ['MISSING', 'PROBLEMS', 'REPEATED', 'STILL'],
  },
  mark: 'a',
  names: ['月份', '应报', '已报', '报送率'],
  letterhead: '云江市督导调度办公室文件',
  office: '云江市督导调度办公室',
  preview: [
    { kind: 'HEADING', level: 1, text: '一、总体情况', rows: [] },
    { kind: 'PARAGRAPH', level: 0, text: '2026年11月，本月应报送进展40份，已报送38份，报送率95.0%。', rows: [] },
    { kind: 'HEADING', level: 1, text: '二、单位报送情况', rows: [] },
    {
      kind: 'TABLE',
      level: 0,
      text: '',
      rows: [
        ['序号', '单位', '应报', '已报'],
        ['1', '市卫生健康委', '4', '4'],
      ],
    },
  ],
  mayEdit: true,
}

/** The month's bulletin as the task service answers it: one, whatever round is asked for. */
export function mockBulletin() {
  let bulletin = sample
  return ({ method, path, body, name }: Asked): Answer | null => {
    if (!/^\/rounds\/[^/]+\/bulletin(\/issue)?$/.test(path)) return null
    const version = bulletin.version + 1
    if (path.endsWith('/issue'))
      bulletin = {
        ...bulletin,
        version,
        issued: true,
        number: '督办通报〔2026〕11号',
        issuedOn: TODAY,
        issuedBy: name,
        mayEdit: false,
      }
    else if (method === 'PUT') bulletin = { ...bulletin, version, texts: body }
    return ok(bulletin)
  }
}
