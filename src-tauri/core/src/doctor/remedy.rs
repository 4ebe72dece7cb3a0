//! The one thing to do about what was found: a stable code, and one sentence in plain English for the
//! command line. The front end has words of its own, by the code. `docs/doctor.md` lists them all.

macro_rules! remedies {
    ($($name:ident = $code:literal: $sentence:literal,)*) => {
        /// The one thing to do.
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        pub enum Remedy {
            $(#[doc = $sentence] $name,)*
        }

        impl Remedy {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The stable code.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                }
            }

            /// One sentence in English.
            pub fn sentence(self) -> &'static str {
                match self {
                    $(Self::$name => $sentence,)*
                }
            }
        }
    };
}

remedies! {
    RepairSettings = "repair-settings": "Repair settings.json at the place named, or move it away to begin anew.",
    RepairPolicy = "repair-policy": "Correct this computer's policy file at the place named.",
    ReadableFolder = "readable-folder": "Let this user read and write the app's data folder.",
    SetUpSinch = "set-up-sinch": "Set up an account at Sinch that carries one of the channels offered.",
    GoLive = "go-live": "Set the desk to live: in training nothing is sent.",

    InstallKeyring = "install-keyring": "Install a keyring (Secret Service) and log in to the desktop, so that secrets can be kept.",
    UnlockKeyring = "unlock-keyring": "Unlock this user's keyring.",
    AllowKeyring = "allow-keyring": "Allow Countersign to use the keyring, in the system's own settings.",
    AnswerKeyring = "answer-keyring": "Answer the prompt that the keyring shows, or log in anew: it does not answer.",
    TypeSecret = "type-secret": "Type the missing secret on the admin's pages, or import the site's bundle.",
    RetypeSecret = "retype-secret": "Type the secret anew: what the keyring has can't be read as one.",

    FindName = "find-name": "Bring this computer online, and let its DNS server know the host's name.",
    FindProxy = "find-proxy": "Correct the proxy in this computer's network settings: its name is not found.",
    OpenWay = "open-way": "Let this computer reach the named host on its port: a firewall may be in the way.",
    StartProxy = "start-proxy": "Correct the proxy in this computer's network settings, or start it: it takes no connection.",
    StartSandbox = "start-sandbox": "Start the sandbox at the named address.",
    LetPass = "let-pass": "Log in to this network's own page, or let the host pass: something else answers in Sinch's place.",
    TrustProxy = "trust-proxy": "Let the host pass without looking into it, or trust the named issuer on this computer.",
    SetClock = "set-clock": "Set this computer's clock, best by a time server.",
    TryLater = "try-later": "Try again in a few minutes: Sinch could not answer.",
    AskSinch = "ask-sinch": "Ask Sinch's support, and name the code.",

    CopyApplicationKey = "copy-application-key": "Copy the application key again from the app's page in Sinch's dashboard.",
    CopyApplicationSecret = "copy-application-secret": "Copy the application secret again, whole, from the app's page in Sinch's dashboard.",
    CopySmsToken = "copy-sms-token": "Copy service plan id and API token again from the SMS page in Sinch's dashboard.",
    CopyKeySecret = "copy-key-secret": "Make a new access key in Sinch's dashboard, and copy its id and secret.",
    CopyProject = "copy-project": "Copy the project id again from Sinch's dashboard: the access key is not that project's.",
    ChooseRegion = "choose-region": "Choose the region in which the account lives: it is named beside this.",
    EnableVerification = "enable-verification": "Enable Verification for the app in Sinch's dashboard, with application-signed requests.",
    EnableSms = "enable-sms": "Enable SMS for the account in Sinch's dashboard.",
    FinishSinchSetUp = "finish-sinch-set-up": "Finish setting up the app in Sinch's dashboard.",
    TopUp = "top-up": "Top up the account at Sinch, or ask Sinch why it is blocked.",
    ShortenText = "shorten-text": "Shorten the text, or leave out letters that GSM-7 lacks: it takes more than one part.",
    CorrectSender = "correct-sender": "Set another sender: Sinch does not take this one.",
    GiveAnotherPhone = "give-another-phone": "Give another phone: no text gets through to this one.",
    LookAtPhone = "look-at-phone": "Look at the phone: nobody says yet whether the text arrived.",

    CorrectStore = "correct-store": "Correct the store's address and options.",
    ReadableCertificate = "readable-certificate": "Put a readable PEM file where the named setting points.",
    MatchKey = "match-key": "Give the client certificate and the key that belongs to it.",
    RenewAuthority = "renew-authority": "Renew the authority's certificate: it has expired.",
    RenewClientCertificate = "renew-client-certificate": "Renew this desk's client certificate: it has expired.",
    StartRedis = "start-redis": "Start Redis at the named address, or let this computer reach it.",
    RenewRedisCertificate = "renew-redis-certificate": "Renew the Redis server's certificate: it has expired, or soon will.",
    MatchRedisName = "match-redis-name": "Name Redis as its certificate does, or issue it a certificate for the name used.",
    TrustRedisAuthority = "trust-redis-authority": "Name the file of the authority that issued the Redis server's certificate.",
    ReplaceRedisCertificate = "replace-redis-certificate": "Issue the Redis server another certificate: this one can't be used.",
    ShowClientCertificate = "show-client-certificate": "Give the desk a client certificate that the Redis server accepts.",
    MatchTls = "match-tls": "Write rediss:// where Redis speaks TLS at that port, and redis:// where it does not.",
    EncryptRedis = "encrypt-redis": "Let Redis speak TLS: others on the way can read and change what is sent.",
    TypeRedisPassword = "type-redis-password": "Type the Redis password: the server asks for one.",
    RetypeRedisPassword = "retype-redis-password": "Type the Redis user and password again: the server does not take them.",
    GrantPermissions = "grant-permissions": "Give the desks' user in Redis what it lacks.",
    LimitPermissions = "limit-permissions": "Give the desks' user in Redis no more than the rule in docs/redis.md.",
    NamePrimary = "name-primary": "Correct the Sentinels' addresses and the primary's name: no primary was found.",
    ReachPrimary = "reach-primary": "Name a Redis server that may be written to: this one is a replica.",
    WaitForRedis = "wait-for-redis": "Wait until Redis has loaded its data or ended somebody's script, and try again.",
    FreeRedisMemory = "free-redis-memory": "Give Redis more memory or disk: it is full, or almost.",
    AllowClients = "allow-clients": "Raise maxclients in Redis: it takes no more.",
    RepairCluster = "repair-cluster": "Repair the Cluster: it does not serve all of its slots.",
    RestoreReplicas = "restore-replicas": "Bring the replicas back that the settings ask for.",
    RepairRedisDisk = "repair-redis-disk": "Repair the disk of the Redis server: it could not save.",
    RemoveForeignKeys = "remove-foreign-keys": "Remove the keys with this site's prefix that are not Countersign's.",
    UpdateApp = "update-app": "Update Countersign: a newer version wrote what is in the store.",
    RestoreHosts = "restore-hosts": "Bring the named hosts back: the others still answer.",
    UpdateRedis = "update-redis": "Update Redis to 6.2 or newer.",
    KeepKeys = "keep-keys": "Set maxmemory-policy noeviction: a full Redis forgets locks and counts.",
    KeepWrites = "keep-writes": "Set appendonly yes and appendfsync always: a restart brings back an older state, or none.",
    SetRedisClock = "set-redis-clock": "Set the clock of the Redis server, best by a time server.",
    SetBothClocks = "set-both-clocks": "Set the clocks of this computer and of the Redis server by one time server: they differ.",
    HastenStore = "hasten-store": "Bring the store nearer to the desks, or give it less else to do: it answers slowly.",
    AskRedisAdmin = "ask-redis-admin": "Ask who runs Redis what its log says: it refuses to work.",

    FreeDisk = "free-disk": "Free some space on this computer's disk.",
    ReplaceStoreFile = "replace-store-file": "Move the store's file away, since it is damaged: a new one is made.",
    CloseOtherProgram = "close-other-program": "Close the other program that holds the store's file.",
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_remedy_has_a_code_of_its_own_and_one_sentence() {
        let codes: BTreeSet<_> = Remedy::ALL.iter().map(|remedy| remedy.code()).collect();
        assert_eq!(codes.len(), Remedy::ALL.len());
        for remedy in Remedy::ALL {
            let (code, sentence) = (remedy.code(), remedy.sentence());
            let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte == b'-';
            assert!(code.bytes().all(is_plain), "{code}");
            assert!(
                sentence.ends_with('.') && !sentence.contains(". "),
                "{sentence}"
            );
        }
    }
}
