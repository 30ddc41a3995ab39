/** What an address must be before anybody looks where it leads. */

/** Ports below this are services of the machine; a web server on them is on one of the two it should be. */
const firstFreePort = 1024;
/** Ports that speak something else, by which a request could be smuggled (Fetch standard, "bad port"). */
const badPorts = new Set([1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6679, 6697, 10080]);

/** Why nothing may be sent to this address by its looks, with what to do; `null` where it may. */
export function refusedUrl(text: string): string | null {
  if (!URL.canParse(text)) return 'must be an address such as https://tool.example/webhooks';
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'must begin with https:// or http://';
  if (url.username !== '' || url.password !== '')
    return 'must hold no name and password; the signature says who sent a message';
  if (url.hash !== '') return 'must hold no fragment: what follows # is never sent';
  const port = Number(url.port);
  const isSane = url.port === '' || port === 443 || port === 80 || (port >= firstFreePort && !badPorts.has(port));
  return isSane ? null : `must not use port ${port}; take 443, 80 or one from ${firstFreePort} up`;
}

/** The host to resolve: without the brackets of an IPv6 address. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}
