//! An import changes everything or nothing, wherever it fails or is cut off.

use super::files::{Failing, Memory};
use super::*;
use crate::settings::{DeskName, StoreChoice};
use crate::vault::{SecretSet, Vault, VaultFault};

fn old_set() -> SecretSet {
    live().secrets
}

async fn kept(vault: &Vault, set: &SecretSet) -> Secrets {
    Secrets::of_set(vault, set)
        .await
        .expect("the vault answers")
}

/// A desk whose only secret is another token than the bundle's.
async fn desk() -> (Vault, Memory) {
    let vault = Vault::in_memory();
    let token = SecretName::SinchSmsToken;
    vault
        .keep(&old_set(), token, secret("the-old-token"))
        .await
        .expect("kept");
    let mut own = live();
    own.rules.code_digits = 6;
    own.desk.name = DeskName::try_from("Counter 9".to_owned()).expect("a name");
    (vault, Memory::of(Some(own)))
}

async fn plan(vault: &Vault, files: &Memory) -> Plan {
    let plan = Plan::new(bundle(), files.current(), None, vault, &mut randomness()).await;
    plan.expect("a plan")
}

#[tokio::test]
async fn a_desk_takes_over_all_that_is_shared_and_keeps_what_is_its_own() {
    let (vault, files) = desk().await;
    let plan = plan(&vault, &files).await;
    assert_eq!(
        kept(&vault, &old_set()).await.names().count(),
        1,
        "nothing is done yet"
    );
    let settings = plan.carry_out(&vault, &files, drop).await.expect("done");
    assert_eq!(files.current(), Some(settings.clone()));
    assert_eq!(SharedSettings::of(&settings, true), bundle().settings);
    assert_eq!(settings.desk.name.as_str(), "Counter 9");
    assert_eq!(settings.desk.id, live().desk.id);
    assert!(settings.admin.passcode_set);
    assert!(agree(&kept(&vault, &settings.secrets).await, &secrets()));
    assert_eq!(kept(&vault, &old_set()).await.names().count(), 0);
    assert!(files.note.lock().expect("whole").is_none());
}

#[tokio::test]
async fn an_empty_desk_becomes_one_of_the_site() {
    let (vault, files) = (Vault::in_memory(), Memory::of(None));
    let name = DeskName::try_from("Counter 3".to_owned()).expect("a name");
    let plan = Plan::new(bundle(), None, Some(name), &vault, &mut randomness()).await;
    let settings = plan.expect("a plan").carry_out(&vault, &files, drop).await;
    let settings = settings.expect("done");
    assert_eq!(settings.desk.name.as_str(), "Counter 3");
    assert_ne!(settings.desk.id, live().desk.id, "an id of its own");
    assert!(!settings.admin.passcode_set);
    assert!(agree(&kept(&vault, &settings.secrets).await, &secrets()));
}

#[tokio::test]
async fn a_desk_with_a_store_of_its_own_keeps_its_own_key() {
    let (vault, files) = desk().await;
    let own = WrittenSiteKey::draw(&mut StdRng::seed_from_u64(77)).into_text();
    let name = SecretName::SiteKey;
    vault
        .keep(&old_set(), name, own.clone())
        .await
        .expect("kept");
    let mut embedded = bundle();
    embedded.settings.store = StoreChoice::Embedded {};
    let plan = Plan::new(embedded, files.current(), None, &vault, &mut randomness()).await;
    let settings = plan.expect("a plan").carry_out(&vault, &files, drop).await;
    let now = kept(&vault, &settings.expect("done").secrets).await;
    let key = now.get(name).expect("a key").expose_secret();
    assert_eq!(key, own.expose_secret());
    assert!(now.get(SecretName::OtherSiteKey).is_none());
}

#[tokio::test]
async fn what_would_change_is_told_before_it_does_and_names_no_secret() {
    let (vault, files) = desk().await;
    let plan = plan(&vault, &files).await;
    let changes = plan.changes();
    let pointers: Vec<_> = changes
        .settings
        .iter()
        .map(|each| each.pointer.as_str())
        .collect();
    assert_eq!(pointers, ["/rules/codeDigits"]);
    assert_eq!(changes.settings[0].from, Some(6.into()));
    assert_eq!(changes.settings[0].to, Some(8.into()));
    assert_eq!(
        changes.secrets,
        [
            (SecretName::SinchApplicationSecret, SecretChange::Added),
            (SecretName::SinchSmsToken, SecretChange::Replaced),
            (SecretName::RedisPassword, SecretChange::Added),
            (SecretName::SiteKey, SecretChange::Added),
            (SecretName::OtherSiteKey, SecretChange::Added),
        ]
    );
    assert!(!format!("{changes:?}").contains("token\""), "{changes:?}");
}

