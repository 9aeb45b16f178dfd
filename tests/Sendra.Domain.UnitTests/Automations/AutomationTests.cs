using NodaTime;
using Sendra.Domain.Automations;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
using Sendra.Domain.Events;
using Sendra.Domain.UnitTests.Common;

namespace Sendra.Domain.UnitTests.Automations;

public sealed class AutomationTests
{
    private static readonly DateTimeOffset Later = DateTimeOffset.UtcNow.AddHours(1);

    [Test]
    public void A_new_one_is_a_draft_whose_exit_names_count_once()
    {
        var id = Make.Id<AutomationId>();

        var made = Automation.Create(id, Make.WorkspaceId, Make.Definition("n", "t", Frequency.OncePerContact, "b", "a", "b", "B"));

        made.Status.Should().Be(AutomationStatus.Draft);
        made.TriggerEvent.Should().Be("t");
        made.Frequency.Should().Be(Frequency.OncePerContact);
        made.ExitEvents.Should().Equal("b", "a", "B");
        made.UpdatedAt.Should().Be(made.CreatedAt).And.Be(TimeOrderedId.TimeOf(id));
    }

    [TestCase(AutomationStatus.Draft, DecisionReason.AutomationDraft)]
    [TestCase(AutomationStatus.Paused, DecisionReason.AutomationPaused)]
    public void A1_only_live_ones_enroll_and_the_others_say_why(AutomationStatus status, DecisionReason reason)
    {
        var automation = Make.Automation(status: status);
        var runs = Make.Runs();

        var decisions = automation.React(Make.Id<EventId>(), "signUp", runs, Make.Id<EnrollmentId>);

        decisions.Should().Equal(new Decision(automation.Id, reason));
        decisions[0].Outcome.Should().Be(DecisionOutcome.NotEnrolled);
        runs.Begun.Should().BeEmpty();
    }

    [Test]
    public void A2_every_match_makes_a_fresh_enrollment_beside_active_ones()
    {
        var automation = Make.Automation();
        var runs = Make.Runs(last: 3, Make.Enrollment(run: 3));
        var (eventId, enrollmentId) = (Make.Id<EventId>(), Make.Id<EnrollmentId>());

        automation.React(eventId, "signUp", runs, () => enrollmentId).Should().Equal(new Decision(automation.Id, DecisionReason.EveryTime, enrollmentId, 1));

        runs.Begun.Should().ContainSingle();
        runs.Begun[0].Run.Should().Be(4);
        runs.Begun[0].EnrolledByEventId.Should().Be(eventId);
        runs.Active.Should().HaveCount(2);
    }

    [Test]
    public void A3_one_time_takes_the_first_match_only()
    {
        var automation = Make.Automation(frequency: Frequency.OncePerContact);
        var runs = Make.Runs();

        automation.React(Make.Id<EventId>(), "signUp", runs, Make.Id<EnrollmentId>).Single().Reason.Should().Be(DecisionReason.FirstMatch);
        automation.React(Make.Id<EventId>(), "signUp", runs, Make.Id<EnrollmentId>).Single().Reason.Should().Be(DecisionReason.AlreadyEnrolledOnce);

        runs.Begun.Should().ContainSingle().Which.Run.Should().Be(1);
    }

    [Test]
    public void A3_any_earlier_run_counts_however_it_ended()
    {
        var automation = Make.Automation(frequency: Frequency.OncePerContact, exits: "bought");
        var runs = Make.Runs(last: 1);

        automation.React(Make.Id<EventId>(), "signUp", runs, Make.Id<EnrollmentId>).Should().Equal(
            new Decision(automation.Id, DecisionReason.AlreadyEnrolledOnce, runs.LastEnrollment));
        runs.Begun.Should().BeEmpty();
    }

