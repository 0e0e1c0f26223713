import { CodeText } from '../../components/code-text.tsx';
import { Panel } from '../../components/panel.tsx';
import type { Schema } from '../../contract/open-api.ts';
import { shapeOf } from '../../contract/value-kind.ts';
import { titleOf } from '../../contract/words.ts';
import type { Row } from '../../session/use-rows.ts';
import { Cell } from './cell.tsx';
import { useContract } from './data-context.ts';

function isSimple(value: unknown): boolean {
  return typeof value !== 'object' || value === null || JSON.stringify(value).length <= 80;
}

/** Everything that a record says; what has parts is opened in place. */
export function RecordFields({ record, item }: { readonly record: Row; readonly item: Schema }) {
  const { document } = useContract();
  const kindOf = (name: string) => shapeOf(document, item.properties?.[name] ?? {}).value;
  return (
    <Panel title="Fields">
      <dl className="record-fields">
        {Object.entries(record).map(([name, value]) => (
          <div key={name}>
            <dt>{titleOf(name)}</dt>
            <dd>
              {isSimple(value) || kindOf(name).kind === 'money' ? (
                <Cell value={value} kind={kindOf(name)} />
              ) : (
                <details>
                  <summary>{Array.isArray(value) ? `${value.length} of them` : 'Open'}</summary>
                  <CodeText label={titleOf(name)}>{JSON.stringify(value, null, 2)}</CodeText>
                </details>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
