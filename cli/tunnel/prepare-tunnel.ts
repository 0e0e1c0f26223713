import { loadConfig } from '../../runtime/config/index.ts';
import type { CommandContext } from '../context.ts';
import { lookUpProject } from '../project/find-project.ts';
import { loadNgrok } from './load-ngrok.ts';
import { openTunnel, type Tunnel, tunnelAccount } from './open-tunnel.ts';

/**
 * Finds the library and the token, which may be missing, before anything is started. Returns how to open the tunnel.
 * @throws {CliError} `no_tunnel_token`, `no_tunnel_library`, `broken_tunnel_library`
 */
export async function prepareTunnel({
  directory,
  environment,
  signal,
}: CommandContext): Promise<(address: string) => Promise<Tunnel>> {
  const project = lookUpProject(directory);
  const settings = project && (await loadConfig(project.configFile)).project.tunnel;
  const account = tunnelAccount(settings, environment);
  const ngrok = loadNgrok(project?.directory ?? directory);
  return (address) => openTunnel(ngrok, address, { account, signal });
}