    [TestCase(AutomationStatus.Live)]
    [TestCase(AutomationStatus.Paused)]
    public void A4_an_exit_event_drops_all_active_runs_oldest_first(AutomationStatus status)
    {
        var automation = Make.Automation(status: status, exits: "bought");
        var (old, young) = (Make.Enrollment(run: 1), Make.Enrollment(run: 2));
        old.AdvanceTo(5, Later);
        var runs = Make.Runs(last: 2, young, old);
        var eventId = Make.Id<EventId>();

        automation.React(eventId, "bought", runs, Make.Id<EnrollmentId>).Should().Equal(
            new Decision(automation.Id, DecisionReason.ExitEvent, old.Id, 5),
            new Decision(automation.Id, DecisionReason.ExitEvent, young.Id, 1));

        old.ExitedByEventId.Should().Be(eventId);
        old.EndedAt.Should().Be(TimeOrderedId.TimeOf(eventId));
        old.ResumeAt.Should().BeNull();
        runs.Active.Should().BeEmpty();
        runs.Dropped.Should().Equal(old, young);
    }

    [Test]
    public void A4_a_draft_drops_nobody()
    {
        var automation = Make.Automation(status: AutomationStatus.Draft, exits: "bought");
        var run = Make.Enrollment();

        automation.React(Make.Id<EventId>(), "bought", Make.Runs(1, run), Make.Id<EnrollmentId>).Should().BeEmpty();

        run.Status.Should().Be(EnrollmentStatus.Active);
    }

    [Test]
    public void A5_trigger_and_exit_at_once_drop_what_was_active_and_keep_the_new_run()
    {
        var automation = Make.Automation(exits: "signUp");
        var before = Make.Enrollment();
        var runs = Make.Runs(1, before);

        automation.React(Make.Id<EventId>(), "signUp", runs, Make.Id<EnrollmentId>).Select(decision => decision.Reason)
            .Should().Equal(DecisionReason.ExitEvent, DecisionReason.EveryTime);

        before.Status.Should().Be(EnrollmentStatus.Exited);
        runs.Active.Should().ContainSingle().Which.Should().NotBe(before);
    }

    [TestCase("signup")]
    [TestCase("SIGNUP")]
    [TestCase("signUp ")]
    public void E2_names_match_exactly(string name)
    {
        var automation = Make.Automation(exits: "bought");

        automation.ListensTo(name).Should().BeFalse();
        automation.ListensTo("BOUGHT").Should().BeFalse();
        automation.React(Make.Id<EventId>(), name, Make.Runs(), Make.Id<EnrollmentId>).Should().BeEmpty();
    }

    [TestCase(AutomationStatus.Draft, true)]
    [TestCase(AutomationStatus.Live, true)]
    [TestCase(AutomationStatus.Paused, true)]
    [TestCase(AutomationStatus.Archived, false)]
    public void A1_archived_ones_listen_to_nothing(AutomationStatus status, bool listens)
    {
        var automation = Make.Automation(status: status, exits: "bought");

        automation.ListensTo("signUp").Should().Be(listens);
        automation.ListensTo("bought").Should().Be(listens);
    }

    [Test]
    public void A6_an_edit_counts_from_then_on()
    {
        var automation = Make.Automation(exits: "bought");

        automation.Edit(Make.Definition("Other", "visit", Frequency.OncePerContact, "left"), Make.Version(automation), Later, null);

        automation.Name.Should().Be("Other");
        automation.Status.Should().Be(AutomationStatus.Live);
        automation.UpdatedAt.Should().Be(Later);
        automation.ListensTo("signUp").Should().BeFalse();
        automation.ListensTo("bought").Should().BeFalse();
        automation.React(Make.Id<EventId>(), "visit", Make.Runs(), Make.Id<EnrollmentId>).Single().Reason.Should().Be(DecisionReason.FirstMatch);
        automation.React(Make.Id<EventId>(), "left", Make.Runs(1, Make.Enrollment()), Make.Id<EnrollmentId>).Single().Reason.Should().Be(DecisionReason.ExitEvent);
    }

    [Test]
    public void A8_an_archived_one_can_not_come_back()
    {
        var automation = Make.Automation(status: AutomationStatus.Archived);

        Refused(() => automation.Activate(Later)).Should().Be("automationArchived");
        Refused(() => automation.Pause(Later)).Should().Be("automationArchived");
        Refused(() => automation.Edit(Make.Definition(), Make.Version(automation), Later, null)).Should().Be("automationArchived");
        automation.Name.Should().Be("Welcome");
        automation.UpdatedAt.Should().BeBefore(Later);
    }

