//! The site key: what turns numbers and codes into digests, and seals what other desks may show.
//! Where the key is kept is the vault's business.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use rand::CryptoRng;
use sha2::Sha256;
use thiserror::Error;
use zeroize::Zeroizing;

use crate::challenge::{ChallengeId, CodeDigest, NumberKey, Sealed};
use crate::code::Code;
use crate::phone::PhoneNumber;
use crate::store::NotePage;

const KEY_LENGTH: usize = 32;
const NONCE_LENGTH: usize = 24;
/// What the keys of training are derived under. No secret.
const TRAINING: &[u8; KEY_LENGTH] = b"countersign training site key 01";

/// Something sealed that this site key does not open, or that was changed.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("sealed with another site key, or damaged")]
pub struct CannotOpen;

/// 256 random bits shared by the desks of one site. Every use has a key of its own, derived from it,
/// so that no digest of one kind can stand for one of another. Wiped from memory when dropped.
pub struct SiteKey {
    numbers: Zeroizing<[u8; KEY_LENGTH]>,
    codes: Zeroizing<[u8; KEY_LENGTH]>,
    seals: Zeroizing<[u8; KEY_LENGTH]>,
    pages: Zeroizing<[u8; KEY_LENGTH]>,
}

impl SiteKey {
    /// Draws a new site key.
    pub fn draw<R: CryptoRng + ?Sized>(randomness: &mut R) -> Self {
        let mut key = Zeroizing::new([0; KEY_LENGTH]);
        randomness.fill_bytes(key.as_mut());
        Self::from_bytes(&key)
    }

    /// Takes a site key from where it is kept.
    pub fn from_bytes(key: &[u8; KEY_LENGTH]) -> Self {
        Self {
            numbers: digest(key, &[b"countersign number 1"]),
            codes: digest(key, &[b"countersign code 1"]),
            seals: digest(key, &[b"countersign seal 1"]),
            pages: digest(key, &[b"countersign page 1"]),
        }
    }

    /// The key that all training desks of a site share, so that one can finish what another began.
    /// Anybody can derive it from the site's name, so it protects nothing, and need not: the codes of
    /// training are drawn on the screen. Never for a desk that sends.
    pub fn for_training(site: &str) -> Self {
        Self::from_bytes(&digest(TRAINING, &[site.as_bytes()]))
    }

    /// The number as the store may know it: HMAC-SHA256, cut to 128 bits.
    pub fn number_key(&self, number: &PhoneNumber) -> NumberKey {
        NumberKey(cut(&digest(&self.numbers, &[number.e164().as_bytes()])))
    }

    /// A page of the site's notebook, by its name: HMAC-SHA256, cut to 128 bits. The name may say what
    /// the page is about, a number too: nothing of it can be read back without the site key.
    pub fn page(&self, name: &str) -> NotePage {
        NotePage(cut(&digest(&self.pages, &[name.as_bytes()])))
    }

    /// The code as the store may know it: HMAC-SHA256 over the challenge's id and the digits, so the
    /// same code of two challenges has two digests.
    pub fn code_digest(&self, challenge: ChallengeId, code: &Code) -> CodeDigest {
        CodeDigest(*digest(
            &self.codes,
            &[challenge.as_bytes(), code.digits().as_bytes()],
        ))
    }

    /// Encrypts what other desks of the site may show of a challenge (XChaCha20-Poly1305, a random
    /// nonce in front). It opens only for the same challenge.
    pub fn seal<R: CryptoRng + ?Sized>(
        &self,
        challenge: ChallengeId,
        clear: &[u8],
        randomness: &mut R,
    ) -> Sealed {
        Sealed(self.encrypt(challenge.as_bytes(), clear, randomness))
    }

    /// Encrypts a line of the site's notebook, 40 bytes longer than it is. It opens only for the same page.
    pub fn seal_note<R: CryptoRng + ?Sized>(
        &self,
        page: NotePage,
        clear: &[u8],
        randomness: &mut R,
    ) -> Vec<u8> {
        self.encrypt(page.as_bytes(), clear, randomness)
    }

    /// Decrypts what [`SiteKey::seal_note`] made for the same page.
    ///
    /// # Errors
    /// [`CannotOpen`] when another key or another page sealed it, or when it was changed.
    pub fn open_note(&self, page: NotePage, line: &[u8]) -> Result<Zeroizing<Vec<u8>>, CannotOpen> {
        self.decrypt(page.as_bytes(), line)
    }

