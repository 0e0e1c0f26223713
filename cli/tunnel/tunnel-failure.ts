import { CliError, refused } from '../cli-error.ts';

/** https://ngrok.com/docs/errors: malformed, of version 1, revoked or reset, none at all. */
const aboutToken = new Set(['ERR_NGROK_105', 'ERR_NGROK_106', 'ERR_NGROK_107', 'ERR_NGROK_4018']);
/** As many agents run as the account may have. */
const tooMany = 'ERR_NGROK_108';

/** Why there is no tunnel. ngrok repeats the token in some of its messages: it is taken out. */
export function tunnelFailure(
  error: unknown,
  { authtoken, variable }: { readonly authtoken: string; readonly variable: string },
): CliError {
  const said = (error instanceof Error ? error.message : String(error)).replaceAll(authtoken, '…').trim();
  const code = /ERR_NGROK_\d+/.exec(said)?.[0];
  if (code === undefined) {
    return new CliError('unreachable', 'ngrok_unreachable', `ngrok can't be reached (${said}).`, {
      fix: 'Check the connection to the internet: a firewall has to let connect.ngrok-agent.com:443 through. Without --tunnel `hp dev` works offline.',
    });
  }
  const details = { ngrok: code };
  if (aboutToken.has(code)) {
    return refused('ngrok_token_refused', `ngrok does not take the token in ${variable} (${code}).`, {
      fix: 'Copy it anew from https://dashboard.ngrok.com/get-started/your-authtoken.',
      details,
    });
  }
  if (code === tooMany) {
    return refused('too_many_tunnels', `This ngrok account has as many tunnels as it may have (${code}).`, {
      fix: 'Stop another one; https://dashboard.ngrok.com/agents lists them.',
      details,
    });
  }
  const [sentence = said] = said.split('\n');
  return refused('tunnel_refused', `ngrok refused the tunnel: ${sentence} (${code})`, {
    fix: `See https://ngrok.com/docs/errors/${code.toLowerCase()}.`,
    details,
  });
}