    [Test]
    public void A8_a_draft_can_not_be_paused() =>
        Refused(() => Make.Automation(status: AutomationStatus.Draft).Pause(Later)).Should().Be("automationDraft");

    [Test]
    public void A8_to_where_it_stands_already_changes_nothing()
    {
        var (live, paused, archived) = (Make.Automation(), Make.Automation(status: AutomationStatus.Paused), Make.Automation(status: AutomationStatus.Archived));

        live.Activate(Later);
        paused.Pause(Later);
        archived.Archive(Later);

        new[] { live, paused, archived }.Should().OnlyContain(automation => automation.UpdatedAt < Later);
        paused.Activate(Later);
        paused.Status.Should().Be(AutomationStatus.Live);
        paused.UpdatedAt.Should().Be(Later);
    }

    [Test]
    public void A_duplicate_is_a_draft_that_does_the_same()
    {
        var original = Make.Automation("visit", Frequency.OncePerContact, AutomationStatus.Archived, "bought");
        var id = Make.Id<AutomationId>();

        var copy = original.Duplicate(id);

        copy.Id.Should().Be(id);
        copy.WorkspaceId.Should().Be(Make.WorkspaceId);
        copy.Name.Should().Be("Welcome (copy)");
        copy.Status.Should().Be(AutomationStatus.Draft);
        copy.TriggerEvent.Should().Be("visit");
        copy.Frequency.Should().Be(Frequency.OncePerContact);
        copy.ExitEvents.Should().Equal("bought");
        copy.UpdatedAt.Should().Be(copy.CreatedAt);
    }

    [TestCase(193)]
    [TestCase(194)]
    [TestCase(200)]
    public void A_duplicates_name_fits_and_stays_unicode(int length)
    {
        var original = Automation.Create(Make.Id<AutomationId>(), Make.WorkspaceId, Make.Definition(new string('n', 192) + "😀" + new string('n', Math.Max(0, length - 194))));

        var name = original.Duplicate(Make.Id<AutomationId>()).Name;

        name.Should().EndWith(" (copy)");
        name.Length.Should().BeLessThanOrEqualTo(AutomationDefinition.MaxNameLength);
        Text.HasLoneSurrogate(name).Should().BeFalse();
    }

    [Test]
    public void A7_every_reason_has_words_that_name_the_outcome()
    {
        foreach (var reason in Enum.GetValues<DecisionReason>())
        {
            var decision = new Decision(Make.Id<AutomationId>(), reason, Make.Id<EnrollmentId>(), 3);

            decision.Explanation.Should().StartWith(decision.Outcome switch
            {
                DecisionOutcome.Enrolled => "Enrolled: ",
                DecisionOutcome.Exited => "Exited at step 3: ",
                DecisionOutcome.Woken => "Woken at step ",
                _ => "Not enrolled: ",
            });
        }
    }

    // A new frequency whose rule asks for what DependsOn… does not name is caught here, before it meets the real loader.
    [Test]
    public void A_decision_asks_for_nothing_but_what_the_automation_names(
        [Values] Frequency frequency,
        [Values(AutomationStatus.Draft, AutomationStatus.Live, AutomationStatus.Paused)] AutomationStatus status,
        [Values("trigger", "exit", "both")] string role,
        [Values(0, 1, 2)] int earlier)
    {
        var automation = Make.Automation("name", frequency, status, role == "trigger" ? ["other"] : ["name", "other"]);
        if (role == "exit")
        {
            automation.Edit(Make.Definition(trigger: "another", frequency: frequency, exits: "name"), Make.Version(automation), Later, null);
        }

        var cart = new RawJson("""{"cartId":1}""");
        var runs = new ContactRuns(
            Make.WorkspaceId,
            automation.Id,
            Make.Id<ContactId>(),
            automation.DependsOnLastRun("name") ? earlier : null,
            automation.DependsOnActiveRuns("name") ? Enumerable.Range(2, Math.Max(0, earlier - 1)).Select(run => Make.Enrollment(run)) : null,
            automation.DependsOnLastEnrollment("name") && earlier > 0 ? Make.Id<EnrollmentId>() : null,
            automation.DependsOnNewestActiveRun("name") ? [] : null,
            automation.DependsOnKey("name", cart) is { } key ? [KeyValuePair.Create(key, (EnrollmentId?)null)] : null);
        var context = automation.DependsOnContext("name")
            ? new ConditionContext(Contact.Create(Make.Id<ContactId>(), Make.WorkspaceId, Make.Email("ada@example.com")), Make.Fields(), cart, cart, SystemClock.Instance.GetCurrentInstant(), DateTimeZone.Utc)
            : null;

        automation.Invoking(one => one.React(Make.Id<EventId>(), "name", runs, Make.Id<EnrollmentId>, context)).Should().NotThrow();
    }

