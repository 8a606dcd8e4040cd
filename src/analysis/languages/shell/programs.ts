/**
 * The options of programs that send requests, as far as they must be known to read a command line: which take no value,
 * which short one stands for which long one. Sources: curl(1), wget(1), learn.microsoft.com/cli/azure, pnp.github.io/cli-microsoft365.
 */

export interface Program {
  /** Words before the first option belong to its name. */
  subcommands?: true;
  /** Short options and the long ones they stand for. */
  short: Record<string, string>;
  /** Long options without a value. */
  flags: Set<string>;
  /** Options that are given lines `name: value`, as many as there are. */
  headers: string[];
  /** Options whose value may be JSON. */
  bodies: string[];
  /** Arguments without an option are this one. */
  bare?: string;
  /** The option that names the verb, and options that stand for one other than GET; the commands it is an option of. */
  verb?: { name: string; unless: Set<string>; of: string[] };
  /** The option that names the file its output goes to. */
  output?: string;
}

const words = (text: string): Set<string> => new Set(text.split(/\s+/));

const short = (text: string): Record<string, string> =>
  Object.fromEntries(text.split(/\s+/).map((pair) => [pair.slice(0, 1), pair.slice(2)]));

const CURL: Program = {
  short: short(
    `X=request d=data H=header o=output w=write-out T=upload-file F=form u=user A=user-agent b=cookie c=cookie-jar
    e=referer m=max-time x=proxy D=dump-header K=config E=cert s=silent S=show-error f=fail i=include I=head L=location
    k=insecure v=verbose G=get g=globoff n=netrc N=no-buffer O=remote-name`,
  ),
  flags: words(
    `silent show-error fail fail-with-body include head location insecure verbose get globoff netrc no-buffer remote-name
    http1.1 http2 ipv4 ipv6 compressed basic digest negotiate ntlm retry-all-errors retry-connrefused create-dirs
    no-progress-meter ssl-reqd`,
  ),
  headers: ['header'],
  bodies: ['data', 'data-raw', 'data-binary', 'data-ascii', 'json'],
  bare: 'url',
  verb: {
    name: 'request',
    unless: words('data data-raw data-binary data-ascii data-urlencode json form upload-file head config'),
    of: ['curl'],
  },
  output: 'output',
};

const WGET: Program = {
  short: short(
    `O=output-document o=output-file a=append-output q=quiet v=verbose S=server-response t=tries T=timeout U=user-agent`,
  ),
  flags: words('quiet verbose no-verbose server-response no-check-certificate content-on-error save-headers'),
  headers: ['header'],
  bodies: ['post-data', 'body-data'],
  bare: 'url',
  output: 'output-document',
};

const AZ: Program = {
  subcommands: true,
  short: short('m=method u=uri b=body o=output g=resource-group n=name'),
  flags: words('only-show-errors verbose debug help yes no-wait skip-authorization-header y'),
  headers: ['headers', 'header'],
  bodies: ['body', 'parameters'],
  verb: { name: 'method', unless: new Set(), of: ['az rest'] },
};

const M365: Program = {
  subcommands: true,
  short: short('m=method u=url b=body o=output r=resource p=filePath'),
  flags: words('verbose debug help'),
  headers: [],
  bodies: ['body'],
  verb: { name: 'method', unless: new Set(), of: ['m365 request'] },
};

const PROGRAMS: Record<string, Program> = { curl: CURL, wget: WGET, az: AZ, m365: M365 };

/** What is known of a program by its name. */
export function programOf(name: string): Program | undefined {
  return Object.hasOwn(PROGRAMS, name) ? PROGRAMS[name] : undefined;
}
