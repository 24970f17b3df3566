import type { DataAge, Unseen } from './copy-facts';
import type { DnsFact, HealthFact } from './health-facts';
import type { Path } from './path';
import type { Alternatives, ArnFact, Choice, IngressFact, Link, Need, RouteFact, When } from './relation-facts';
import type { ApartFact, DeploymentFact, Placement, Recovery, SpreadOverFact, Units, WavesFact } from './unit-facts';

export type * from './copy-facts';
export type * from './health-facts';
export type * from './relation-facts';
export type * from './unit-facts';

/**
 * What a resource is in the architecture; the analysis knows these words and no resource type.
 *
 * Running things: `compute` runs the user's code; `balancer` and `entry` take traffic in; `store` keeps data; `cache`
 * and `replication` degrade when lost; `queue` buffers; `search`, `directory` and the like are `store`.
 * Parts: `pool` (target group), `cluster` (scheduler that places tasks on hosts), `interface` (network interface),
 * `address`, `record` (DNS), `mount` (a file system's leg in a zone), `member` (one node of a `store` made of members).
 * Ways: `nat`, `appliance-endpoint`, `endpoint`, `gateway` (to the internet), `attachment`, `link` (to another site),
 * `device` (a customer's router), `hub` (where links end). Plumbing: `network`, `subnet`, `subnet-group`, `route-table`,
 * `template` (what a unit is launched from), `configuration`, `operations`, `identity`, `deployment`.
 */
export type Role =
  | 'compute'
  | 'balancer'
  | 'entry'
  | 'store'
  | 'cache'
  | 'replication'
  | 'queue'
  | 'pool'
  | 'cluster'
  | 'interface'
  | 'address'
  | 'record'
  | 'mount'
  | 'member'
  | 'nat'
  | 'endpoint'
  | 'appliance-endpoint'
  | 'gateway'
  | 'attachment'
  | 'link'
  | 'device'
  | 'hub'
  | 'network'
  | 'subnet'
  | 'subnet-group'
  | 'route-table'
  | 'security-group'
  | 'template'
  | 'configuration'
  | 'operations'
  | 'identity'
  | 'deployment';

/** Where one resource of the type lives. `many-regions`: several regions at once; `edge`: the provider's points of presence. */
export type Locality = 'zone' | 'zones' | 'region' | 'many-regions' | 'global' | 'edge' | 'site' | 'none';

