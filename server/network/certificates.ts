import { createHash, createPublicKey, type KeyObject, randomBytes, sign, X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  ExtendedKeyUsage,
  Extension,
  Extensions,
  GeneralName,
  GeneralSubtree,
  GeneralSubtrees,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_nameConstraints,
  id_ce_subjectAltName,
  id_ce_subjectKeyIdentifier,
  id_kp_serverAuth,
  KeyIdentifier,
  KeyUsage,
  KeyUsageFlags,
  Name,
  NameConstraints,
  RelativeDistinguishedName,
  SubjectAlternativeName,
  SubjectKeyIdentifier,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509'

const ORGANIZATION_NAME = '2.5.4.10'
const COMMON_NAME = '2.5.4.3'
const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2'
const SERIAL_BYTES = 16

/** What every certificate of ours says, whoever it is for. */
type Wanted = {
  subject: string
  subjectKey: KeyObject
  /** Absent: it signs itself. */
  issuer?: string
  signingKey: KeyObject
  from: Date
  until: Date
}

/** An authority that may sign for these host names (and what lies below them) and networks, for servers only. `depth`: how many authorities may follow. */
export function authorityCertificate(
  wanted: Wanted & { hosts: string[]; networks: readonly string[]; depth: number },
): string {
  const allowed = [
    ...wanted.hosts.map((dNSName) => new GeneralName({ dNSName })),
    ...wanted.networks.map((iPAddress) => new GeneralName({ iPAddress })),
  ].map((base) => new GeneralSubtree({ base }))
  return certificate(wanted, [
    extension(id_ce_basicConstraints, new BasicConstraints({ cA: true, pathLenConstraint: wanted.depth }), true),
    extension(id_ce_keyUsage, new KeyUsage(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign), true),
    extension(id_ce_extKeyUsage, new ExtendedKeyUsage([id_kp_serverAuth])),
    extension(id_ce_nameConstraints, new NameConstraints({ permittedSubtrees: new GeneralSubtrees(allowed) }), true),
  ])
}

/** The certificate of a server that is reached by these names and addresses. */
export function serverCertificate(wanted: Wanted & { names: readonly string[] }): string {
  const names = wanted.names.map((name) => new GeneralName(isIP(name) ? { iPAddress: name } : { dNSName: name }))
  return certificate(wanted, [
    extension(id_ce_basicConstraints, new BasicConstraints(), true),
    extension(id_ce_keyUsage, new KeyUsage(KeyUsageFlags.digitalSignature), true),
    extension(id_ce_extKeyUsage, new ExtendedKeyUsage([id_kp_serverAuth])),
    extension(id_ce_subjectAltName, new SubjectAlternativeName(names)),
  ])
}

/** The host names that an authority's constraints let it sign for, with what lies below them. */
export function permittedHosts(certificate: string): string[] {
  const der = exact(new X509Certificate(certificate).raw)
  const { extensions } = AsnConvert.parse(der, Certificate).tbsCertificate
  const found = extensions?.find(({ extnID }) => extnID === id_ce_nameConstraints)
  if (!found) return []
  const { permittedSubtrees } = AsnConvert.parse(found.extnValue.buffer, NameConstraints)
  return (permittedSubtrees ?? []).flatMap(({ base }) => (base.dNSName === undefined ? [] : [base.dNSName]))
}

function certificate(wanted: Wanted, extensions: Extension[]): string {
  const { subject, subjectKey, issuer = subject, signingKey, from, until } = wanted
  const tbs = new TBSCertificate({
    version: Version.v3,
    serialNumber: serial(),
    signature: algorithm(),
    issuer: named(issuer),
    validity: new Validity({ notBefore: from, notAfter: until }),
    subject: named(subject),
    subjectPublicKeyInfo: AsnConvert.parse(publicDer(subjectKey), SubjectPublicKeyInfo),
    extensions: new Extensions([
      ...extensions,
      extension(id_ce_subjectKeyIdentifier, new SubjectKeyIdentifier(identifierOf(subjectKey))),
      extension(
        id_ce_authorityKeyIdentifier,
        new AuthorityKeyIdentifier({ keyIdentifier: new KeyIdentifier(identifierOf(signingKey)) }),
      ),
    ]),
  })
  const signatureValue = exact(sign('sha256', Buffer.from(AsnConvert.serialize(tbs)), signingKey))
  const whole = new Certificate({ tbsCertificate: tbs, signatureAlgorithm: algorithm(), signatureValue })
  const lines =
    Buffer.from(AsnConvert.serialize(whole))
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}

const algorithm = () => new AlgorithmIdentifier({ algorithm: ECDSA_WITH_SHA256 })

const extension = (extnID: string, value: object, critical = false) =>
  new Extension({ extnID, critical, extnValue: new OctetString(AsnConvert.serialize(value)) })

/** Random, positive, and never with a zero in front. */
function serial(): ArrayBuffer {
  const bytes = randomBytes(SERIAL_BYTES)
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return exact(bytes)
}

function named(commonName: string): Name {
  const part = (type: string, utf8String: string) =>
    new RelativeDistinguishedName([new AttributeTypeAndValue({ type, value: new AttributeValue({ utf8String }) })])
  return new Name([part(ORGANIZATION_NAME, 'Doorstep'), part(COMMON_NAME, commonName)])
}

function publicDer(key: KeyObject): ArrayBuffer {
  const open = key.type === 'private' ? createPublicKey(key) : key
  return exact(open.export({ type: 'spki', format: 'der' }))
}

/** By RFC 5280 the first method: a hash of the public key, only to find the right one; nothing rests on it. */
function identifierOf(key: KeyObject): ArrayBuffer {
  const { subjectPublicKey } = AsnConvert.parse(publicDer(key), SubjectPublicKeyInfo)
  return exact(createHash('sha1').update(Buffer.from(subjectPublicKey)).digest())
}

/** Just these bytes: a Buffer may look into a larger one. */
const exact = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer
