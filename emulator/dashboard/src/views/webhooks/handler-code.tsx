import { useState } from 'react';
import { CodeText } from '../../components/code-text.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { Panel } from '../../components/panel.tsx';
import { handlerTemplates } from './handler-templates.ts';

/** A handler to begin with, for the framework at hand. */
export function HandlerCode() {
  const [name, setName] = useState(handlerTemplates[0]?.name);
  const template = handlerTemplates.find((each) => each.name === name);
  return (
    <Panel title="A handler that verifies what it is sent">
      <div className="form">
        <div className="buttons">
          {handlerTemplates.map((each) => (
            <button
              key={each.name}
              type="button"
              className="button"
              aria-pressed={each.name === name}
              onClick={() => setName(each.name)}
            >
              {each.name}
            </button>
          ))}
        </div>
        {template && (
          <>
            <p className="made-secret">
              <code>{template.install}</code>
              <CopyButton text={template.install} what="the command" />
            </p>
            <section className="message" aria-label={template.file}>
              <header className="message-head">
                <h3>{template.file}</h3>
                <CopyButton text={template.code} what="the code" />
              </header>
              <CodeText label={`Code for ${template.name}`}>{template.code}</CodeText>
            </section>
          </>
        )}
      </div>
    </Panel>
  );
}