#[tokio::test]
async fn importing_the_same_once_more_changes_nothing_that_anybody_set() {
    let (vault, files) = desk().await;
    plan(&vault, &files)
        .await
        .carry_out(&vault, &files, drop)
        .await
        .expect("done");
    let mut others = StdRng::seed_from_u64(9);
    let again = Plan::new(bundle(), files.current(), None, &vault, &mut others).await;
    let again = again.expect("a plan");
    assert!(again.changes().settings.is_empty(), "{:?}", again.changes());
    let same = |(_, change): &(SecretName, SecretChange)| *change == SecretChange::Same;
    assert!(again.changes().secrets.iter().all(same));
    again.carry_out(&vault, &files, drop).await.expect("done");
}

#[tokio::test]
async fn what_the_desk_could_not_use_is_not_imported() {
    let (vault, files) = desk().await;
    let mut silent = bundle();
    silent.settings.sinch.sms = None;
    silent.settings.sinch.verification = None;
    let refused = Plan::new(silent, files.current(), None, &vault, &mut randomness()).await;
    assert!(matches!(refused, Err(ImportFault::Settings(_))));
}

#[tokio::test]
async fn a_failure_of_the_files_leaves_the_desk_as_it_was() {
    for failing in [Failing::Note, Failing::Settings] {
        let (vault, files) = desk().await;
        let files = Memory { failing, ..files };
        let (before, plan) = (files.current(), plan(&vault, &files).await);
        let new = plan.settings().secrets.clone();
        let done = plan.carry_out(&vault, &files, drop).await;
        assert!(matches!(done, Err(ImportFault::Files(_))), "{failing:?}");
        assert_eq!(files.current(), before);
        assert_eq!(kept(&vault, &old_set()).await.names().count(), 1);
        assert_eq!(kept(&vault, &new).await.names().count(), 0, "rolled back");
        assert!(files.note.lock().expect("whole").is_none());
    }
}

#[tokio::test]
async fn a_failure_after_the_step_that_counts_is_none() {
    let (vault, files) = desk().await;
    let files = Memory {
        failing: Failing::AfterSettings,
        ..files
    };
    let plan = plan(&vault, &files).await;
    let settings = plan.carry_out(&vault, &files, drop).await.expect("done");
    assert_eq!(files.current(), Some(settings));
}

#[tokio::test]
async fn a_keyring_that_fails_leaves_the_desk_as_it_was() {
    for fault in VaultFault::ALL {
        let vault = Vault::failing(fault);
        let plan = Plan::new(bundle(), None, None, &vault, &mut randomness()).await;
        let files = Memory::of(None);
        let done = plan
            .expect("an empty desk asks nothing")
            .carry_out(&vault, &files, drop)
            .await;
        let told = matches!(done, Err(ImportFault::Vault(told)) if told == fault);
        assert!(told, "{fault:?}: {done:?}");
        assert_eq!(files.current(), None);
    }
}

/// Cut off after each step in turn: what is left over is tidied away, whichever way it went.
#[tokio::test]
async fn an_import_cut_off_anywhere_is_done_or_undone_at_the_next_start() {
    for steps in 0..20 {
        let (vault, files) = desk().await;
        let (before, plan) = (files.current(), plan(&vault, &files).await);
        let new = plan.settings().clone();
        let mut done = 0;
        let cut = {
            let carried_out = plan.carry_out(&vault, &files, |_| done += 1);
            let mut carried_out = std::pin::pin!(carried_out);
            polled(carried_out.as_mut(), steps).await
        };
        tidy(&vault, &files).await.expect("tidied");
        assert!(files.note.lock().expect("whole").is_none());
        let now = files.current();
        let [old_kept, new_kept] = [
            kept(&vault, &old_set()).await,
            kept(&vault, &new.secrets).await,
        ]
        .map(|secrets| secrets.names().count());
        if now == before {
            assert!(!cut, "told as done");
            assert_eq!([old_kept, new_kept], [1, 0], "after {steps} turns");
        } else {
            assert_eq!(now, Some(new));
            assert_eq!([old_kept, new_kept], [0, 5], "after {steps} turns");
        }
    }
}

/// Lets a future have so many turns, and drops it then, as a killed process would. Answers whether it
/// ended by then.
async fn polled<F: Future>(mut future: std::pin::Pin<&mut F>, turns: usize) -> bool {
    for _ in 0..turns {
        let turn = std::future::poll_fn(|context| {
            std::task::Poll::Ready(future.as_mut().poll(context).is_ready())
        });
        if turn.await {
            return true;
        }
        // The vault's thread answers meanwhile.
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    false
}

#[tokio::test]
async fn a_note_stays_until_the_keyring_lets_the_rest_be_forgotten() {
    let note = ImportNote {
        old: None,
        new: old_set(),
    };
    let files = Memory::of(None);
    *files.note.lock().expect("whole") = Some(note.clone());
    assert!(
        tidy(&Vault::failing(VaultFault::Locked), &files)
            .await
            .is_err()
    );
    assert_eq!(*files.note.lock().expect("whole"), Some(note));
    tidy(&Vault::in_memory(), &files).await.expect("tidied");
    assert!(files.note.lock().expect("whole").is_none());
}