/** What can be said of a type without looking at the rest of the system. */
export interface Facts {
  /** The noun that messages use: `NAT gateway`. */
  readonly noun: string;
  readonly role: Role;
  readonly locality: Locality;
  readonly units?: Units;
  readonly placement?: Placement;
  readonly apart?: ApartFact;
  /** Of a member without a zone of its own. */
  readonly spreadOver?: SpreadOverFact;
  readonly recovery?: Recovery;
  readonly needs?: readonly Need[];
  readonly choice?: Choice;
  readonly links?: readonly Link[];
  /** Pools and clusters that this resource joins by naming them: the reverse of a dependency. */
  readonly joins?: readonly Path[];
  /** Members that must work, where fewer take all of them away: lines of a bundle. */
  readonly leastMembers?: Path;
  /** Its routes are written down, and nothing withdraws them when it dies. */
  readonly staticWhen?: When;
  /** Addresses outside of the system, of which any one that answers suffices. */
  readonly asks?: readonly Path[];
  /** The network in which everything asks there, and what may stand there for the provider's own servers. */
  readonly asksFor?: Path;
  readonly asksProvider?: readonly string[];
  /** It only repeats what its source serves: without users its loss takes nothing away, with users it degrades. */
  readonly repeatsSource?: boolean;
  /** Once something uses it, it is one unit with its user: a disk. */
  readonly partOfUser?: boolean;
  /** Its units are machines that can carry the tasks of a cluster that their text names. */
  readonly machines?: boolean;
  /** It forwards packets that are not its own: an appliance or a NAT machine. */
  readonly forwardsWhen?: When;
  /** Settings that two machines share when they do the same work. */
  readonly likeness?: readonly Path[];
  /** What these paths name leads to this resource: an interface to its machine. */
  readonly facedBy?: readonly Path[];
  /** Pools name some of their members themselves. */
  readonly members?: readonly Path[];
  /** Members that are listed by address or id, each of them one machine, and need be no resources of the input. */
  readonly listed?: {
    readonly each: Path;
    /** Below an entry that is no id itself. */
    readonly id?: string;
    readonly zone?: string;
    /** The word that stands for a zone where the member is outside of the network. */
    readonly elsewhere?: string;
    /** What is listed is no machine then. */
    readonly unless?: When;
  };
  /** Nobody else puts members into it: a pool that names none serves nobody. */
  readonly namesAllMembers?: boolean;
  /** An association that makes compute groups the hosts of a cluster. */
  readonly hosts?: { readonly cluster: Path; readonly hosts: readonly Path[] };
  /** A cluster that brings machines of its own, in its own places. */
  readonly ownHosts?: boolean;
  /** Stores made of members: the member types name their store here. */
  readonly memberOf?: Path;
  /** The store itself lives without members (shared storage), and members come and go. */
  readonly madeOfMembers?: boolean;
  /** Templates that the units are launched from; their text and security groups count as the resource's own. */
  readonly templates?: readonly Path[];
  /** Which version of its template a group launches. */
  readonly templateVersions?: readonly Path[];
  /** Properties whose text runs or is handed to the units: environment, user data, container definitions. */
  readonly text?: readonly Path[];
  readonly securityGroups?: readonly Path[];
  /** The roles as which its units call others. */
  readonly runsAs?: readonly Path[];
  /** Documents that permit calls, and to which roles; without `to`, to itself. */
  readonly permits?: { readonly documents: readonly Path[]; readonly to?: readonly Path[] };
  /** Policies that a role holds. */
  readonly holdsPolicies?: readonly Path[];
  /** Commands in its text that say that it ends itself when its work is done: a job, not a service. */
  readonly endsItselfWhen?: readonly {
    /** All of them stand in the text. */
    readonly words: readonly string[];
    /** The word before the name of what the first of them ends, where that may be something else. */
    readonly target?: string;
    /** The name that it bears itself. */
    readonly ownName?: Path;
  }[];
  /** A resource of another type must stand in the same zone as each client: mount targets. Keyed by type, value names the owner. */
  readonly legs?: { readonly type: string; readonly owner: Path };
  /** Every caller in the network is sent here unless this setting is off. */
  readonly privateName?: Path;
  /** Network shape. */
  readonly network?: Path;
  /** The addresses that it holds: `10.0.1.0/24`. */
  readonly addressRange?: Path;
  readonly associates?: { readonly subnet: Path; readonly table: Path };
  readonly route?: RouteFact;
  readonly ingress?: IngressFact;
  /** Resources that can scale another one in: the floors they can set. */
  readonly scales?: { readonly target: Path; readonly floors: readonly Path[] };
  /** The name by which what scales it may call it. */
  readonly scaledAs?: Path;
  /** Units call out of their subnets: to the internet or to the provider's endpoints. */
  readonly usesEgress?: boolean;
  /** Clients anywhere may call it: it is a way in of its own, whoever in the system calls it too. */
  readonly public?: { readonly unless?: When };
  /** What a new version leaves running while it replaces the units. */
  readonly deployment?: DeploymentFact;
  /** What a rule or a wish keeps its units apart in: `zones`, `nodes` or `nothing`; absent where it is not known. */
  readonly keptApart?: Path;
  /** Why what should keep its units apart does not, where it is about others. */
  readonly keptApartFails?: Path;
  /** Its units are moved, all at once unless a budget forbids it, when the machines below them are maintained. */
  readonly evictable?: boolean;
  /** How many units may be stopped on purpose at once: it is for what `covers` names. */
  readonly budget?: { readonly covers: Path; readonly least: Path; readonly most: Path };
  /** Days that automatic backups are kept, or whether they are. */
  readonly backup?: { readonly retentionDays: Path; readonly absent: number };
  /** Where a balancer says whether its nodes send to targets of other zones; a pool that says nothing follows its balancer. */
  readonly crossZone?: { readonly path: Path; readonly absent?: boolean };
  /** The most units that the group may run. */
  readonly most?: Path;
  /** How long clients keep an address of it that no longer answers: the time to live of its name. */
  readonly nameKeptSeconds?: number;
  /** A list of which any one suffices, because the health of each is looked at. */
  readonly alternatives?: Alternatives;
  /** A DNS zone that the world asks: the name that it answers for. */
  readonly answersFor?: Path;
  /** It hands a name to the servers of zones, and whoever asks turns to any of them that answers. */
  readonly delegates?: { readonly name: Path; readonly servers: readonly Path[] };
  /** What can fail as a whole while all else of the provider works: its DNS, its image registry. `host`: a URL of who runs it, where that is not the provider. */
  readonly service?: { readonly what: string; readonly host?: Path };
  /** For health and failover rules: names of properties; the rules read them. */
  readonly health?: HealthFact;
  readonly dns?: DnsFact;
  /** A vehicle for a value: naming it is naming what it holds (parameters, secrets). */
  readonly carries?: readonly Path[];
  /** Two resources with the same value here are one thing in the world: a router's address. */
  readonly identity?: Path;
  /** The regions that it lives in, for what lives in several. */
  readonly regions?: readonly Path[];
  /** Copies elsewhere that take over, or that are promoted. */
  readonly standbys?: readonly Path[];
  /** Stores that name the same thing here are copies of each other: members of a global cluster. */
  readonly copiesShare?: Path;
  /** It makes the stores that these paths name copies of each other and of those that name it: a global cluster. */
  readonly copiesOf?: readonly Path[];
  /** Regions in which the provider itself keeps a copy that nothing else need declare. */
  readonly copiedInto?: readonly Path[];
  /** It copies from one store to another. `unseen`: what it copies is said nowhere in the input. */
  readonly copying?: { readonly each: Path; readonly from: Path; readonly to: Path; readonly unseen?: Unseen };
  /** Whether it has copies elsewhere is said nowhere in any input. */
  readonly copiesUnseen?: Unseen;
  /** What fills it in another region, and what fills others: the same word on both sides. */
  readonly filledBy?: string;
  readonly fills?: { readonly what: string; readonly regions: Path };
  /** Names that the input itself gives it, by which others may call it. */
  readonly names?: readonly Path[];
  /** How ARNs name it: the service, and what stands before its name in their last part. */
  readonly arn?: ArnFact;
  /** What it keeps is lost with it where nothing copies it. */
  readonly keepsData?: boolean;
  /** How old the newest data is in what is left of it, by where that comes from: of each origin the first that holds. */
  readonly dataAges?: readonly DataAge[];
  /** How often a plan makes backups, and where they are copied to; below `rules` the paths are those of one rule. */
  readonly backupPlan?: {
    readonly rules: Path;
    readonly schedule: Path;
    readonly absentSeconds: number;
    readonly continuous: Path;
    readonly continuousSeconds: number;
    readonly copies: Path;
  };
  /** What a plan makes backups of. */
  readonly backsUp?: { readonly plan: Path; readonly resources: readonly Path[]; readonly selectsBy: readonly Path[] };
  /** A copy of it takes writes of its own, which no copying gives back by itself. */
  readonly copyIsWritable?: boolean;
  /** Its settings leave open whether it survives: neither safe nor a loss, whatever its units say. */
  readonly doubt?: { readonly because: string; readonly tell: string };
  /** What to change on a resource of this type so that its loss takes nothing away, where rules would say it too generally. */
  readonly fix?: string;
  /** What its loss takes away where nothing else uses it and its role would say something else. */
  readonly offers?: 'serve' | 'admin' | 'auxiliary' | 'recover';
  /** It delivers changes to what runs. */
  readonly delivers?: boolean;
  /** The regions that it changes at the same time. */
  readonly waves?: WavesFact;
  /** People get in through it: `center`, a service of one region; `own`, a way that needs no such service. */
  readonly signIn?: 'center' | 'own';
  /** It stands for resources that the input does not show: what they are, and what fails with them, is not known. */
  readonly opaque?: { readonly because: string; readonly tell: string };
  /** Cannot matter for availability: never unproven, never idle. */
  readonly inert?: boolean;
  readonly source: string;
  /** ISO date on which the fact was last checked against its source. */
  readonly checked: string;
}

/** A type: its facts, and what changes under conditions. The first case that holds is laid over the base. */
export interface TypeFacts extends Facts {
  readonly cases?: readonly {
    readonly when: When;
    readonly facts: Partial<Facts>;
    /** The base promises less: it is what counts where the condition is not known. */
    readonly openIsNo?: true;
  }[];
}

/** Facts of one service family, by type. */
export type FactTable = Readonly<Record<string, TypeFacts>>;

/** Dependencies of types, besides those that stand in their rows: by what they are for, across all services. */
export type EdgeTable = Readonly<Record<string, { readonly needs?: readonly Need[]; readonly links?: readonly Link[] }>>;
