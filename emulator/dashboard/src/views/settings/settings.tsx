import { useCallback } from 'react';
import { Panel } from '../../components/panel.tsx';
import { Nothing, Pending } from '../../components/pending.tsx';
import { fetchApi } from '../../session/api.ts';
import type { Session } from '../../session/session.ts';
import { useLoaded } from '../../session/use-loaded.ts';
import { ProductTypes } from './product-types.tsx';
import type { StoreSettings } from './store-settings.ts';
import './settings.css';

function Tags({ of, first }: { readonly of: readonly string[]; readonly first?: string }) {
  if (of.length === 0) return <span className="none">none</span>;
  return (
    <span className="tags">
      {of.map((text, index) => (
        <span className="tag" key={text}>
          {text}
          {index === 0 && first && <span className="tag-note">{first}</span>}
        </span>
      ))}
    </span>
  );
}

function SettingsList({ locales, currencies, channels, customerGroups, productTypes }: StoreSettings) {
  return (
    <>
      <dl className="rows settings">
        <div>
          <dt>Locales</dt>
          <dd>
            <Tags of={locales.map(({ code }) => code)} first="default" />
          </dd>
        </div>
        <div>
          <dt>Currencies</dt>
          <dd>
            <Tags of={currencies} first="default" />
          </dd>
        </div>
        <div>
          <dt>Channels</dt>
          <dd>
            <ul className="channels">
              {channels.map((channel) => (
                <li key={channel.key}>
                  <code>{channel.key}</code> {channel.name}{' '}
                  <span className="none">
                    {channel.defaultLocale}, {channel.defaultCurrency}
                    {channel.defaultCountry && `, ${channel.defaultCountry}`}
                  </span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>Customer groups</dt>
          <dd>
            <Tags of={customerGroups} />
          </dd>
        </div>
      </dl>
      {productTypes.length === 0 ? (
        <Nothing>No product types yet: declare them in headlesspro.config.ts.</Nothing>
      ) : (
        <ProductTypes productTypes={productTypes} />
      )}
    </>
  );
}

/** What headlesspro.config.ts declares, as the running store sees it. */
export function Settings({ session }: { readonly session: Session }) {
  const load = useCallback(
    (signal: AbortSignal) => fetchApi<StoreSettings>(session, 'v1/store', signal),
    [session],
  );
  const { loaded, reload } = useLoaded(load);
  return (
    <Panel title="Store" aside={<code className="none">headlesspro.config.ts</code>}>
      <Pending of={loaded} what="the store's settings" onRetry={reload}>
        {SettingsList}
      </Pending>
    </Panel>
  );
}
