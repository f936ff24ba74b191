//! The duties of the people of a cooperative, one test each, in the order in which they are written down; each says what
//! proves it, over real replicas and a real relay. The steps stand in the modules below, one for each subject.

mod accompaniment;
mod accounts;
mod asked;
mod assembly;
mod attendance;
mod cast;
mod deadlines;
mod events;
mod exchange;
mod follow_up;
mod frame;
mod governing;
mod groups;
mod health;
mod longevity;
mod mandates;
mod members;
mod newcomers;
mod opportunities;
mod papers;
mod partners;
mod sectors;
mod service;
mod sessions;
mod stories;
mod support;
mod team;
mod trials;

use crate::cover;

/// Cadre légal, administratif, financier.
#[test]
fn legal_administrative_and_financial_frame() {
    frame::in_flight_mode_one_opens_contract_next_deadline_and_last_statement_with_its_date();
    frame::finance_imports_twelve_statements_for_84_members_offline_all_of_them_or_none();
}

/// Animer : échange, expériences, entraide.
#[test]
fn exchange_experiences_and_mutual_help() {
    exchange::a_need_and_an_offer_written_offline_see_each_other_and_a_match_by_tag_is_proposed();
    exchange::a_reply_and_thanks_arrive();
    exchange::what_nobody_answered_for_seven_days_is_listed();
    exchange::who_had_no_exchange_event_or_session_for_ninety_days_is_to_be_called();
}

/// Accompagnement technique, commercial, juridique.
#[test]
fn technical_commercial_and_legal_support() {
    asked::an_ask_with_a_topic_reaches_the_assigned_coach_and_the_person_named_for_it_in_the_guide(
    );
    asked::the_oldest_comes_first_and_whom_one_accompanies_waits_once();
    asked::answered_taken_back_or_removed_it_is_gone_with_its_past();
    asked::it_goes_when_its_member_leaves();
    asked::two_devices_that_name_others_send_it_to_nobody_until_its_author_chooses();
    asked::nothing_else_of_the_log_goes_with_it_and_nobody_else_reads_it();
    support::who_asks_and_their_coach_see_whom_the_guide_names_for_the_topic();
    support::one_that_its_author_did_not_send_there_is_handed_on_by_the_coach_in_their_own_words();
    support::the_median_answer_time_stands_in_the_indicators();
}

/// Accompagnement personnalisé.
#[test]
fn personal_accompaniment() {
    accompaniment::the_brief_sheet_of_a_member_opens_without_network();
}

/// Obligations légales, fiscales, sociales.
#[test]
fn legal_fiscal_and_social_obligations() {
    follow_up::dates::one_interview_of_two_is_amber_on_the_first_of_october_and_red_on_the_first_of_november();
    deadlines::the_end_of_a_cape_is_told_before_it_comes();
    deadlines::so_is_the_end_of_a_trial();
    deadlines::the_associate_deadline_is_told_at_twelve_six_and_three_months();
    deadlines::the_calendar_shows_overdue_duties_with_who_answers_for_them();
}

/// Santé financière.
#[test]
fn financial_health() {
    health::totals_equal_the_sum_of_members_statements_to_the_cent();
    health::activities_in_difficulty_are_counted_and_a_year_stands_beside_the_one_before();
}

/// Suivi et contrôle.
#[test]
fn following_and_control() {
    accounts::finance_decides_forty_expenses_in_one_sitting_one_of_them_refused_with_a_reason();
    accounts::a_refused_line_is_corrected_offline_while_another_is_paid_and_both_stand();
}

/// Représenter : partenaires, institutions, acteurs.
#[test]
fn representing_the_cooperative_to_partners_and_institutions() {
    partners::a_visit_logged_without_signal_counts_in_the_yearly_report_of_all();
    partners::a_next_step_waits_for_who_said_it_until_it_is_done();
    partners::an_agreement_that_ends_within_sixty_days_is_listed_and_waits_for_who_is_to_be_asked();
    partners::a_member_with_a_mandate_logs_a_visit_offline_at_that_partner_and_no_other();
}

