using NodaTime;
using Sendra.Domain.Automations;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
using Sendra.Domain.Events;
using Sendra.Domain.UnitTests.Common;

namespace Sendra.Domain.UnitTests.Automations;

/// <summary>What each frequency lets in, and what it says of whom it does not.</summary>
public sealed class FrequencyTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Test]
    public void Frequencies_not_while_active_refuses_until_the_newest_run_has_ended()
    {
        var automation = Make.Automation(frequency: Frequency.NotWhileActive);
        var (old, young) = (Make.Enrollment(run: 1), Make.Enrollment(run: 2));
        var runs = Make.Runs(2, old, young);

        React(automation, runs).Should().Be(new Decision(automation.Id, DecisionReason.AlreadyActive, young.Id));
        young.Complete(DateTimeOffset.UtcNow);
        React(automation, runs).EnrollmentId.Should().Be(old.Id, "it is under way, too");
        old.Exit(DateTimeOffset.UtcNow, null);

        React(automation, runs).Reason.Should().Be(DecisionReason.NoneActive);
        runs.Begun.Should().ContainSingle().Which.Run.Should().Be(3);
        React(automation, runs).EnrollmentId.Should().Be(runs.Begun[0].Id);
    }

    [Test]
    public void Frequencies_not_while_active_lets_in_who_is_dropped_by_the_same_event()
    {
        var automation = Make.Automation(frequency: Frequency.NotWhileActive, exits: "signUp");
        var before = Make.Enrollment();

        automation.React(Make.Id<EventId>(), "signUp", Make.Runs(1, before), Make.Id<EnrollmentId>).Select(one => one.Reason)
            .Should().Equal(DecisionReason.ExitEvent, DecisionReason.NoneActive);
    }

    // Berlin's clocks go forward on 29 March 2026: seven days are an hour less; a month is the calendar's.
    [TestCase("P7D", "2026-03-25T08:00:00Z", "2026-04-01T07:00:00Z")]
    [TestCase("PT168H", "2026-03-25T08:00:00Z", "2026-04-01T08:00:00Z")]
    [TestCase("P1M", "2026-01-31T10:00:00Z", "2026-02-28T10:00:00Z")]
    [TestCase("PT12H", "2026-05-01T10:00:00Z", "2026-05-01T22:00:00Z")]
    public void Frequencies_once_per_period_rolls_from_the_last_enrollment_by_the_workspaces_calendar(string period, string last, string next)
    {
        var automation = Automation.Create(Make.Id<AutomationId>(), Make.WorkspaceId, AutomationDefinition.Create(
            new DefinitionText("n", new TriggerText("signUp"), Frequency.OncePerPeriod, FrequencyPeriod: period)));
        automation.Activate(DateTimeOffset.UtcNow);
        var (began, end) = (DateTimeOffset.Parse(last, null), DateTimeOffset.Parse(next, null));
        var lastId = TimeOrderedId.LowerBound<EnrollmentId>(began);
        ContactRuns Runs() => new(Make.WorkspaceId, automation.Id, Make.Id<ContactId>(), 4, null, lastId);

        var refused = React(automation, Runs(), now: end.AddMilliseconds(-1));
        (refused.Reason, refused.EnrollmentId).Should().Be((DecisionReason.AlreadyEnrolledInPeriod, lastId));
        refused.Explanation.Should().Contain(last).And.Contain(next).And.Contain(period);
        React(automation, Runs(), now: end).Reason.Should().Be(DecisionReason.PeriodOver);
        React(automation, new ContactRuns(Make.WorkspaceId, automation.Id, Make.Id<ContactId>(), 0, null), now: began).Reason.Should().Be(DecisionReason.PeriodOver);
    }

    [Test]
    public void Frequencies_once_per_key_takes_each_value_once_and_says_what_stood_there()
    {
        var automation = Make.Automation(frequency: Frequency.OncePerKey);
        var runs = ContactRuns.None(Make.WorkspaceId, automation.Id, Make.Id<ContactId>());

        React(automation, runs, """{"cartId":"c1"}""").Reason.Should().Be(DecisionReason.FirstForKey);
        React(automation, runs, """{"cartId":"c2"}""").Reason.Should().Be(DecisionReason.FirstForKey);
        var refused = React(automation, runs, """{"cartId":"c1"}""");
        (refused.Reason, refused.EnrollmentId).Should().Be((DecisionReason.AlreadyEnrolledForKey, runs.Begun[0].Id));
        refused.Explanation.Should().Contain("event.cartId is \"c1\"");
        var missing = React(automation, runs, """{"cartId":null}""");
        (missing.Reason, missing.EnrollmentId).Should().Be((DecisionReason.KeyMissing, (EnrollmentId?)null));
        missing.Explanation.Should().Contain("event.cartId is null");
        runs.Begun.Should().HaveCount(2).And.OnlyContain(run => run.KeyHash != null);
    }

    [TestCase(Frequency.OncePerPeriod, null, null, "frequencyPeriod")]
    [TestCase(Frequency.OncePerPeriod, "", null, "frequencyPeriod")]
    [TestCase(Frequency.OncePerPeriod, "7 days", null, "frequencyPeriod")]
    [TestCase(Frequency.OncePerPeriod, "-P7D", null, "frequencyPeriod")]
    [TestCase(Frequency.OncePerPeriod, "P0D", null, "frequencyPeriod")]
    [TestCase(Frequency.OncePerPeriod, "PT0S", null, "frequencyPeriod")]
    [TestCase(Frequency.OncePerPeriod, "P3661D", null, "frequencyPeriod")]
    [TestCase(Frequency.OncePerPeriod, "P7D", "event.a", "frequencyKey")]
    [TestCase(Frequency.OncePerKey, null, null, "frequencyKey")]
    [TestCase(Frequency.OncePerKey, null, "cartId", "frequencyKey")]
    [TestCase(Frequency.OncePerKey, null, "contact.email", "frequencyKey")]
    [TestCase(Frequency.OncePerKey, "P7D", "event.a", "frequencyPeriod")]
    [TestCase(Frequency.NotWhileActive, "P7D", null, "frequencyPeriod")]
    [TestCase(null, null, "event.a", "frequencyKey")]
    public void Frequencies_come_with_what_they_need_and_nothing_else(Frequency? frequency, string? period, string? key, string field)
    {
        AutomationDefinition.TryCreate(
            new DefinitionText("n", new TriggerText("t"), frequency, FrequencyPeriod: period, FrequencyKey: key), Workflow.None, out _, out var problems).Should().BeFalse();

        problems.Should().ContainSingle().Which.Path.Should().Be(field);
        problems[0].Message.Should().StartWith(field).And.EndWith(".");
    }

    [Test]
    public void Frequencies_are_copied_with_what_they_need()
    {
        var (period, key) = (Make.Automation(frequency: Frequency.OncePerPeriod), Make.Automation(frequency: Frequency.OncePerKey));

        period.Duplicate(Make.Id<AutomationId>()).FrequencyPeriod!.Text.Should().Be("P7D");
        key.Duplicate(Make.Id<AutomationId>()).FrequencyKey!.Text.Should().Be("event.cartId");
        (period.ToText().FrequencyPeriod, key.ToText().FrequencyKey).Should().Be(("P7D", "event.cartId"));
        key.Edit(Make.Definition(), Make.Version(key), DateTimeOffset.UtcNow, null);
        (key.Frequency, key.FrequencyKey).Should().Be((Frequency.EveryTime, null));
    }

    private static Decision React(Automation automation, ContactRuns runs, string properties = "{}", DateTimeOffset? now = null)
    {
        var json = new RawJson(properties);
        var contact = Contact.Create(Make.Id<ContactId>(), Make.WorkspaceId, Make.Email("ada@example.com"));
        return automation.React(
            Make.Id<EventId>(), "signUp", runs, Make.Id<EnrollmentId>, new ConditionContext(contact, Make.Fields(), json, json, Instant.FromDateTimeOffset(now ?? DateTimeOffset.UtcNow), Berlin)).Single();
    }
}