    fn encrypt<R: CryptoRng + ?Sized>(
        &self,
        bound_to: &[u8],
        clear: &[u8],
        randomness: &mut R,
    ) -> Vec<u8> {
        let mut nonce = [0; NONCE_LENGTH];
        randomness.fill_bytes(&mut nonce);
        let payload = Payload {
            msg: clear,
            aad: bound_to,
        };
        let mut sealed = nonce.to_vec();
        // Encryption in memory fails only past 256 GiB; an empty seal opens for nobody.
        if let Ok(body) = self.cipher().encrypt(XNonce::from_slice(&nonce), payload) {
            sealed.extend(body);
        }
        sealed
    }

    /// Decrypts what [`SiteKey::seal`] made for the same challenge.
    ///
    /// # Errors
    /// [`CannotOpen`] when another key or another challenge sealed it, or when it was changed.
    pub fn open(
        &self,
        challenge: ChallengeId,
        sealed: &Sealed,
    ) -> Result<Zeroizing<Vec<u8>>, CannotOpen> {
        self.decrypt(challenge.as_bytes(), &sealed.0)
    }

    /// What is bound to a challenge never opens for a page: their names differ in length.
    fn decrypt(&self, bound_to: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, CannotOpen> {
        let (nonce, body) = sealed.split_at_checked(NONCE_LENGTH).ok_or(CannotOpen)?;
        let payload = Payload {
            msg: body,
            aad: bound_to,
        };
        self.cipher()
            .decrypt(XNonce::from_slice(nonce), payload)
            .map(Zeroizing::new)
            .map_err(|_| CannotOpen)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*self.seals).into())
    }
}

fn cut(whole: &[u8; 32]) -> [u8; 16] {
    let mut cut = [0; 16];
    cut.copy_from_slice(&whole[..16]);
    cut
}

