import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, InputNumber, Select, Space } from 'antd'

/** The indicators of a task in its form: words, how they compare, how much. */
export function IndicatorFields() {
  return (
    <Form.Item label="指标要求" style={{ marginBottom: 0 }}>
      <Form.List name="indicators">
        {(fields, { add, remove }) => (
          <div className="stack tight">
            {fields.map((field) => (
              <div key={field.key} className="resolution">
                <Form.Item
                  name={[field.name, 'text']}
                  rules={[{ required: true, whitespace: true, message: '请填写指标' }]}
                  style={{ marginBottom: 8 }}
                >
                  <Input placeholder="指标原文" maxLength={40} aria-label="指标原文" />
                </Form.Item>
                <Space.Compact block>
                  <Form.Item name={[field.name, 'operator']} noStyle>
                    <Select
                      aria-label="比较方式"
                      style={{ width: 110 }}
                      options={[
                        { value: '>=', label: '不低于' },
                        { value: '<=', label: '不超过' },
                        { value: '=', label: '等于' },
                        { value: 'between', label: '介于' },
                      ]}
                    />
                  </Form.Item>
                  <Form.Item name={[field.name, 'value']} noStyle rules={[{ required: true, message: '请填写数值' }]}>
                    <InputNumber aria-label="数值" style={{ width: 110 }} />
                  </Form.Item>
                  <Form.Item noStyle dependencies={[['indicators', field.name, 'operator']]}>
                    {({ getFieldValue }) =>
                      getFieldValue(['indicators', field.name, 'operator']) === 'between' && (
                        <Form.Item name={[field.name, 'upper']} noStyle>
                          <InputNumber aria-label="上限" placeholder="上限" style={{ width: 110 }} />
                        </Form.Item>
                      )
                    }
                  </Form.Item>
                  <Form.Item name={[field.name, 'measure']} noStyle>
                    <Input aria-label="计量单位" placeholder="单位" style={{ width: 90 }} />
                  </Form.Item>
                  <Button icon={<DeleteOutlined />} aria-label="删除指标" onClick={() => remove(field.name)} />
                </Space.Compact>
              </div>
            ))}
            <Button
              type="dashed"
              icon={<PlusOutlined />}
              onClick={() => add({ text: '', operator: '>=', value: undefined, measure: '%' })}
            >
              增加指标
            </Button>
          </div>
        )}
      </Form.List>
    </Form.Item>
  )
}
