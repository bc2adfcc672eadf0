import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Site } from './domain/site.ts';
import { readSite } from './site-file.ts';

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Absolute path of the folder in which the embedded store lives. */
  readonly dataDir: string;
  /** Under which browsers reach us, without a slash at the end; `null`: where we listen. */
  readonly publicUrl: string | null;
  /** Absolute path of a model's folder, named by hand; `null`: the one in use, see `model-in-use`. */
  readonly modelDir: string | null;
  /** Absolute path of a candidate's folder that reads along without any effect. */
  readonly shadowModelDir: string | null;
  /** Absolute path of the folder with the conversations. */
  readonly flowsDir: string;
  /** Whether a start is refused while texts are not signed by an author and a clinician. */
  readonly requireSignedTexts: boolean;
  readonly mongodbUri: string | null;
  readonly smtpUrl: string | null;
  readonly webhookUrl: string | null;
  /** Origins of the sites that may embed the widget, besides our own. */
  readonly embedOrigins: readonly string[];
  readonly retentionDays: number;
  readonly logLevel: string;
  /** Whether `POST /api/chat` is there. */
  readonly testEndpoint: boolean;
  /** How many proxies stand before us, whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: number;
  readonly site: Site;
}

/** Everything wrong with the configuration, a line a problem. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(problems: readonly string[]) {
    super(`The configuration has problems:\n${problems.map((one) => `  - ${one}`).join('\n')}`);
  }
}

const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    message: `is not an address that starts with ${protocols.map((one) => `${one}//`).join(' or ')}`,
  });

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, { message: `is not a whole number from ${min} to ${max}` })
    .transform(Number)
    .refine((number) => number >= min && number <= max, {
      message: `is not a whole number from ${min} to ${max}`,
    });

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const Environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(8080),
  DATA_DIR: z.string().min(1).default('data/runtime'),
  PUBLIC_URL: url('http:', 'https:').optional(),
  MONGODB_URI: url('mongodb:', 'mongodb+srv:').optional(),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  WEBHOOK_URL: url('http:', 'https:').optional(),
  EMBED_ORIGINS: z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    )
    .refine((origins) => origins.every((one) => URL.canParse(one) && new URL(one).origin === one), {
      message:
        'is not a list of origins such as https://example.org,https://www.example.org (no path, no slash at the end)',
    })
    .default([]),
  RETENTION_DAYS: wholeNumber(1, 3650).default(30),
  LOG_LEVEL: z.enum(LOG_LEVELS, { message: `is none of ${LOG_LEVELS.join(', ')}` }).default('info'),
  TEST_ENDPOINT: z.enum(['0', '1', ''], { message: 'is neither 1 nor 0' }).default('0'),
  TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
  MODEL_DIR: z.string().min(1).optional(),
  MODEL_SHADOW_DIR: z.string().min(1).optional(),
  FLOWS_DIR: z.string().min(1).default('bot-flows/flows'),
  REQUIRE_SIGNED_TEXTS: z.enum(['0', '1', ''], { message: 'is neither 1 nor 0' }).default('0'),
  SITE_FILE: z.string().min(1).default('site.yaml'),
});

/** Named in the design, not there yet: refused, since ignoring them would promise what isn't kept. */
const NOT_YET = {
  REDIS_URL: 'several processes are not supported yet; run one and leave REDIS_URL out',
  ENCRYPTION_KEYS:
    'encryption by field is not supported yet; encrypt the disk and leave ENCRYPTION_KEYS out',
  VAPID_PUBLIC_KEY: 'web push is not supported yet; leave VAPID_* out',
  VAPID_SUBJECT: 'web push is not supported yet; leave VAPID_* out',
  VAPID_PRIVATE_KEY: 'web push is not supported yet; leave VAPID_* out',
};

/**
 * Reads the environment and `site.yaml`, once.
 *
 * @param root the folder that relative paths start from.
 * @throws {ConfigError} with every problem, each naming the variable and what it must be.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  root: string,
): Config {
  const problems: string[] = Object.entries(NOT_YET)
    .filter(([name]) => env[name])
    .map(([name, fix]) => `${name}: ${fix}`);

  // An empty variable is one that was left out, as in `PORT= npm start`.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  for (const issue of parsed.error?.issues ?? []) {
    problems.push(`${issue.path.join('.')} ${issue.message}`);
  }
  const siteFile = resolve(root, given.SITE_FILE ?? 'site.yaml');
  if (env.SITE_FILE && !existsSync(siteFile))
    problems.push(`SITE_FILE: there is no file ${siteFile}`);
  const site = readSite(siteFile, existsSync(siteFile) ? readFileSync(siteFile, 'utf8') : '');
  problems.push(...site.problems);
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);

  const values = parsed.data;
  return {
    host: values.HOST,
    port: values.PORT,
    dataDir: resolve(root, values.DATA_DIR),
    modelDir: values.MODEL_DIR === undefined ? null : resolve(root, values.MODEL_DIR),
    shadowModelDir:
      values.MODEL_SHADOW_DIR === undefined ? null : resolve(root, values.MODEL_SHADOW_DIR),
    flowsDir: resolve(root, values.FLOWS_DIR),
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    mongodbUri: values.MONGODB_URI ?? null,
    smtpUrl: values.SMTP_URL ?? null,
    webhookUrl: values.WEBHOOK_URL ?? null,
    embedOrigins: values.EMBED_ORIGINS,
    retentionDays: values.RETENTION_DAYS,
    logLevel: values.LOG_LEVEL,
    // In production nobody reads what nobody answers for; elsewhere the setting may ask for it.
    requireSignedTexts: env.NODE_ENV === 'production' || values.REQUIRE_SIGNED_TEXTS === '1',
    testEndpoint: values.TEST_ENDPOINT === '1',
    trustedProxies: values.TRUSTED_PROXIES,
    site: site.site,
  };
}
