//! One form of a casus: a consultation, an action, the melding, help, an evaluation and their like.
//!
//! Which fields a form has stands in the domain; this shows them and keeps what was filled in.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::{use_navigate, use_params_map, use_query_map};

use crate::domain::casus::command::Command;
use crate::domain::casus::odd_day::{OddDay, Whom};
use crate::domain::casus::record::kinds::DayNeed;
use crate::domain::casus::record::{Field, Record, RecordKind};
use crate::domain::id::{CasusId, EntryId};
use crate::domain::logboek::draft::FormPlace;
use crate::ui::components::day_field::DayField;
use crate::ui::components::field::FieldError;
use crate::ui::components::lost::Lost;
use crate::ui::components::page::{Lead, Page};
use crate::ui::contact::calls;
use crate::ui::course::{FieldView, profile_of};
use crate::ui::form::{KeptForm, kept_form};
use crate::ui::state::use_shared;
use crate::ui::text::{casus, dates, errors, record as words, traject};
use crate::ui::vault::NeedsOpen;

/// Shows the form of the address.
#[component]
pub fn VastleggenPage() -> impl IntoView {
    let (params, query) = (use_params_map(), use_query_map());
    let about = move || query.read().get("over")?.parse::<EntryId>().ok();
    let place = move || {
        let params = params.read();
        let id = params.get("id")?.parse::<CasusId>().ok()?;
        let slug = params.get("soort")?;
        let kind = RecordKind::ALL.into_iter().find(|kind| traject::slug(*kind) == slug)?;
        Some((id, kind))
    };
    view! {
        <NeedsOpen>
            {move || match place() {
                Some((id, kind)) => {
                    let about = about();
                    let place = FormPlace { entry: about, ..FormPlace::of_casus(kind.tag(), id) };
                    let form = move |form| view! { <RecordForm id kind about form /> }.into_any();
                    kept_form(place, form)
                }
                None => view! { <Lost /> }.into_any(),
            }}
        </NeedsOpen>
    }
}

#[component]
fn RecordForm(
    id: CasusId,
    kind: RecordKind,
    about: Option<EntryId>,
    form: KeptForm,
) -> impl IntoView {
    let shared = use_shared();
    let today = shared.now().date();
    let on = form.field("on", dates::machine_day(today));
    let due = form.field("due", String::new());
    let error = RwSignal::new(String::new());
    let fields: Vec<(Field, RwSignal<String>)> = kind
        .fields()
        .iter()
        .map(|spec| {
            let preset = preset(shared, id, kind, spec.field);
            (spec.field, form.field(spec.field.as_str(), preset))
        })
        .collect();
    let values = StoredValue::new(fields.clone());
    let navigate = use_navigate();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let day = dates::read_machine_day(&on.get_untracked()).unwrap_or(today);
        let mut record = Record::new(kind, day);
        for (field, value) in values.get_value() {
            record = record.with(field, &value.get_untracked());
        }
        record.body.due = dates::read_machine_day(&due.get_untracked());
        record.body.about = about;
        let command = Command::KeepRecord { record, casus: Some(id) };
        let navigate = navigate.clone();
        spawn_local(async move {
            match form.execute(command).await {
                Ok(ids) => {
                    shared.say(words::SAVED.to_owned(), ids);
                    navigate(&["/casus/", &id.to_string()].concat(), Default::default());
                }
                Err(failure) => error.set(errors::explain(&failure)),
            }
        });
    };
    let specs = kind.fields().iter().zip(fields);
    let views = specs.map(|(spec, (_, value))| view! { <FieldView spec value /> }).collect_view();
    let has_due = kind.day_need() != DayNeed::None;
    let asks = Signal::derive(move || {
        let day = dates::read_machine_day(&on.get());
        day.and_then(|day| shared.read_once(|state| OddDay::of(state, Whom::Casus(id), day, today)))
            .map_or_else(String::new, |odd| dates::asked(odd).to_owned())
    });
    view! {
        <Page lead=Lead::BackTo(casus::TITLE.to_owned())>
            <div class="stack">
                <h1>{words::kind(kind)}</h1>
                <p class="lead">{words::lead(kind)}</p>
                {wants_call(kind).then(|| calls(&["veilig-thuis"], today))}
            </div>
            <form class="stack" autocomplete="off" on:submit=submit>
                {form.notice()}
                <DayField id="wanneer" label=words::ON value=on remark=asks />
                {views}
                {has_due.then(|| view! { <DayField id="tot" label=words::due(kind) value=due /> })}
                <FieldError id="vastleggen-fout" error />
                <button class="button button--primary" type="submit">
                    {words::SAVE}
                </button>
            </form>
        </Page>
    }
}

const fn wants_call(kind: RecordKind) -> bool {
    matches!(kind, RecordKind::Consultation | RecordKind::Melding | RecordKind::VtReply)
}

/// Fills in what the profile says anyway: who reports, who knows of it, who leads the help.
fn preset(shared: crate::ui::state::Shared, id: CasusId, kind: RecordKind, field: Field) -> String {
    let profile = shared.read_once(|state| state.casus(id).map(profile_of));
    let Some(profile) = profile else { return String::new() };
    match (kind, field) {
        (RecordKind::Melding, Field::Who) => profile.names.reporters,
        (RecordKind::Talk, Field::DecidedBy) | (RecordKind::Evaluation, Field::Present) => {
            profile.names.confirm
        }
        _ => "",
    }
    .to_owned()
}
