import { Select, type SelectProps } from 'antd'

/** Several words in one field, each ended by Enter or a comma. */
export function TypedList(props: SelectProps<string[]>) {
  return (
    <Select<string[]>
      mode="tags"
      open={false}
      suffixIcon={null}
      tokenSeparators={['、', '，', ',']}
      placeholder="输入后按回车"
      {...props}
    />
  )
}