/// Valeurs et principes coopératifs.
#[test]
fn cooperative_values_and_principles() {
    newcomers::a_newcomer_ticks_the_welcome_steps_offline();
    newcomers::the_director_sees_who_is_stuck_where();
}

/// Communication efficace.
#[test]
fn effective_communication() {
    stories::a_story_does_not_publish_while_a_person_shown_has_not_consented();
    stories::it_is_withdrawn_from_every_phone_when_they_revoke();
}

/// Sens du service.
#[test]
fn sense_of_service() {
    service::one_question_after_a_session();
    service::and_one_after_an_event();
    exchange::needs_stand_by_theme_however_it_is_spelt();
    support::open_asks_stand_by_age_the_oldest_first();
    support::direction_counts_open_asks_by_age_and_reads_none_of_them();
}

/// Spécificités de chaque activité.
#[test]
fn what_is_particular_to_each_activity() {
    sectors::changing_ones_sector_swaps_the_checklist_its_insurance_and_vat_notes();
}

/// Fédérer.
#[test]
fn bringing_members_together() {
    groups::a_group_of_three_forms_from_an_opportunity();
    groups::and_shares_cars_to_its_meeting();
}

/// Événements favorisant le partage.
#[test]
fn events_that_make_people_share() {
    events::an_event_ends_with_an_experience_post_linked_to_it();
    events::its_seats_and_those_taken_stand_in_the_indicators();
    attendance::two_phones_mark_the_same_half_day_offline_and_make_one_sheet();
    attendance::what_was_marked_by_mistake_is_taken_back_by_whom_it_may_be();
    attendance::presence_no_shows_and_hours_stand_in_the_indicators();
}

/// Équipe pluridisciplinaire.
#[test]
fn a_team_of_several_trades() {
    cover::the_members_of_an_absent_coach_appear_to_who_stands_in_and_leave_at_the_end();
    team::the_load_of_each_coach_stands_in_sessions_due_and_done();
}

/// Vision stratégique.
#[test]
fn strategic_vision() {
    opportunities::an_idea_captured_without_signal_is_weighed_and_decided();
    opportunities::opportunities_stand_by_impact_over_effort_by_deadline_or_the_latest_first();
}

/// Actions pour les saisir.
#[test]
fn actions_to_seize_opportunities() {
    opportunities::what_is_to_be_done_is_found_by_who_does_it_whatever_it_comes_from();
}

/// Membres acteurs de leur réussite.
#[test]
fn members_who_make_their_own_success() {
    members::the_member_prepares_the_next_session_offline();
    members::writes_their_own_goals();
    members::and_sees_their_own_figures();
}

/// Gouvernance, responsabilités.
#[test]
fn governance_and_responsibilities() {
    governing::one_person_has_one_stance_under_edits_on_two_devices();
    governing::a_stance_that_comes_late_is_shown_late_and_not_counted();
    mandates::an_open_mandate_gets_a_candidate_and_a_holder();
    assembly::the_notice_of_an_assembly_is_fifteen_days_before_it();
    assembly::proxies_count_within_the_rule_and_make_the_quorum();
    assembly::resolutions_are_adopted_by_their_majority_and_stand();
}

/// Partenariats locaux, rayonnement.
#[test]
fn local_partnerships_and_renown() {
    partners::partners_are_listed_by_territory_and_a_year_is_one_sheet();
    partners::each_entry_names_who_sent_the_member();
}

/// Innovation sociale.
#[test]
fn social_innovation() {
    trials::an_experiment_closes_with_its_result_and_not_without();
    trials::and_becomes_a_page_of_the_guide();
}

/// Épanouissement, pérennité.
#[test]
fn flourishing_and_lasting() {
    longevity::nothing_is_told_of_fewer_than_five();
    longevity::members_by_stage_entries_exits_and_retention_at_36_months_compare_from_year_to_year(
    );
    longevity::and_are_counted_again_from_the_log_to_the_same();
}
