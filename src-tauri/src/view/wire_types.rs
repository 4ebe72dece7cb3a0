//! Holds `ui/types/wire.ts` to the types of `view`: written anew on request, compared otherwise.

use countersign_core::policy::{Measure, Overrides};
use countersign_core::settings::{
    AdminSettings, Carrier, ChannelSettings, DeskSettings, HandingOver, Mode, NumberLookupSettings,
    OrganisationSettings, RulesSettings, ScreenLanguage, Settings, SimSwapSettings, SinchSettings,
    SmsAccount, StoreChoice, TextSettings, TextSize, Theme, UpdateSettings, VerificationAccount,
};
use countersign_core::store::redis::{Place, RedisSettings};
use countersign_core::vault::SecretName;
use ts_rs::{Config, TS};

use super::*;
use crate::choices::Choices;
use crate::deep_link::LinkProblem;

const WIRE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/ui/types/wire.ts");

fn declarations() -> String {
    let config = Config::default();
    let mut text = String::from(
        "// Generated from src-tauri/src/view.rs: never edit. UPDATE_WIRE=1 cargo test wire_types\n",
    );
    macro_rules! declare {
        ($($name:ident),* $(,)?) => {
            $(text.push_str(&format!("\nexport {}\n", $name::decl(&config)));)*
        };
    }
    declare!(
        StartUp,
        Choices,
        Language,
        RegionView,
        ChannelView,
        RouteView,
        NumberReading,
        PhoneProblem,
        NumberTypeView,
        RefusalView,
        RuleView,
        ChallengeView,
        SendView,
        CodesThatCount,
        SinchReason,
        Requested,
        GoneView,
        TakenOver,
        Checked,
        WatchedView,
        DeliveryNews,
        DeliveryView,
        SiteDeliveryView,
        CourseView,
        Fault,
        LinkNews,
        LinkProblem,
        NumberAdvice,
        VerifiedBeforeView,
        ConcernView,
        ObjectionView,
        EndedView,
        EndingView,
        UnverifiedReason,
        SupervisorStatusView,
        PhoneMessage,
        PhoneMessageKind,
        AdminStatus,
        AdminState,
        KeepIn,
        PasscodeSet,
        PasscodeProblem,
        AdminUnlocked,
        SettingsView,
        PolicyView,
        SecretView,
        SecretName,
        KeptView,
        SettingsSaved,
        SecretReplaced,
        DeskNews,
        UpdateNews,
        HealthView,
        PartView,
        StateView,
        FactsView,
        TextPreview,
        EncodingView,
        TextProblem,
        CredentialLook,
        BundleMade,
        BundleLook,
        BundleTaken,
        BundleChanges,
        SettingChange,
        SecretChangeView,
        SiteKeyView,
        SiteKeyPlanned,
        CheckView,
        Checks,
        ByView,
        CustomerView,
        CustomerTurn,
        CustomerAsked,
        CustomerAnswer,
        CustomerEnding,
        CustomerWord,
        CustomerNews,
        CustomerDoing,
        Settings,
        Mode,
        DeskSettings,
        HandingOver,
        OrganisationSettings,
        SinchSettings,
        VerificationAccount,
        SmsAccount,
        ChannelSettings,
        Carrier,
        StoreChoice,
        RedisSettings,
        Place,
        RulesSettings,
        NumberLookupSettings,
        SimSwapSettings,
        Measure,
        Overrides,
        TextSettings,
        AppearanceSettings,
        Theme,
        TextSize,
        ScreenLanguage,
        UpdateSettings,
        AdminSettings,
    );
    text
}

#[test]
fn the_front_end_has_the_generated_types() {
    if std::env::var_os("UPDATE_WIRE").is_some() {
        std::fs::write(WIRE, declarations()).expect("ui/types can be written");
    }
    let written = std::fs::read_to_string(WIRE).expect("ui/types/wire.ts is there");
    assert_eq!(
        written,
        declarations(),
        "run: UPDATE_WIRE=1 cargo test wire_types"
    );
}
