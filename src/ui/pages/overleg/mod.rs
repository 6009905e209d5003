//! The meeting form: head, parts A to F and the next meeting, filled from the log where it can be.

mod from_log;
mod share;
mod sheet;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;

use crate::domain::casus::command::Command;
use crate::domain::casus::course::Course;
use crate::domain::casus::frequency;
use crate::domain::casus::meeting_form::PARTS;
use crate::domain::casus::record::kinds::FieldSpec;
use crate::domain::casus::record::{Field, Record, RecordKind};
use crate::domain::casus::state::State;
use crate::domain::id::CasusId;
use crate::domain::logboek::draft::FormPlace;
use crate::ui::components::day_field::DayField;
use crate::ui::components::field::FieldError;
use crate::ui::components::hint::Hint;
use crate::ui::components::page::{Lead, Page};
use crate::ui::components::week_chart::WeekChart;
use crate::ui::course::{FieldView, form_address};
use crate::ui::form::{KeptForm, kept_form};
use crate::ui::state::use_shared;
use crate::ui::text::{casus, dates, errors, overleg, record as words};
use crate::ui::vault::NeedsOpen;
use from_log::FromLog;
use share::Share;
use sheet::sheet;

/// The fields of the form with what is filled in.
type Values = StoredValue<Vec<(Field, RwSignal<String>)>>;

/// Shows the form of the casus in the address.
#[component]
pub fn OverlegPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("id").and_then(|id| id.parse::<CasusId>().ok());
    view! {
        <NeedsOpen>
            {move || match id() {
                Some(id) => {
                    let place = FormPlace::of_casus(RecordKind::MeetingForm.tag(), id);
                    kept_form(place, move |form| view! { <MeetingForm id form /> }.into_any())
                }
                None => view! { <p>{casus::GONE}</p> }.into_any(),
            }}
        </NeedsOpen>
    }
}

#[component]
fn MeetingForm(id: CasusId, form: KeptForm) -> impl IntoView {
    let shared = use_shared();
    let today = shared.now().date();
    let (about, last) = shared.read_once(|state| last_kept(state, id));
    let value = |(field, text): (Field, String)| (field, form.field(field.as_str(), text));
    let values: Values = StoredValue::new(last.into_iter().map(value).collect());
    let next = form.field("due", String::new());
    let error = RwSignal::new(String::new());
    let record = move || {
        let mut record = Record::new(RecordKind::MeetingForm, shared.now().date());
        for (field, value) in values.get_value() {
            record = record.with(field, &value.get());
        }
        record.body.due = dates::read_machine_day(&next.get());
        record
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let command = Command::KeepRecord { record: untrack(record), casus: Some(id) };
        spawn_local(async move {
            match form.execute(command).await {
                Ok(ids) => {
                    error.set(String::new());
                    shared.say(words::SAVED.to_owned(), ids);
                }
                Err(failure) => error.set(errors::explain(&failure)),
            }
        });
    };
    let parts = PARTS.into_iter().zip(overleg::PARTS);
    let parts = parts.map(move |((_, fields), (_, title))| part(id, title, fields, values));
    let head = [Field::Sex, Field::Age, Field::Present].map(move |field| plain(field, values));
    view! {
        <Page lead=Lead::BackTo(casus::TITLE.to_owned()) class="page--wide stack stack--loose">
            <div class="stack">
                <h1>{overleg::TITLE} " " {about}</h1>
                <p class="lead">{overleg::LEAD}</p>
                <Hint icon="eye" boxed=true>{overleg::CARE}</Hint>
            </div>
            {move || shared.read(|state| chart(state, id, today))}
            <form class="stack stack--loose" autocomplete="off" on:submit=submit>
                {form.notice()}
                <section class="stack">
                    <h2>{overleg::HEAD}</h2>
                    {head.collect_view()}
                </section>
                {parts.collect_view()}
                <section class="stack">
                    <h2>{overleg::NEXT}</h2>
                    <DayField id="volgend" label=overleg::NEXT_DAY value=next remark=overleg::NEXT_REMARK />
                    {plain(Field::NextWith, values)}
                </section>
                <FieldError id="overleg-fout" error />
                <button class="button button--primary" type="submit">
                    {overleg::SAVE}
                </button>
            </form>
            <Share id record=Callback::new(move |()| untrack(record)) error />
            {move || {
                let found = shared.read(|state| state.casus(id).cloned());
                found.map(|found| sheet(&record(), &found, shared.now()))
            }}
        </Page>
    }
}

/// Returns the child, and what each field of the form held when it was recorded last.
fn last_kept(state: &State, id: CasusId) -> (String, Vec<(Field, String)>) {
    let course = Course::of(state, id);
    let last = course.last(RecordKind::MeetingForm).map(|kept| kept.record);
    let value = |spec: &FieldSpec| {
        (spec.field, last.map_or("", |record| record.text(spec.field)).to_owned())
    };
    let about = state.casus(id).map(|casus| casus.about.clone()).unwrap_or_default();
    (about, RecordKind::MeetingForm.fields().iter().map(value).collect())
}

fn plain(field: Field, values: Values) -> Option<AnyView> {
    let spec = RecordKind::MeetingForm.fields().iter().find(|spec| spec.field == field)?;
    let value = values.with_value(|values| {
        values.iter().find(|(other, _)| *other == field).map(|(_, value)| *value)
    })?;
    Some(view! { <FieldView spec value /> }.into_any())
}

fn part(id: CasusId, title: &'static str, fields: &'static [Field], values: Values) -> AnyView {
    let field = |field: &Field| {
        let field = *field;
        let value = values.with_value(|values| {
            values.iter().find(|(other, _)| *other == field).map(|(_, value)| *value)
        })?;
        Some(view! {
            {plain(field, values)}
            <FromLog id field value />
        })
    };
    let action = (fields == [Field::C]).then(|| {
        let href = form_address(id, RecordKind::Action);
        view! { <A href=href>{overleg::PLAN_ACTION}</A> }
    });
    let route = (fields == [Field::E]).then(|| {
        let href = ["/afwegen?casus=", &id.to_string()].concat();
        view! { <p class="soft">{overleg::ROUTE} " " <A href=href>{overleg::TO_WEIGH}</A></p> }
    });
    view! {
        <section class="stack">
            <h2>{title}</h2>
            {fields.iter().map(field).collect_view()}
            {action}
            {route}
        </section>
    }
    .into_any()
}

fn chart(state: &State, id: CasusId, today: chrono::NaiveDate) -> AnyView {
    let weeks = frequency::weeks(state, id, today);
    let trend = overleg::trend(frequency::trend(&weeks));
    let bar = |week: frequency::Week| {
        ([overleg::WEEK_OF, &dates::short_day(week.monday, today)].concat(), week.count)
    };
    let is_empty = weeks.iter().all(|week| week.count == 0);
    let bars = weeks.into_iter().map(bar).collect();
    let bars = (!is_empty).then(|| view! { <WeekChart label=overleg::CHART bars /> });
    view! {
        <section class="stack stack--tight">
            <h2 class="group-title">{overleg::CHART}</h2>
            {bars}
            <p>{trend}</p>
            <p class="soft">{overleg::CHART_REMARK}</p>
        </section>
    }
    .into_any()
}
