//! A few small bars, one per week, that read as a list to whoever does not see them.

use leptos::prelude::*;

/// Shows the bars, the oldest first.
#[component]
pub fn WeekChart(
    /// What the bars count.
    label: &'static str,
    /// The words of each week and its count.
    bars: Vec<(String, usize)>,
) -> impl IntoView {
    let most = bars.iter().map(|(_, count)| *count).max().unwrap_or_default().max(1);
    let bar = |(week, count): (String, usize)| {
        let share = (count * 100 / most).to_string();
        view! {
            <li class="week-chart-bar" style:--share=share>
                <span class="visually-hidden">{week} ": "</span>
                <span>{count}</span>
            </li>
        }
    };
    view! {
        <ol class="week-chart" role="list" aria-label=label>
            {bars.into_iter().map(bar).collect_view()}
        </ol>
    }
}
