// English: the page of the store. What stands in quotes is what Redis's own files call it.

export const page = {
  heading: "Store",
  purpose: "Where outstanding codes, tries and limits are kept. No code and no phone number is in it in clear.",
};

export const store = {
  label: "Kept where",
  help: "Customers who wait for a code when this changes must be sent a new one.",
};

export const embedded = {
  label: "On this computer",
  help: "For a single desk. Nothing to set up.",
};

export const redis = {
  label: "In your organisation’s Redis",
  help: "For several desks: a code that one desk sent can be checked at any other, and limits hold for all of them. What to run is in docs/redis.md.",
};

export const site = { heading: "Site" };

export const siteName = {
  label: "Site name",
  help: "The same at every desk of the site. Every key in Redis begins with it, so that sites can share a server.",
  missing: "Enter a name for the site, such as harbour-clinic.",
};

/** @param {string} typed */
export const notASite = (typed) =>
  /^[a-z0-9-]{1,32}$/.test(typed) ? null : "Use 1 to 32 of the letters a to z, digits and -, such as harbour-clinic.";

export const server = { heading: "Server" };
export const place = { label: "How Redis runs" };
export const single = { label: "One server" };
export const sentinel = { label: "Sentinel", help: "A primary and its replicas, watched by Sentinels." };
export const cluster = { label: "Cluster" };

export const url = {
  label: "Address",
  help: "rediss://host:6380/0 with TLS, redis://host:6379/0 without, or redis+unix:///path/of/a.sock. No user and no password in it: those have fields of their own.",
  missing: "Enter the server’s address, such as rediss://redis.example.org:6380/0.",
};

export const nodes = {
  label: "Addresses of some nodes",
  help: "One on each line, such as rediss://node-1.example.org:6379. The desk finds the others by itself.",
  missing: "Enter the address of at least one node.",
};

export const sentinels = {
  label: "Addresses of the Sentinels",
  help: "One on each line, such as rediss://sentinel-1.example.org:26379.",
  missing: "Enter the address of at least one Sentinel.",
};

export const primary = {
  label: "Name of the primary",
  help: "As the “sentinel monitor” line has it, such as mymaster.",
  missing: "Enter the name by which the Sentinels know the primary, such as mymaster.",
};

export const tls = { label: "The primary is spoken to with TLS" };
export const database = { label: "Database number (optional)", help: "0 unless your organisation uses another." };
export const sentinelUser = { label: "User at the Sentinels (optional)", help: "Only where the Sentinels have an access list of their own." };
export const sentinelPassword = { label: "Password at the Sentinels (optional)" };

export const access = { heading: "Access" };

export const user = {
  label: "User (optional)",
  help: "The one in Redis’s access list (ACL) that is for the desks. Left empty, it is the server’s default user.",
};

export const password = { label: "Password (optional)", help: "The user’s, at the server." };

export const encryption = {
  heading: "Certificates",
  help: "Only with TLS, and only where your organisation has certificates of its own. Type where each file is on this computer.",
};

export const caFile = {
  label: "Authority’s certificates (optional)",
  help: "A PEM file. These are then trusted instead of those that this computer trusts.",
};

export const clientCertificate = {
  label: "This desk’s certificate (optional)",
  help: "A PEM file, where Redis asks desks for one (“tls-auth-clients”).",
};

export const clientKey = { label: "Its key (optional)", help: "A PEM file without a passphrase." };

export const safety = { heading: "Copies" };

export const replicas = {
  label: "Replicas that must have each step (optional)",
  help: "From 0 to 8. More is safer when a server dies, and slower. Left empty: 1 behind Sentinel, and 0 elsewhere.",
};
