// Where challenges live: on this computer, or in the organisation's Redis with all of its options.

import { bounds } from "../../types/bounds.js";
import * as words from "../../words/admin/store.js";
import { linesField, numberField, switchField, textField } from "../fields.js";
import { createPage } from "../page.js";
import { card, variants } from "../part.js";
import { secretField } from "../secret-field.js";

/** @param {unknown} value */
const isObject = (value) => typeof value === "object" && value !== null;

const place = () =>
  card(words.server, [
    variants({
      pointer: "/store/place",
      words: words.place,
      nameOf: (value) => (isObject(value) ? (Object.keys(value)[0] ?? "single") : "single"),
      variants: [
        {
          name: "single",
          words: words.single,
          begin: { single: {} },
          parts: [textField({ pointer: "/store/place/single/url", words: words.url, isRequired: true })],
        },
        { name: "sentinel", words: words.sentinel, begin: { sentinel: {} }, parts: sentinel() },
        {
          name: "cluster",
          words: words.cluster,
          begin: { cluster: {} },
          parts: [linesField({ pointer: "/store/place/cluster/nodes", words: words.nodes, isRequired: true })],
        },
      ],
    }),
  ]);

const sentinel = () => [
  linesField({ pointer: "/store/place/sentinel/sentinels", words: words.sentinels, isRequired: true }),
  textField({ pointer: "/store/place/sentinel/primary", words: words.primary, isRequired: true }),
  switchField({ pointer: "/store/place/sentinel/tls", words: words.tls }),
  numberField({ pointer: "/store/place/sentinel/database", words: words.database, ...bounds["/store/place/sentinel/database"], isOptional: true }),
  textField({ pointer: "/store/place/sentinel/user", words: words.sentinelUser }),
  secretField({ name: "sentinelPassword", words: words.sentinelPassword }),
];

const site = () =>
  card(words.site, [textField({ pointer: "/store/site", words: words.siteName, isRequired: true, fault: words.notASite })]);

const access = () =>
  card(words.access, [
    textField({ pointer: "/store/user", words: words.user }),
    secretField({ name: "redisPassword", words: words.password }),
  ]);

const encryption = () =>
  card(words.encryption, [
    textField({ pointer: "/store/caFile", words: words.caFile }),
    textField({ pointer: "/store/clientCertificate", words: words.clientCertificate }),
    textField({ pointer: "/store/clientKey", words: words.clientKey }),
  ]);

const safety = () =>
  card(words.safety, [
    numberField({ pointer: "/store/replicas", words: words.replicas, ...bounds["/store/replicas"], isOptional: true }),
  ]);

/** The store: the wizard asks for it too. */
export const createStoreParts = () => [
  variants({
    pointer: "/store",
    words: words.store,
    nameOf: (value) => value?.kind ?? "embedded",
    variants: [
      { name: "embedded", words: words.embedded, begin: { kind: "embedded" }, parts: [] },
      {
        name: "redis",
        words: words.redis,
        begin: { kind: "redis" },
        parts: [site(), place(), access(), encryption(), safety()],
      },
    ],
  }),
];

export const createStorePage = () => createPage({ words: words.page, parts: createStoreParts() });