fn digest(key: &[u8; KEY_LENGTH], parts: &[&[u8]]) -> Zeroizing<[u8; KEY_LENGTH]> {
    // HMAC pads a short key with zeros to its block (RFC 2104); doing so here leaves nothing to fail.
    let mut block = Zeroizing::new([0; 64]);
    block[..KEY_LENGTH].copy_from_slice(key);
    let mut mac = <Hmac<Sha256> as KeyInit>::new((&*block).into());
    for part in parts {
        mac.update(part);
    }
    Zeroizing::new(mac.finalize().into_bytes().into())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    use super::*;
    use crate::code::{CodeLength, Expected};

    const CLEAR: &[u8] = b"what other desks may show";

    fn key(seed: u64) -> SiteKey {
        SiteKey::draw(&mut StdRng::seed_from_u64(seed))
    }

    fn challenge(seed: u64) -> ChallengeId {
        ChallengeId::draw(NumberKey([7; 16]), &mut StdRng::seed_from_u64(seed))
    }

    fn number(e164: &str) -> PhoneNumber {
        PhoneNumber::from_e164(e164).unwrap()
    }

    fn code(digits: &str) -> Code {
        Code::typed(digits, Expected::Exactly(CodeLength::default())).unwrap()
    }

    fn sealed(key: &SiteKey, challenge: ChallengeId) -> Sealed {
        key.seal(challenge, CLEAR, &mut StdRng::seed_from_u64(9))
    }

    #[test]
    fn every_desk_of_a_site_has_the_same_digests() {
        let number = number("+46701740605");
        let [one, other] = [[7; 32], [7; 32]].map(|bytes| SiteKey::from_bytes(&bytes));
        assert_eq!(one.number_key(&number), other.number_key(&number));
        let [here, there] = [one, other].map(|key| key.code_digest(challenge(1), &code("048215")));
        assert!(here.matches(&there.0));
    }

    #[test]
    fn training_desks_of_one_site_share_a_key_and_sites_do_not() {
        let number = number("+46701740605");
        let key = |site: &str| SiteKey::for_training(site).number_key(&number);
        assert_eq!(key("harbour-clinic"), key("harbour-clinic"));
        assert_ne!(key("harbour-clinic"), key("harbour-clinic-2"));
        let sealed = sealed(&SiteKey::for_training("harbour-clinic"), challenge(1));
        let opened = SiteKey::for_training("harbour-clinic").open(challenge(1), &sealed);
        assert_eq!(opened.unwrap().as_slice(), CLEAR);
    }

    #[test]
    fn another_key_or_number_has_another_number_key() {
        let (first, second) = (number("+46701740605"), number("+46701740606"));
        assert_ne!(key(1).number_key(&first), key(2).number_key(&first));
        assert_ne!(key(1).number_key(&first), key(1).number_key(&second));
    }

    #[test]
    fn another_key_or_name_has_another_page() {
        let page = |seed, name| key(seed).page(name);
        assert_eq!(page(1, "deliveries/sms"), page(1, "deliveries/sms"));
        assert_ne!(page(1, "deliveries/sms"), page(2, "deliveries/sms"));
        assert_ne!(page(1, "deliveries/sms"), page(1, "deliveries/call"));
        let number = number("+46701740605");
        let page = key(1).page(number.e164());
        assert_ne!(page.as_bytes(), key(1).number_key(&number).as_bytes());
    }

    #[test]
    fn another_key_challenge_or_code_has_another_code_digest() {
        let digest = key(1).code_digest(challenge(1), &code("048215"));
        for other in [
            key(2).code_digest(challenge(1), &code("048215")),
            key(1).code_digest(challenge(2), &code("048215")),
            key(1).code_digest(challenge(1), &code("048216")),
        ] {
            assert!(!digest.matches(&other.0));
        }
    }

    #[test]
    fn no_two_uses_share_a_key() {
        let key = key(1);
        assert_ne!(key.numbers, key.codes);
        assert_ne!(key.codes, key.seals);
        assert_ne!(key.seals, key.numbers);
        for other in [&key.numbers, &key.codes, &key.seals] {
            assert_ne!(&key.pages, other);
        }
        let input: &[&[u8]] = &[b"+46701740605"];
        assert_ne!(digest(&key.numbers, input), digest(&key.codes, input));
    }

    /// RFC 4231's second test case with its key padded to 32 bytes, as HMAC itself pads it.
    #[test]
    fn the_digest_is_hmac_sha256() {
        let mut jefe = [0; KEY_LENGTH];
        jefe[..4].copy_from_slice(b"Jefe");
        let digest = digest(&jefe, &[b"what do ya want ", b"for nothing?"]);
        let written: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(
            written,
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
    }

    #[test]
    fn a_seal_opens_with_the_same_key_for_the_same_challenge() {
        let opened = key(1).open(challenge(1), &sealed(&key(1), challenge(1)));
        assert_eq!(opened.unwrap().as_slice(), CLEAR);
    }

    #[test]
    fn a_seal_stays_shut_for_another_key_or_challenge() {
        let sealed = sealed(&key(1), challenge(1));
        assert_eq!(key(2).open(challenge(1), &sealed), Err(CannotOpen));
        assert_eq!(key(1).open(challenge(2), &sealed), Err(CannotOpen));
    }

    #[test]
    fn a_seal_with_any_bit_turned_stays_shut() {
        let sealed = sealed(&key(1), challenge(1));
        for bit in 0..sealed.0.len() * 8 {
            let mut turned = sealed.clone();
            turned.0[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(
                key(1).open(challenge(1), &turned),
                Err(CannotOpen),
                "bit {bit}"
            );
        }
    }

    #[test]
    fn a_seal_cut_anywhere_stays_shut() {
        let sealed = sealed(&key(1), challenge(1));
        for length in 0..sealed.0.len() {
            let cut = Sealed(sealed.0[..length].to_vec());
            assert_eq!(
                key(1).open(challenge(1), &cut),
                Err(CannotOpen),
                "{length} bytes"
            );
        }
    }

    #[test]
    fn the_same_words_are_sealed_differently_each_time() {
        let mut randomness = StdRng::seed_from_u64(1);
        let [first, second] = [(); 2].map(|()| key(1).seal(challenge(1), CLEAR, &mut randomness));
        assert_ne!(first, second);
        assert!(
            !first
                .0
                .windows(5)
                .any(|window| CLEAR.windows(5).any(|clear| clear == window))
        );
    }

    proptest! {
        #[test]
        fn whatever_is_sealed_is_opened(clear in prop::collection::vec(any::<u8>(), 0..300)) {
            let sealed = key(1).seal(challenge(1), &clear, &mut StdRng::seed_from_u64(2));
            let opened = key(1).open(challenge(1), &sealed);
            prop_assert_eq!(opened.map(|opened| opened.to_vec()), Ok(clear));
        }
    }
}