    [TestCase(AutomationStatus.Live, "signUp", true, false)]
    [TestCase(AutomationStatus.Live, "bought", false, true)]
    [TestCase(AutomationStatus.Live, "both", false, true)]
    [TestCase(AutomationStatus.Paused, "signUp", false, false)]
    [TestCase(AutomationStatus.Paused, "bought", false, true)]
    [TestCase(AutomationStatus.Draft, "signUp", false, false)]
    [TestCase(AutomationStatus.Draft, "bought", false, false)]
    [TestCase(AutomationStatus.Live, "other", false, false)]
    public void What_a_decision_depends_on_is_as_little_as_can_be(AutomationStatus status, string name, bool lastRun, bool activeRuns)
    {
        var automation = Make.Automation(status: status, exits: ["bought", "both"]);

        automation.DependsOnLastRun(name).Should().Be(lastRun);
        automation.DependsOnActiveRuns(name).Should().Be(activeRuns);
    }

    [Test]
    public void F7_a_save_that_changes_the_steps_makes_the_next_version()
    {
        var automation = Make.Automation();
        var first = Make.Version(automation);
        var by = Guid.NewGuid();

        automation.Edit(Make.Definition("Other"), first, Later, by).Should().BeNull("the steps are the same");
        automation.Version.Should().Be(1);
        var next = automation.Edit(Make.WithSteps("""[{"id":"a","type":"wait","for":"P1D"}]"""), first, Later, by)!;

        (next.WorkspaceId, next.AutomationId, next.Number, next.SavedAt, next.SavedBy).Should().Be((Make.WorkspaceId, automation.Id, 2, Later, by));
        next.Workflow.Steps.Should().ContainSingle();
        automation.Version.Should().Be(2);
        automation.Edit(Make.WithSteps("""[{"type":"wait","id":"a","for":"P1D","next":null}]"""), next, Later, by).Should().BeNull("it says the same");
        var runs = Make.Runs();
        automation.React(Make.Id<EventId>(), "signUp", runs, Make.Id<EnrollmentId>);
        runs.Begun.Single().Version.Should().Be(2, "new enrollments take the newest");
    }

    [Test]
    public void F10_calls_move_no_run_of_a_version_with_steps()
    {
        var automation = Make.Automation();
        var first = Make.Version(automation);
        var second = automation.Edit(Make.WithSteps("""[{"id":"a","type":"wait","for":"P1D"}]"""), first, Later, null)!;

        first.Invoking(version => version.RefuseCallsThatMove()).Should().NotThrow();
        Refused(second.RefuseCallsThatMove).Should().Be("automationHasSteps");
    }

    private static string Refused(Action act) => act.Should().Throw<ConflictException>().Which.Code;

    [Test]
    public void A8_a_refusal_says_in_words_what_can_not_be_done()
    {
        var archived = Make.Automation(status: AutomationStatus.Archived);

        Refusal(() => archived.Edit(Make.Definition(), Make.Version(archived), Later, null)).Should().Contain("can't be edited");
        Refusal(() => archived.Activate(Later)).Should().Contain("can't be activated");
        Refusal(() => archived.Pause(Later)).Should().Contain("can't be paused");
        Refusal(() => Make.Automation(status: AutomationStatus.Draft).Pause(Later)).Should().Contain("nothing to pause");
    }

    private static string Refusal(Action act) => act.Should().Throw<ConflictException>().Which.Message;
}
