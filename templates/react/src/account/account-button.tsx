import { Link } from 'react-router';
import buttonStyles from '../cart/cart-button.module.css';
import { links } from '../catalog/links.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import { useIsSignedIn } from './use-is-signed-in.ts';

/** To the account, or to where one signs in. */
export function AccountButton() {
  const { texts } = usePreferences();
  const isSignedIn = useIsSignedIn();
  return (
    <Link
      className={buttonStyles.button}
      to={isSignedIn ? links.account : links.signIn()}
      aria-label={isSignedIn ? texts.account.title : texts.account.signIn}
    >
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
        <circle cx="12" cy="8.2" r="3.7" />
        <path d="M4.8 20.4a7.2 7.2 0 0 1 14.4 0" />
      </svg>
    </Link>
  );
}
