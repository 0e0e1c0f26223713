import styles from './setup-needed.module.css';

/** Shown instead of the shop where nobody told it which store it is. */
export function SetupNeeded({ missing }: { readonly missing: readonly string[] }) {
  return (
    <main className={styles.page}>
      <title>This storefront has no store yet</title>
      <h1>This storefront has no store yet</h1>
      <p>
        It was started or built without{' '}
        {missing.map((name, index) => (
          <span key={name}>
            {index > 0 && ' and '}
            <code>{name}</code>
          </span>
        ))}
        .
      </p>
      <h2>On your machine</h2>
      <p>Start it together with the platform, which sets both:</p>
      <pre>
        <code>npm run dev</code>
      </pre>
      <h2>For a build, or another store</h2>
      <p>Set both where you build, or in a file named .env.local:</p>
      <pre>
        <code>
          VITE_HEADLESSPRO_URL=https://store.example.com{'\n'}VITE_HEADLESSPRO_PUBLISHABLE_KEY=hp_pk_…
        </code>
      </pre>
      <p>
        <code>npx hp env</code> prints them for the store that runs here. The publishable key may be seen by
        visitors; the secret one never.
      </p>
    </main>
  );
}
